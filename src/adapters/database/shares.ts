import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import { type Share, ShareableAnswer } from '../../answering/index.ts'
import { ownedBy } from './owned-by.ts'
import { conversations, shares, turns } from './schema.ts'

export async function writeShare(database: PgliteDatabase, ownerId: string, share: Share): Promise<boolean> {
  const { conversationId, answerId, ...rest } = share
  if ((await ownAnswer(database, ownerId, conversationId, answerId)).length === 0) return false
  await database.delete(shares).where(lt(shares.until, share.sharedOn)) // nobody can open them any more
  await database
    .insert(shares)
    .values({ answerId, ...rest })
    .onConflictDoUpdate({ target: shares.answerId, set: rest })
  return true
}

export async function readShare(
  database: PgliteDatabase,
  ownerId: string,
  conversationId: string,
  answerId: string,
): Promise<Share | null> {
  const [row] = await selectShares(database).where(and(ownedBy(conversationId, ownerId), eq(shares.answerId, answerId)))
  return row ? { ...row, answer: ShareableAnswer.parse(row.answer) } : null
}

export async function removeShare(
  database: PgliteDatabase,
  ownerId: string,
  conversationId: string,
  answerId: string,
): Promise<boolean> {
  const own = ownAnswer(database, ownerId, conversationId, answerId)
  return (await database.delete(shares).where(inArray(shares.answerId, own)).returning({ id: shares.id })).length > 0
}

export async function findShare(database: PgliteDatabase, id: string, on: string): Promise<Share | null> {
  const [row] = await selectShares(database).where(and(eq(shares.id, id), gte(shares.until, on)))
  return row ? { ...row, answer: ShareableAnswer.parse(row.answer) } : null
}

function selectShares(database: PgliteDatabase) {
  return database
    .select({
      id: shares.id,
      conversationId: turns.conversationId,
      answerId: shares.answerId,
      withVerdicts: shares.withVerdicts,
      sharedOn: shares.sharedOn,
      until: shares.until,
      answer: shares.answer,
    })
    .from(shares)
    .innerJoin(turns, eq(turns.answerId, shares.answerId))
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
}

function ownAnswer(database: PgliteDatabase, ownerId: string, conversationId: string, answerId: string) {
  return database
    .select({ answerId: turns.answerId })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(and(ownedBy(conversationId, ownerId), eq(turns.answerId, answerId)))
}
