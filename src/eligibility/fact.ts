import { z } from 'zod'
import { Localized } from '../policy/index.ts'
import { Occasion } from './occasion.ts'

/** Units of number facts. Ratios are fractions of 1; months and years may be broken; points are scores. */
export const Unit = z.enum(['yuan', 'ratio', 'people', 'count', 'months', 'years', 'points'])
export type Unit = z.infer<typeof Unit>

const Words = z.array(z.coerce.string().min(1)).default([])

const common = {
  label: Localized,
  /** Asked one at a time, in plain words; a fact without a question is only ever computed. */
  question: Localized.optional(),
  /** Facts that one question can settle together. */
  group: z.string().optional(),
  /** The occasion on which it is asked, or several that must all hold; always where absent. */
  ask: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** How hard it is to find out: 1 known by heart … 5 needs an expert. */
  difficulty: z.number().int().min(1).max(5).default(3),
  /** How people say it. */
  words: Words,
}

const NumberFact = z.strictObject({
  ...common,
  type: z.literal('number'),
  unit: Unit,
  /** Least and greatest value that is possible at all. */
  min: z.number().default(0),
  max: z.number().optional(),
  /** An expression over other facts that gives the value where it was not stated. */
  derivedFrom: z.string().optional(),
  /** An expression that the value is never below. */
  minimumFrom: z.string().optional(),
  /** The date fact since which the months are counted. */
  monthsSince: z.string().optional(),
  /** The date fact since which years of 365 days are counted. */
  yearsSince: z.string().optional(),
  /** The number fact that it is a part of, so that it is never more. */
  partOf: z.string().optional(),
  /** Of people and counts: false where a count may be broken, such as one of tonnes. */
  isWhole: z.boolean().optional(),
})
const BooleanFact = z.strictObject({ ...common, type: z.literal('boolean') })
const DateFact = z.strictObject({
  ...common,
  type: z.literal('date'),
  /** A plan: the day may lie ahead. */
  isPlan: z.boolean().default(false),
})
const ChoiceFact = z.strictObject({
  ...common,
  type: z.literal('choice'),
  options: z.record(z.string(), z.strictObject({ label: Localized, words: Words })),
  /** Computed by the size standard where it was not stated. */
  derivedFrom: z.literal('size class').optional(),
})
const IndustryFact = z.strictObject({ ...common, type: z.literal('industry') })

/** What can be known of a company, and how it is asked for. */
export const FactDefinition = z.discriminatedUnion('type', [
  NumberFact,
  BooleanFact,
  DateFact,
  ChoiceFact,
  IndustryFact,
])
export type FactDefinition = z.infer<typeof FactDefinition>

/** People and things are counted one by one. */
export function isWholeNumber(definition: FactDefinition): boolean {
  return definition.type === 'number' && definition.isWhole !== false && ['people', 'count'].includes(definition.unit)
}

const Catalogue = z.strictObject({
  /** When a question makes sense, by name. */
  occasions: z.record(z.string(), Occasion).default({}),
  groups: z.record(z.string(), z.strictObject({ question: Localized })),
  facts: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be camelCase'), FactDefinition),
})

/** Every fact a rule may ask about, by key; the data is `corpus/facts.yaml`. Names within it must exist. */
export const FactCatalogue = Catalogue.superRefine(({ occasions, facts }, context) => {
  const fault = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
  for (const [name, conditions] of Object.entries(occasions))
    for (const { fact } of conditions)
      if (!facts[fact]) fault(['occasions', name], `fact "${fact}" is not under facts; fix the key`)
  for (const [key, { ask = [] }] of Object.entries(facts))
    for (const name of typeof ask === 'string' ? [ask] : ask)
      if (!occasions[name]) fault(['facts', key, 'ask'], `"${name}" is not under occasions; add it there`)
})
export type FactCatalogue = z.infer<typeof FactCatalogue>
