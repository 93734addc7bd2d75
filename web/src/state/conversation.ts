import { computed, signal } from '@preact/signals'
import type { Answer, ChatRequest } from '../contract.ts'
import { problemOfStream, ServerProblem } from '../server/problem.ts'
import { askQuestion, deleteConversation, fetchConversation } from '../server/server.ts'
import { forgetConversation, recallConversation, rememberConversation } from './conversation-memory.ts'
import { dropFrom, dropped, replacedAnswer } from './correction.ts'
import { locale } from './preferences.ts'
import { type Edits, edits, forgetProfile, goBackTo, hasEdits, keepAsOwn, learn, profile } from './profile.ts'
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
    if (!controller.signal.aborted) await findAnswer(turn.key)
  } finally {
    clearTimeout(timer)
  }
}

/** Stops the answer; what has been shown stays. */
export function stop(): void {
  running?.abort('stopped')
}

/** Shows the answer of a failed turn if the server has it by now, else asks again, in its place. */
export async function retry(turn: Turn): Promise<void> {
  if (turn.phase === 'failed' && (await findAnswer(turn.key))) return
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

/** Fetches an answer that was complete before its way here broke off; says whether there is one. */
async function findAnswer(key: string): Promise<boolean> {
  const begun = turns.value.find((turn) => turn.key === key)?.begun
  if (!begun) return false
  try {
    const reply = await fetchConversation(begun.conversationId)
    const answer = reply.turns.map((turn) => turn.answer).find(({ id }) => id === begun.answerId)
    if (answer === undefined) return false
    takeIn(answer, {})
    updateTurn(key, (turn) => ({ ...closeTurn(turn, answer), problem: null }))
    return true
  } catch {
    return false // not kept, or out of reach still: asking again says which
  }
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
    if (event.type === 'answer-end') takeIn(event.answer, sent)
    updateTurn(key, (turn) => applyEvent(turn, event))
  }
}

/** The server keeps a conversation only with its first whole answer: until then there is none to continue. */
function takeIn({ conversationId, profile: known }: Answer, sent: Edits): void {
  rememberConversation(conversationId)
  dropped.value = null
  keepUpToDate(() => learn(known, sent))
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
