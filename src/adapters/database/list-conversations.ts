import { count, desc, eq, inArray, max, min, sql } from 'drizzle-orm'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import { z } from 'zod'
import type { ConversationSummary, ListCursor } from '../../answering/index.ts'
import { conversations, turns } from './schema.ts'

const FirstTurn = z.object({ question: z.string() })

/** One page of an owner's conversations, each with its first question. */
export async function listConversations(
  database: PgliteDatabase,
  ownerId: string,
  after: ListCursor | null,
  limit: number,
): Promise<ConversationSummary[]> {
  const latest = max(turns.askedAt)
  const page = await database
    .select({ id: conversations.id, askedAt: latest, turnCount: count(), first: min(turns.position) })
    .from(conversations)
    .innerJoin(turns, eq(turns.conversationId, conversations.id))
    .where(eq(conversations.ownerId, ownerId))
    .groupBy(conversations.id)
    .having(after === null ? undefined : sql`(${latest}, ${conversations.id}) < (${after.askedAt}, ${after.id})`)
    .orderBy(desc(latest), desc(conversations.id))
    .limit(limit)
  const questions = await firstQuestions(
    database,
    page.flatMap(({ first }) => first ?? []),
  )
  return page.map(({ id, askedAt, turnCount, first }) => ({
    id,
    question: questions.get(first ?? 0) ?? '',
    askedAt: new Date(askedAt ?? 0).toISOString(),
    turnCount,
  }))
}

/** Read whole: PostgreSQL cannot take a text out of JSON in which a character is one that its own texts cannot hold. */
async function firstQuestions(database: PgliteDatabase, positions: number[]): Promise<Map<number, string>> {
  const rows = await database
    .select({ position: turns.position, exchange: sql<unknown>`coalesce(${turns.memory}, ${turns.exchange})` })
    .from(turns)
    .where(inArray(turns.position, positions))
  return new Map(rows.map(({ position, exchange }) => [position, FirstTurn.parse(exchange).question]))
}
