import { z } from 'zod'
import { Answer, Locale } from '../answering/index.ts'
import { Assessment, Changes, Combination, FactQuestion, RecordedFact, Unit } from '../eligibility/index.ts'
import { IsoDate, Standing } from '../policy/index.ts'
import { Profile } from './firm-api.ts'

export * from './conversation-api.ts'
export * from './firm-api.ts'
export * from './library-api.ts'
export * from './loan-api.ts'
export * from './match-api.ts'
export * from './policy-dates-api.ts'

/** Request and reply schemas of the HTTP interface; the web imports their types. */
export const ChatRequest = z.strictObject({
  message: z.string(),
  conversationId: z.uuid().optional(),
  /** Id of an answer of the conversation whose question is corrected: it and all after it go as soon as this one is answered. */
  replaces: z.uuid().optional(),
  asOf: IsoDate.optional(),
  locale: Locale.optional(),
  /** The company's profile as the page holds it, instead of what the conversation knows so far. */
  profile: Profile.optional(),
})
export type ChatRequest = z.infer<typeof ChatRequest>

export const ChatReply = Answer
export type ChatReply = z.infer<typeof ChatReply>

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

/** Proves for a while who a visitor of the widget is. */
export const VisitorTokenReply = z.object({
  token: z.string(),
  lifetimeSeconds: z.number().int(),
  /** Whether conversations of an earlier token are out of reach. */
  isNew: z.boolean(),
})
export type VisitorTokenReply = z.infer<typeof VisitorTokenReply>

/** Every error of the interface: a stable code, and a message in the user's language that says what to do. */
export const ErrorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
export type ErrorReply = z.infer<typeof ErrorReply>
