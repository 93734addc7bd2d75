import { z } from 'zod'
import { IsoDate } from '../policy/index.ts'

const Bound = z.union([z.number(), IsoDate])

/** What has to be known of a company before a question makes sense; requirements as in rules. */
export const OccasionCondition = z.strictObject({
  fact: z.string(),
  is: z.union([z.boolean(), z.string()]).optional(),
  in: z.array(z.string()).min(1).optional(),
  atLeast: Bound.optional(),
  above: Bound.optional(),
  atMost: Bound.optional(),
  below: Bound.optional(),
})
export type OccasionCondition = z.infer<typeof OccasionCondition>

/** Holds where any of its conditions does; an empty one never holds by itself. */
export const Occasion = z.array(OccasionCondition)
export type Occasion = z.infer<typeof Occasion>
