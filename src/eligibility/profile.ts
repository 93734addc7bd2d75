import { z } from 'zod'

const NumberOrDate = z.union([z.number(), z.iso.date()])

const exact = { value: z.union([z.number(), z.boolean(), z.string()]) }
const choices = { oneOf: z.array(z.string()).min(1) }
const bounds = {
  min: NumberOrDate.optional(),
  above: NumberOrDate.optional(),
  max: NumberOrDate.optional(),
  below: NumberOrDate.optional(),
}

/**
 * What is known of one fact: its value; or bounds (`min`, `max` included, `above`, `below` excluded; a missing one is
 * open); or the choices it may still be. Money in yuan, ratios as fractions, dates ISO, industries by GB/T 4754 code.
 */
export const FactValue = z.union([z.strictObject(exact), z.strictObject(choices), z.strictObject(bounds)])
export type FactValue = z.infer<typeof FactValue>

/** What is known of a company, by key of the fact catalogue; a fact that is absent is unknown. */
export type CompanyProfile = Readonly<Record<string, FactValue>>

/** Where a fact comes from: the words it was read from, and the turn of the conversation (from 1; 0 for a saved profile). */
const origin = { evidence: z.string(), turn: z.number().int().nonnegative() }

/** A fact of a conversation's profile. */
export const RecordedFact = z.union([
  z.strictObject({ ...exact, ...origin }),
  z.strictObject({ ...choices, ...origin }),
  z.strictObject({ ...bounds, ...origin }),
])
export type RecordedFact = z.infer<typeof RecordedFact>
