import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const Facts = z.record(z.string(), z.looseObject({}))

const Case = z.object({
  id: z.string(),
  asOf: z.string(),
  text: z.string(),
  expected: Facts.default({}),
  /** Facts of several firms, in the order of the text. */
  firms: z.array(Facts).optional(),
  /** Right where the intervals overlap and the read one is not much wider. */
  tolerant: z.array(z.string()).default([]),
  /** May be read or not, so neither counted as right nor as wrong. */
  optional: z.array(z.string()).default([]),
  /** Must not be read. */
  absent: z.array(z.string()).default([]),
  /** Known before the message, which corrects it. */
  previous: Facts.default({}),
  /** Must be asked, because the text leaves them open. */
  expectedAsk: z.array(z.string()).default([]),
})
export type ExtractionCase = z.infer<typeof Case>

export const halves = ['open', 'held'] as const
export type Half = (typeof halves)[number]

/** The cases of a half, or null where its file is absent. */
export function loadCases(half: Half): ExtractionCase[] | null {
  const file = new URL(`../cases/utterances-${half}.jsonl`, import.meta.url)
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => Case.parse(JSON.parse(line)))
}
