import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { Answer, type AskRequest, type Assistant } from '../../src/answering/index.ts'
import { type Case, readLines } from './case.ts'

/** What came of one question, kept whole so that scoring can be repeated. */
export const RunRecord = z.object({
  id: z.string(),
  turn: z.number().int(),
  question: z.string(),
  answer: Answer.nullable(),
  error: z.string().nullable(),
  durationMs: z.number(),
  /** Null where the answer has no sentence. */
  firstSentenceMs: z.number().nullable().default(null),
  /** What a lying model said and the answer shows, with the name of the lie. */
  shownLies: z.array(z.string()).default([]),
})
export type RunRecord = z.infer<typeof RunRecord>

/** Of an answer the false sentences that it shows. */
export type FindLies = (answer: Answer) => string[]

/** Asks every question of every case, each case in a conversation of its own. */
export async function recordRun(
  assistant: Assistant,
  cases: readonly Case[],
  findLies: FindLies = () => [],
): Promise<RunRecord[]> {
  const ownerId = randomUUID()
  const records: RunRecord[] = []
  for (const item of cases) records.push(...(await recordCase(assistant, item, ownerId, findLies)))
  return records
}

async function recordCase(assistant: Assistant, item: Case, ownerId: string, findLies: FindLies): Promise<RunRecord[]> {
  const records: RunRecord[] = []
  let conversationId: string | null = null
  for (const [turn, { question }] of item.turns.entries()) {
    const started = performance.now()
    const outcome = await ask(assistant, {
      message: question,
      ownerId,
      asOf: item.asOf,
      ...(item.locale ? { locale: item.locale } : {}),
      ...(conversationId ? { conversationId } : {}),
    })
    conversationId = outcome.answer?.conversationId ?? conversationId
    const durationMs = performance.now() - started
    const shownLies = outcome.answer ? findLies(outcome.answer) : []
    records.push({ id: item.id, turn, question, ...outcome, durationMs, shownLies })
  }
  return records
}

/** An error of the assistant is a result of the run, not an end to it. */
async function ask(
  assistant: Assistant,
  request: AskRequest,
): Promise<Pick<RunRecord, 'answer' | 'error' | 'firstSentenceMs'>> {
  const started = performance.now()
  let firstSentenceMs: number | null = null
  try {
    let answer: Answer | null = null
    for await (const event of assistant.ask(request)) {
      if (event.type === 'sentence-ready') firstSentenceMs ??= performance.now() - started
      if (event.type === 'answer-end') answer = event.answer
    }
    return { answer, error: answer ? null : 'no answer-end event', firstSentenceMs }
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return { answer: null, error: message, firstSentenceMs }
  }
}

export function saveRun(file: URL, records: readonly RunRecord[]): void {
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

export function readRun(file: URL): RunRecord[] {
  return readLines(file, RunRecord)
}
