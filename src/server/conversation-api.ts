import { z } from 'zod'
import { Answer, LaterChange, ShareableAnswer } from '../answering/index.ts'
import { IsoDate } from '../policy/index.ts'

/** One earlier exchange of a conversation. */
export const Turn = z.object({ question: z.string(), answer: Answer, askedAt: z.iso.datetime() })
export const ConversationReply = z.object({ id: z.string(), turns: z.array(Turn) })
export type ConversationReply = z.infer<typeof ConversationReply>

export const ConversationList = z.object({
  conversations: z.array(
    z.object({
      id: z.string(),
      /** The first question, shortened. */
      question: z.string(),
      askedAt: z.iso.datetime(),
      turnCount: z.number().int(),
    }),
  ),
  /** Where the next page begins; null on the last one. */
  next: z.string().nullable(),
})
export type ConversationList = z.infer<typeof ConversationList>

export const FeedbackRequest = z.strictObject({
  conversationId: z.uuid(),
  answerId: z.uuid(),
  rating: z.enum(['up', 'down']),
  /** Why, for a thumb down. */
  reason: z.enum(['wrong', 'incomplete', 'unclear', 'outdated', 'other']).optional(),
  comment: z.string().max(500).optional(),
})
export type FeedbackRequest = z.infer<typeof FeedbackRequest>

export const ShareRequest = z.strictObject({
  /** Whether what was concluded of the company is shown as well. */
  withVerdicts: z.boolean().default(false),
})

/** What the owner is told of a link. */
export const ShareReply = z.object({
  id: z.string(),
  /** Path of the page that shows the answer. */
  path: z.string(),
  withVerdicts: z.boolean(),
  sharedOn: IsoDate,
  /** The last day on which the link works. */
  until: IsoDate,
})
export type ShareReply = z.infer<typeof ShareReply>

/** What everybody with the link is shown. */
export const SharedReply = z.object({
  answer: ShareableAnswer,
  sharedOn: IsoDate,
  until: IsoDate,
  /** The day on which `changes` holds: today. */
  checkedOn: IsoDate,
  /** What has changed since in the passages that the answer rests on. */
  changes: z.array(LaterChange),
})
export type SharedReply = z.infer<typeof SharedReply>
