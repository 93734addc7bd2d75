import { computed, signal } from '@preact/signals'
import type { ChatRequest } from '../contract.ts'
import { problemOfStream, ServerProblem } from '../server/problem.ts'
import { askQuestion, deleteConversation, fetchConversation } from '../server/server.ts'
import { forgetConversation, recallConversation, rememberConversation } from './conversation-memory.ts'
import { dropFrom, dropped, replacedAnswer } from './correction.ts'
import { locale } from './preferences.ts'
import { edits, forgetProfile, goBackTo, hasEdits, keepAsOwn, learn, profile } from './profile.ts'
import { goTo, route } from './route.ts'
import { keepUpToDate } from './saved-profile.ts'
import { applyEvent, closeTurn, openTurn, type Turn } from './turn.ts'

/** Long enough for a slow model behind the server, short enough not to keep a reader hanging. */
const answerTimeoutMs = 90_000

/** The exchanges on the page, oldest first. */
export const turns = signal<readonly Turn[]>([])
export const isRestoring = signal(recallConversation() !== null)
export const isAnswering = computed(() => turns.value.at(-1)?.phase === 'asking')

let running: AbortController | null = null
let turnCount = 0

/** Asks in the chat, wherever the reader is, and fills in the answer as it arrives. */
export async function ask(question: string): Promise<void> {
  if (isAnswering.value) return
  if (route.value.page !== 'chat') goTo('/chat')
  const turn = openTurn(nextKey(), question)
  turns.value = [...turns.value, turn]
  const controller = new AbortController()
  running = controller
  const timer = setTimeout(() => controller.abort('timeout'), answerTimeoutMs)
  try {
    await receive(turn.key, question, controller.signal)
  } catch (error) {
    updateTurn(turn.key, (current) => ({ ...current, ...endingOf(error, controller.signal) }))
  } finally {
    clearTimeout(timer)
  }
}

/** Stops the answer; what has been shown stays. */
export function stop(): void {
  running?.abort('stopped')
}

/** Asks the question of a failed or stopped turn again, in its place. */
export function retry(turn: Turn): void {
  turns.value = turns.value.filter(({ key }) => key !== turn.key)
  void ask(turn.question)
}

/** Asks a corrected question in the place of an earlier one, which leaves the page with all after it. */
export function correct(turn: Turn, question: string): void {
  if (isAnswering.value) return
  goBack(dropFrom(turns.value.indexOf(turn), turns.value))
  void ask(question)
}

/** Brings back what a corrected question took off the page, as long as it has no answer. */
export function undoCorrection(): void {
  if (dropped.value === null) return
  const { from, turns: earlier } = dropped.value
  dropped.value = null
  goBack([...turns.value.slice(0, from), ...earlier])
}

/** The page shows these exchanges, and knows of the company what they tell. */
function goBack(shown: readonly Turn[]): void {
  turns.value = shown
  const known = shown.filter(({ answer }) => answer !== null).at(-1)?.answer?.profile ?? {}
  keepUpToDate(() => goBackTo(known))
}

/** Opens an empty conversation; the old one stays on the server until it is deleted there. */
export function startAnew(): void {
  stop()
  forgetConversation()
  forgetProfile()
  dropped.value = null
  turns.value = []
}

/** Opens an earlier conversation of this reader. */
export async function openConversation(id: string): Promise<void> {
  startAnew()
  rememberConversation(id)
  isRestoring.value = true
  goTo('/chat')
  await restoreConversation()
}

/** Deletes the conversation on the server, then here. */
export async function eraseConversation(): Promise<void> {
  const id = recallConversation()
  if (id !== null) await deleteConversation(id)
  startAnew()
}

/** Brings back the conversation of this tab after a reload. */
export async function restoreConversation(): Promise<void> {
  const id = recallConversation()
  if (id === null) return
  try {
    const reply = await fetchConversation(id)
    const restored = reply.turns.map(({ question, answer }) => closeTurn(openTurn(nextKey(), question), answer))
    turns.value = [...restored, ...turns.value] // one may have asked meanwhile
    learn(reply.turns.at(-1)?.answer.profile ?? {}, {})
  } catch (error) {
    // Gone or another's: begin anew. Unreachable: keep the id, the next question continues the conversation.
    if (error instanceof ServerProblem && (error.kind === 'gone' || error.kind === 'rejected')) forgetConversation()
  } finally {
    isRestoring.value = false
  }
}

async function receive(key: string, message: string, signal: AbortSignal): Promise<void> {
  const sent = edits.value
  for await (const event of askQuestion(requestOf(message), signal)) {
    signal.throwIfAborted()
    if (event.type === 'answer-start') rememberConversation(event.conversationId)
    if (event.type === 'answer-end') dropped.value = null
    if (event.type === 'answer-end') keepUpToDate(() => learn(event.answer.profile, sent))
    updateTurn(key, (turn) => applyEvent(turn, event))
  }
}

/** The server knows what was said in the conversation; what was changed here goes with the question. */
function requestOf(message: string): ChatRequest {
  const conversationId = recallConversation()
  const replaces = replacedAnswer()
  return {
    message,
    locale: locale.value,
    ...(conversationId === null ? {} : { conversationId }),
    ...(replaces === null ? {} : { replaces }),
    ...(hasEdits.value ? { profile: profile.value } : {}),
  }
}

function endingOf(error: unknown, signal: AbortSignal): Pick<Turn, 'phase' | 'problem'> {
  if (signal.aborted && signal.reason !== 'timeout') return { phase: 'stopped', problem: null }
  if (signal.aborted) return { phase: 'failed', problem: new ServerProblem('timeout') }
  if (!(error instanceof ServerProblem)) return { phase: 'failed', problem: problemOfStream(error) }
  // The conversation has gone: asking again begins a new one.
  if (error.kind === 'gone') {
    forgetConversation()
    dropped.value = null
    keepAsOwn()
  }
  return { phase: 'failed', problem: error }
}

export function updateTurn(key: string, change: (turn: Turn) => Turn): void {
  turns.value = turns.value.map((turn) => (turn.key === key ? change(turn) : turn))
}

function nextKey(): string {
  turnCount += 1
  return `turn-${turnCount}`
}
