import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Verdict } from '../../src/eligibility/index.ts'

/** A company, a policy and a day, with the verdict that the clauses give. */
export const Scenario = z.strictObject({
  id: z.string(),
  policyId: z.string(),
  asOf: z.iso.date(),
  scenario: z.string(),
  profile: z.record(z.string(), z.unknown()),
  expectedVerdict: Verdict,
  /** Anchors of the conditions that fail. */
  expectedUnmet: z.array(z.string()).optional(),
  /** Every fact that could still change the verdict. */
  expectedMissing: z.array(z.string()).optional(),
  /** Anchors of the reviews that are open. */
  expectedReviews: z.array(z.string()).optional(),
  /** Yuan by anchor of the benefit's clause. */
  expectedAmounts: z.record(z.string(), z.number()).optional(),
})
export type Scenario = z.infer<typeof Scenario>

const folder = new URL('../cases/scenarios/', import.meta.url)

export function loadScenarios(): Scenario[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
      return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${name}:${index + 1}`)]))
    })
}

function readLine(line: string, place: string): Scenario {
  const parsed = Scenario.safeParse(JSON.parse(line))
  if (!parsed.success) throw new Error(`${place}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}
