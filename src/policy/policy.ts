import { z } from 'zod'
import type { Clause } from './clause.ts'
import { IsoDate } from './dates.ts'
import { Rule } from './rule.ts'

/** Where a statement was found, from strongest to weakest. */
export const Nature = z.enum(['official', 'official-repost', 'repost', 'media', 'intermediary', 'known'])
export type Nature = z.infer<typeof Nature>

export const Level = z.enum(['national', 'municipal', 'district'])
export type Level = z.infer<typeof Level>

export const PolicyKind = z.enum([
  'grant',
  'tax',
  'loan',
  'guarantee',
  'interest-subsidy',
  'qualification',
  'service',
  'fund',
  'regulation',
])
export type PolicyKind = z.infer<typeof PolicyKind>

/** The parts of the district's "1+5" policy system: one for clusters, five special policies. */
export const FrameworkPart = z.enum(['产业集群', '人才发展', '科技创新', '总部和中小企业', '节能降碳', '质量品牌'])

export const BenefitType = z.enum([
  'grant',
  'reward',
  'matching',
  'premium-subsidy',
  'interest-subsidy',
  'fee-relief',
  'tax-rate',
  'tax-base-reduction',
  'super-deduction',
  'exemption',
  'refund',
  'credit',
  'loan',
  'guarantee',
  'title',
  'service',
  'price-preference',
])

/**
 * One thing a policy gives. Money in yuan, `rate` as a fraction of `base`; `clause` is the anchor that states it.
 * `when`: who of those eligible gets it (tiers); `formula`: its amount in yuan, computed from facts; `basis`: further
 * clauses that state figures of the formula.
 */
export const Benefit = z.strictObject({
  type: BenefitType,
  label: z.string().min(1),
  amount: z.number().nonnegative().optional(),
  rate: z.number().nonnegative().optional(),
  base: z.string().optional(),
  cap: z.number().nonnegative().optional(),
  per: z.string().optional(),
  months: z.number().int().positive().optional(),
  when: Rule.optional(),
  formula: z.string().optional(),
  basis: z.array(z.string()).optional(),
  clause: z.string(),
})
export type Benefit = z.infer<typeof Benefit>

/** A period in which one can apply, or in which a project must fall; an open end is null. */
export const ApplicationWindow = z.strictObject({
  name: z.string().min(1),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  clause: z.string(),
})
export type ApplicationWindow = z.infer<typeof ApplicationWindow>

const PolicyId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case')

/** The front matter of a corpus file; docs/corpus-format.md explains each field. */
export const PolicyMetadata = z.strictObject({
  id: PolicyId,
  title: z.string().min(1),
  titleEn: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  records: z.array(z.string()).min(1),
  level: Level,
  kind: PolicyKind,
  part: FrameworkPart.nullable(),
  categories: z.array(z.string()),
  issuers: z.array(z.string()),
  documentNumbers: z.array(z.string()),
  status: z.enum(['in-force', 'draft', 'historical', 'unverified']),
  publishedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
  windows: z.array(ApplicationWindow),
  supersedes: z.array(PolicyId),
  supersededBy: PolicyId.nullable(),
  prerequisites: z.array(PolicyId),
  exclusive: z.array(PolicyId),
  /** The clause that says so. */
  exclusiveClause: z.string().optional(),
  /** Of a qualification: the facts that become true when it is obtained; the first says that it is held. */
  grants: z.array(z.string()).min(1).optional(),
  benefits: z.array(Benefit),
  /** Who is eligible; null where there is nothing to qualify for. */
  rule: Rule.nullable(),
  /** Clauses that speak of conditions but state none to check: lead-ins, explanations, what happens afterwards. */
  notConditions: z.array(z.string()),
  contact: z.strictObject({ organisation: z.string().min(1), phone: z.string().nullable(), clause: z.string() }),
  sources: z
    .array(
      z.strictObject({
        title: z.string().min(1),
        number: z.string().nullable(),
        url: z.url().nullable(),
        nature: Nature,
      }),
    )
    .min(1),
  confidence: z.enum(['verified', 'known']),
})
export type PolicyMetadata = z.infer<typeof PolicyMetadata>

/** A published document of rules: what a program reads of it, and its clauses in order. */
export interface Policy extends PolicyMetadata {
  readonly clauses: readonly Clause[]
}
