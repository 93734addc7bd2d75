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
})
export type RunRecord = z.infer<typeof RunRecord>

/** Asks every question of every case, each case in a conversation of its own. */
export async function recordRun(assistant: Assistant, cases: readonly Case[]): Promise<RunRecord[]> {
  const ownerId = randomUUID()
  const records: RunRecord[] = []
  for (const item of cases) records.push(...(await recordCase(assistant, item, ownerId)))
  return records
}

async function recordCase(assistant: Assistant, item: Case, ownerId: string): Promise<RunRecord[]> {
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
    records.push({ id: item.id, turn, question, ...outcome, durationMs: performance.now() - started })
  }
  return records
}

/** An error of the assistant is a result of the run, not an end to it. */
async function ask(assistant: Assistant, request: AskRequest): Promise<Pick<RunRecord, 'answer' | 'error'>> {
  try {
    let answer: Answer | null = null
    for await (const event of assistant.ask(request)) if (event.type === 'answer-end') answer = event.answer
    return { answer, error: answer ? null : 'no answer-end event' }
  } catch (error) {
    return { answer: null, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

export function saveRun(file: URL, records: readonly RunRecord[]): void {
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
}

export function readRun(file: URL): RunRecord[] {
  return readLines(file, RunRecord)
}
