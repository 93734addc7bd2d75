import { z } from 'zod'
import { WindowState } from '../eligibility/index.ts'
import { FrameworkPart, IsoDate, Level, PolicyKind, PolicyMetadata, Standing } from '../policy/index.ts'

export const PolicyListQuery = z.strictObject({
  asOf: IsoDate.optional(),
  level: Level.optional(),
  kind: PolicyKind.optional(),
  part: FrameworkPart.optional(),
  /** `applicable`: only what may be presented as applying on the day. */
  standing: z.enum(['applicable', ...Standing.options]).optional(),
  q: z.string().max(100).optional(),
})
export type PolicyListQuery = z.infer<typeof PolicyListQuery>

export const PolicySummary = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  level: Level,
  kind: PolicyKind,
  part: z.string().nullable(),
  categories: z.array(z.string()),
  documentNumber: z.string().nullable(),
  standing: Standing,
  effectiveUntil: IsoDate.nullable(),
  window: WindowState.nullable(),
  /** The clause that holds the words sought, where no name of the policy does. */
  clause: z.object({ anchor: z.string(), text: z.string() }).nullable(),
})
export type PolicySummary = z.infer<typeof PolicySummary>

/** How many policies each choice would leave, were it the only one of its facet. */
const Counts = z.record(z.string(), z.number().int())

export const PolicyList = z.object({
  asOf: IsoDate,
  total: z.number().int(),
  facets: z.object({ level: Counts, kind: Counts, part: Counts, standing: Counts }),
  policies: z.array(PolicySummary),
})
export type PolicyList = z.infer<typeof PolicyList>

export const ClauseReply = z.object({
  anchor: z.string(),
  number: z.number().int(),
  heading: z.string(),
  topics: z.array(z.string()),
  text: z.string(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  nature: z.string().nullable(),
})
export type ClauseReply = z.infer<typeof ClauseReply>

export const RelatedPolicy = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string(),
  standing: Standing,
  publishedOn: z.string().nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
})
export type RelatedPolicy = z.infer<typeof RelatedPolicy>

export const PolicyReply = z.object({
  ...PolicyMetadata.shape,
  standing: Standing,
  asOf: IsoDate,
  clauses: z.array(ClauseReply),
  /** The policy itself among its predecessors and successors, oldest first. */
  versions: z.array(RelatedPolicy),
  /** What it requires, what requires it, and what cannot be had with it. */
  related: z.object({
    requires: z.array(RelatedPolicy),
    unlocks: z.array(RelatedPolicy),
    excludes: z.array(RelatedPolicy),
  }),
})
export type PolicyReply = z.infer<typeof PolicyReply>
