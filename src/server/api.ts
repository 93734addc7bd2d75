import { z } from 'zod'
import { Answer, Locale } from '../answering/index.ts'
import { Assessment, Changes, Combination, FactQuestion, RecordedFact, Unit } from '../eligibility/index.ts'
import { IsoDate, Level, PolicyKind, PolicyMetadata, Standing } from '../policy/index.ts'
import { Profile } from './firm-api.ts'

export * from './firm-api.ts'
export * from './match-api.ts'

/** Request and reply schemas of the HTTP interface; the web imports their types. */
export const ChatRequest = z.strictObject({
  message: z.string(),
  conversationId: z.uuid().optional(),
  asOf: IsoDate.optional(),
  locale: Locale.optional(),
  /** The company's profile as the page holds it, instead of what the conversation knows so far. */
  profile: Profile.optional(),
})
export type ChatRequest = z.infer<typeof ChatRequest>

export const ChatReply = Answer
export type ChatReply = z.infer<typeof ChatReply>

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
})
export type PolicySummary = z.infer<typeof PolicySummary>

export const PolicyList = z.object({ asOf: IsoDate, total: z.number().int(), policies: z.array(PolicySummary) })
export type PolicyList = z.infer<typeof PolicyList>

const WindowDates = z.object({
  policyId: z.string(),
  title: z.string(),
  titleEn: z.string(),
  name: z.string(),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
})
export type WindowDates = z.infer<typeof WindowDates>

/** What is new, and what ends or begins within `days` of the day. */
export const PolicyDates = z.object({
  asOf: IsoDate,
  days: z.number().int(),
  newest: z.array(z.object({ policyId: z.string(), title: z.string(), titleEn: z.string(), publishedOn: z.string() })),
  closing: z.array(WindowDates),
  opening: z.array(WindowDates),
})
export type PolicyDates = z.infer<typeof PolicyDates>

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

export const PolicyReply = z.object({
  ...PolicyMetadata.shape,
  standing: Standing,
  asOf: IsoDate,
  clauses: z.array(ClauseReply),
})
export type PolicyReply = z.infer<typeof PolicyReply>

/** A document as the citation drawer shows it: sections of passages, each with its anchor. */
export const DocumentReply = z.object({
  id: z.string(),
  origin: z.enum(['policy', 'original']),
  title: z.string(),
  documentNumber: z.string().nullable(),
  standing: Standing,
  publishedOn: z.string().nullable(),
  effectiveFrom: IsoDate.nullable(),
  effectiveUntil: IsoDate.nullable(),
  sourceTitle: z.string(),
  sourceUrl: z.string().nullable(),
  asOf: IsoDate,
  passages: z.array(z.object({ anchor: z.string(), headings: z.array(z.string()), text: z.string() })),
})
export type DocumentReply = z.infer<typeof DocumentReply>

export const FeedbackRequest = z.strictObject({
  conversationId: z.uuid(),
  answerId: z.uuid(),
  rating: z.enum(['up', 'down']),
  /** Why, for a thumb down. */
  reason: z.enum(['wrong', 'incomplete', 'unclear', 'outdated', 'other']).optional(),
  comment: z.string().max(500).optional(),
})
export type FeedbackRequest = z.infer<typeof FeedbackRequest>

export const AssessmentsRequest = z.strictObject({
  profile: Profile,
  asOf: IsoDate.optional(),
  /** All policies with a rule that apply on the day where absent. */
  policyIds: z.array(z.string()).min(1).max(500).optional(),
  locale: Locale.optional(),
})
export const AssessmentsReply = z.object({
  asOf: IsoDate,
  total: z.number().int(),
  counts: z.object({ eligible: z.number().int(), undetermined: z.number().int(), ineligible: z.number().int() }),
  /** Policies left out: nothing to qualify for, or not applying on the day. */
  leftOut: z.number().int(),
  assessments: z.array(Assessment),
  /** The clauses that the findings cite, by `policyId#anchor`. */
  clauses: z.record(z.string(), z.string()),
  factQuestion: FactQuestion.nullable(),
  /** What can be enjoyed together, of these assessments. */
  combination: Combination,
})
export type AssessmentsReply = z.infer<typeof AssessmentsReply>

export const ChangesRequest = z.strictObject({
  from: IsoDate,
  until: IsoDate,
  /** A company whose verdicts are compared too. */
  profile: Profile.optional(),
  locale: Locale.optional(),
})
export const ChangesReply = z.object({ from: IsoDate, until: IsoDate, ...Changes.shape })

export const FactReply = z.object({
  key: z.string(),
  type: z.enum(['number', 'boolean', 'date', 'choice', 'industry']),
  unit: Unit.nullable(),
  label: z.string(),
  question: z.string().nullable(),
  group: z.string().nullable(),
  difficulty: z.number().int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Of a choice; of an industry its sections and divisions. */
  options: z.array(z.object({ value: z.string(), label: z.string() })),
})
export type FactReply = z.infer<typeof FactReply>
export const FactsReply = z.object({ facts: z.array(FactReply) })
export type FactsReply = z.infer<typeof FactsReply>

export const ReadRequest = z.strictObject({ text: z.string(), asOf: IsoDate.optional(), locale: Locale.optional() })
export const ReadReply = z.object({
  /** One entry a firm, in the order of the text. */
  firms: z.array(z.record(z.string(), RecordedFact)),
  /** What could not be taken, and what to say instead. */
  problems: z.array(z.object({ fact: z.string().nullable(), evidence: z.string(), message: z.string() })),
})

/** One earlier exchange of a conversation. */
export const Turn = z.object({ question: z.string(), answer: Answer, askedAt: z.iso.datetime() })
export const ConversationReply = z.object({ id: z.string(), turns: z.array(Turn) })
export type ConversationReply = z.infer<typeof ConversationReply>

/** Every error of the interface: a stable code, and a message in the user's language that says what to do. */
export const ErrorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
export type ErrorReply = z.infer<typeof ErrorReply>
