import { z } from 'zod'
import { requirement } from '../policy/index.ts'

/** What has to be known of a company before a question makes sense; requirements as in rules. */
export const OccasionCondition = z.strictObject({ fact: z.string(), ...requirement })
export type OccasionCondition = z.infer<typeof OccasionCondition>

/** Holds where any of its conditions does; an empty one never holds by itself. */
export const Occasion = z.array(OccasionCondition)
export type Occasion = z.infer<typeof Occasion>
