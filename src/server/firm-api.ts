import { z } from 'zod'
import { Locale } from '../answering/index.ts'
import { ClauseLink, GrowthPath, RecordedFact, SizeClass } from '../eligibility/index.ts'
import { IsoDate } from '../policy/index.ts'

/** A profile by key of the fact catalogue; a bare value stands for `{ value }`. */
export const Profile = z.record(z.string(), z.unknown())

/** What is asked next of a company that is described step by step. */
export const FactQuestionsRequest = z.strictObject({
  profile: Profile,
  /** Facts that were asked before and not answered. */
  skipped: z.array(z.string().max(100)).max(500).optional(),
  count: z.number().int().min(1).max(5).optional(),
  asOf: IsoDate.optional(),
  locale: Locale.optional(),
})

const AskedFact = z.object({
  /** Several where one question covers a group of claims. */
  facts: z.array(z.string()).min(1),
  text: z.string(),
  /** Answers that can be tapped, each with what it says; none where the kind of the fact already tells them. */
  choices: z.array(z.object({ label: z.string(), facts: z.record(z.string(), RecordedFact) })),
})

export const FactQuestionsReply = z.object({
  asOf: IsoDate,
  /** Most useful first; empty where no answer can change any verdict. */
  questions: z.array(AskedFact),
})
export type FactQuestionsReply = z.infer<typeof FactQuestionsReply>

export const GrowthPathRequest = z.strictObject({
  profile: Profile,
  asOf: IsoDate.optional(),
  locale: Locale.optional(),
})
export const GrowthPathReply = z.object({ asOf: IsoDate, ...GrowthPath.shape })
export type GrowthPathReply = z.infer<typeof GrowthPathReply>

/** The facts of the size standard, alone or as part of a profile. */
export const SizeClassRequest = z.strictObject({
  profile: Profile.optional(),
  industry: z.unknown().optional(),
  employees: z.unknown().optional(),
  revenue: z.unknown().optional(),
  assets: z.unknown().optional(),
  locale: Locale.optional(),
})
export const SizeClassReply = z.object({
  /** The one class, or those still possible. */
  possible: z.array(SizeClass),
  text: z.string(),
  missingFacts: z.array(z.string()),
  clause: ClauseLink.extend({ quote: z.string() }).nullable(),
})
export type SizeClassReply = z.infer<typeof SizeClassReply>
