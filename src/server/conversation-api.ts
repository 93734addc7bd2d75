import { z } from 'zod'
import { Answer } from '../answering/index.ts'

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
