import { z } from 'zod'
import { Locale } from '../answering/index.ts'
import { Verdict } from '../eligibility/index.ts'
import { IsoDate } from '../policy/index.ts'

const commaList = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',') : value),
  Verdict.array().min(1),
)

/** The fields beside the file of a list; an empty one counts as absent. */
export const MatchFields = z.strictObject({
  asOf: IsoDate.optional(),
  /** Id or name of the one policy to find firms for. */
  policyId: z.string().max(200).optional(),
  format: z.enum(['xlsx', 'csv']).optional(),
  /** Verdicts that are listed with their reasons, parted by commas. */
  only: commaList.optional(),
  locale: Locale.optional(),
})
export type MatchFields = z.infer<typeof MatchFields>

const MatchSummary = z.object({
  asOf: IsoDate,
  firms: z.number().int(),
  policies: z.number().int(),
  counts: z.object({ eligible: z.number().int(), undetermined: z.number().int(), ineligible: z.number().int() }),
  firmsWithEligible: z.number().int(),
  problems: z.number().int(),
  columns: z.array(z.object({ header: z.string(), label: z.string() })).readonly(),
  unknownColumns: z.array(z.string()).readonly(),
  rows: z.number().int(),
})

/** Events of matching a list. */
export const MatchEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('match-start'), firms: z.number().int(), policies: z.number().int() }),
  z.object({ type: z.literal('match-progress'), done: z.number().int(), total: z.number().int() }),
  z.object({
    type: z.literal('match-end'),
    summary: MatchSummary,
    /** The first hundred. */
    problems: z.array(z.object({ row: z.number().int(), column: z.string(), value: z.string(), message: z.string() })),
    /** Where the result can be fetched, once and for half an hour. */
    download: z.string(),
  }),
])
export type MatchEvent = z.infer<typeof MatchEvent>
