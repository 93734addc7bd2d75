import { z } from 'zod'
import { BenefitType, IsoDate, Standing } from '../policy/index.ts'
import { FactValue } from './profile.ts'

/** Of a condition. */
export const Outcome = z.enum(['met', 'unmet', 'unknown'])
export type Outcome = z.infer<typeof Outcome>

/** Of a policy. */
export const Verdict = z.enum(['eligible', 'ineligible', 'undetermined'])
export type Verdict = z.infer<typeof Verdict>

/** The clause that states a condition. */
export const ClauseLink = z.object({
  policyId: z.string(),
  anchor: z.string(),
  /** As the document numbers it. */
  number: z.number().int(),
  heading: z.string(),
})
export type ClauseLink = z.infer<typeof ClauseLink>

/**
 * How a fact failed a bound: `by` in the fact's unit, in days for a date; null where there is no bound. `fact` is the
 * label of a figure that is computed from several facts.
 */
export const Gap = z.object({ fact: z.string(), anchor: z.string(), by: z.number().nullable() })
export type Gap = z.infer<typeof Gap>

/** What was found for one node of a rule, explained in the language of the assessment. */
export interface Finding {
  readonly kind: 'condition' | 'review' | 'standing' | 'all' | 'any' | 'not'
  readonly outcome: Outcome
  readonly text: string
  readonly clause: ClauseLink | null
  /** Fact of a condition on one fact. */
  readonly fact?: string | undefined
  /** What is known of it, where anything is. */
  readonly actual?: FactValue | undefined
  /** Facts that could still settle it. */
  readonly missingFacts?: readonly string[] | undefined
  /** First day on which time alone has met it. */
  readonly possibleFrom?: string | undefined
  /** Of the alternatives that all fail: the one that is nearest. */
  readonly isNearest?: boolean | undefined
  readonly children?: readonly Finding[] | undefined
}
export const Finding: z.ZodType<Finding> = z.object({
  kind: z.enum(['condition', 'review', 'standing', 'all', 'any', 'not']),
  outcome: Outcome,
  text: z.string(),
  clause: ClauseLink.nullable(),
  fact: z.string().optional(),
  actual: FactValue.optional(),
  missingFacts: z.array(z.string()).optional(),
  possibleFrom: IsoDate.optional(),
  isNearest: z.boolean().optional(),
  get children() {
    return z.array(Finding).optional()
  },
})

/** One benefit for this company. */
export const AssessedBenefit = z.object({
  type: BenefitType,
  label: z.string(),
  /** Whether the company is in the tier that gets it; `met` where there are no tiers, `unmet` where it is ineligible. */
  outcome: Outcome,
  /** Yuan; null where the facts or the policy do not allow a computation. `max` is null where nothing bounds it. */
  amount: z.object({ min: z.number(), max: z.number().nullable() }).nullable(),
  /** The calculation, line by line, with the company's figures. */
  steps: z.array(z.string()),
  /** Facts the calculation still needs. */
  missingFacts: z.array(z.string()),
  rate: z.number().nullable(),
  cap: z.number().nullable(),
  per: z.string().nullable(),
  months: z.number().int().nullable(),
  clause: ClauseLink,
})
export type AssessedBenefit = z.infer<typeof AssessedBenefit>

/** The application window that matters on the day: the open one, else the next, else the last. */
export const WindowState = z.object({
  state: z.enum(['open', 'upcoming', 'closed']),
  name: z.string(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
})

/** A judgement left to people. `isUnpublished`: the condition itself was not found, so nobody knows what it asks. */
export const OpenReview = z.object({ anchor: z.string(), text: z.string(), isUnpublished: z.literal(true).optional() })
export type OpenReview = z.infer<typeof OpenReview>

/** Whether a company is eligible for a policy on a day, and why. */
export const Assessment = z.object({
  policyId: z.string(),
  title: z.string(),
  level: z.string(),
  kind: z.string(),
  standing: Standing,
  verdict: Verdict,
  findings: z.array(Finding),
  /** Facts of the catalogue that could still change the verdict; empty where it is decided. */
  missingFacts: z.array(z.string()),
  /**
   * Judgements that only people can make and that could still change the verdict; also whether the policy still applies,
   * where that is unverified: anchor of its validity, or `standing`.
   */
  openReviews: z.array(OpenReview),
  benefits: z.array(AssessedBenefit),
  /** Of an ineligible company: how few conditions would have to change, and by how much; null otherwise. */
  distance: z.object({ unmet: z.number().int(), gaps: z.array(Gap) }).nullable(),
  /** Of an ineligible company: the first day on which time alone makes it possible. */
  possibleFrom: IsoDate.nullable(),
  window: WindowState.nullable(),
})
export type Assessment = z.infer<typeof Assessment>

/** The one question that settles most, with answers that can be tapped. */
export const FactQuestion = z.object({
  /** The facts it settles; several where one question covers a group. */
  facts: z.array(z.string()).min(1),
  text: z.string(),
  /** `message` is what is sent when the reply is tapped. */
  replies: z.array(z.object({ label: z.string(), message: z.string() })),
})
export type FactQuestion = z.infer<typeof FactQuestion>
