import { z } from 'zod'
import { Answer, Locale } from '../answering/index.ts'
import { IsoDate, Level, PolicyKind, PolicyMetadata, Standing } from '../policy/index.ts'

/** Request and reply schemas of the HTTP interface; the web imports their types. */
export const ChatRequest = z.strictObject({
  message: z.string(),
  conversationId: z.uuid().optional(),
  asOf: IsoDate.optional(),
  locale: Locale.optional(),
  profile: z.record(z.string(), z.unknown()).optional(),
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

/** One earlier exchange of a conversation. */
export const Turn = z.object({ question: z.string(), answer: Answer, askedAt: z.iso.datetime() })
export const ConversationReply = z.object({ id: z.string(), turns: z.array(Turn) })
export type ConversationReply = z.infer<typeof ConversationReply>

/** Every error of the interface: a stable code, and a message in the user's language that says what to do. */
export const ErrorReply = z.object({ error: z.object({ code: z.string(), message: z.string() }) })
export type ErrorReply = z.infer<typeof ErrorReply>
