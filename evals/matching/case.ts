import { readFileSync } from 'node:fs'
import { z } from 'zod'

const ExpectedFact = z.union([
  z.strictObject({ value: z.union([z.number(), z.boolean(), z.string()]) }),
  z.strictObject({ oneOf: z.array(z.string()) }),
  z.looseObject({}),
])

const Turn = z.strictObject({
  message: z.string(),
  /** What must be known of the company after this turn. */
  expectedFacts: z.record(z.string(), ExpectedFact).default({}),
  /** Facts whose interval may be somewhat wider or narrower. */
  tolerant: z.array(z.string()).default([]),
  /** Facts that must not be known. */
  absent: z.array(z.string()).default([]),
  /** Policies of which the labeller was sure; others are not judged. */
  expectedEligible: z.array(z.string()).default([]),
  expectedIneligible: z.array(z.string()).default([]),
  expectedUndetermined: z.array(z.string()).default([]),
  /** Facts that must not be asked for. */
  expectedNotAsked: z.array(z.string()).default([]),
  expectedStatus: z.array(z.string()).optional(),
})
export type MatchingTurn = z.infer<typeof Turn>

const MatchingCase = z.strictObject({
  id: z.string(),
  split: z.enum(['open', 'held']),
  asOf: z.iso.date(),
  turns: z.array(Turn).min(1),
  note: z.string().optional(),
})
export type MatchingCase = z.infer<typeof MatchingCase>

export function loadMatchingCases(file = new URL('../cases/matching.jsonl', import.meta.url)): MatchingCase[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = MatchingCase.safeParse(JSON.parse(line))
    if (!parsed.success) throw new Error(`matching.jsonl:${index + 1}: ${z.prettifyError(parsed.error)}`)
    return [parsed.data]
  })
}
