import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { AnswerStatus, Locale } from '../../src/answering/index.ts'
import { IsoDate } from '../../src/policy/index.ts'

const nonEmpty = z.string().min(1)

const Expectation = {
  question: nonEmpty,
  topic: nonEmpty,
  group: nonEmpty.optional(),
  expectedStatus: z.array(AnswerStatus).min(1),
  expectedReason: z.array(nonEmpty).optional(),
  /** At least one is cited. */
  expectedPolicies: z.array(nonEmpty).optional(),
  /** Every one is cited. */
  expectedAllPolicies: z.array(nonEmpty).optional(),
  /** `policy-id#anchor`; at least one is cited. */
  expectedAnchors: z.array(z.string().includes('#')).optional(),
  /** Each is stated by a sentence; `a|b` accepts either wording. */
  expectedFigures: z.array(nonEmpty).optional(),
  /** None is stated as applying. */
  forbiddenFigures: z.array(nonEmpty).optional(),
  /** None is cited. */
  forbiddenPolicies: z.array(nonEmpty).optional(),
  /** `draft`, `superseded`, `unknown`, or a regular expression; each is found in the whole text. */
  expectedNotice: z.array(nonEmpty).optional(),
}

/** One question of a case and everything its answer must show. */
export const TurnCase = z.strictObject(Expectation)
export type TurnCase = z.infer<typeof TurnCase>

const Split = z.enum(['open', 'held'])
export type Split = z.infer<typeof Split>

const SingleCase = z.strictObject({
  id: nonEmpty,
  split: Split,
  locale: Locale.optional(),
  asOf: IsoDate,
  ...Expectation,
})

const ConversationCase = z.strictObject({
  id: nonEmpty,
  split: Split,
  locale: Locale.optional(),
  group: nonEmpty,
  asOf: IsoDate,
  turns: z.array(TurnCase).min(2),
})

/** A single question is a conversation of one turn. */
export interface Case {
  readonly id: string
  readonly split: Split
  readonly asOf: IsoDate
  readonly locale: Locale | null
  readonly turns: readonly TurnCase[]
}

const casesFolder = new URL('../cases/', import.meta.url)

/** The written cases: single questions first, then conversations. */
export function loadCases(folder: URL = casesFolder): Case[] {
  const singles = readLines(new URL('answers.jsonl', folder), SingleCase)
  const conversations = readLines(new URL('conversations.jsonl', folder), ConversationCase)
  return [
    ...singles.map(({ id, split, asOf, locale, ...turn }) => ({
      id,
      split,
      asOf,
      locale: locale ?? null,
      turns: [turn],
    })),
    ...conversations.map(({ id, split, asOf, locale, turns }) => ({ id, split, asOf, locale: locale ?? null, turns })),
  ]
}

/** Parses a JSONL file and reports every faulty line at once. */
export function readLines<T>(file: URL, schema: z.ZodType<T>): T[] {
  const problems: string[] = []
  const values = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return []
      const parsed = schema.safeParse(JSON.parse(line))
      if (parsed.success) return [parsed.data]
      problems.push(`${file.pathname.split('/').at(-1)}:${index + 1}: ${z.prettifyError(parsed.error)}`)
      return []
    })
  if (problems.length > 0) throw new Error(`${problems.length} faulty lines\n${problems.join('\n')}`)
  return values
}
