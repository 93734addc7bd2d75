import { and, eq } from 'drizzle-orm'
import { conversations } from './schema.ts'

/** To anybody else a conversation does not exist. */
export function ownedBy(conversationId: string, ownerId: string) {
  return and(eq(conversations.id, conversationId), eq(conversations.ownerId, ownerId))
}
