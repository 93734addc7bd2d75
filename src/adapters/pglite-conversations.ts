import { and, asc, DrizzleQueryError, eq, gte, inArray, type SQL, sql } from 'drizzle-orm'
import type { PgliteDatabase } from 'drizzle-orm/pglite'
import { z } from 'zod'
import { Answer, type ConversationStore, type Feedback, remembered, type Turn } from '../answering/index.ts'
import { ConversationStoreError } from './conversation-store-error.ts'
import { listConversations } from './database/list-conversations.ts'
import { openDatabase } from './database/open-database.ts'
import { ownedBy } from './database/owned-by.ts'
import { conversations, feedback, turns } from './database/schema.ts'
import { findShare, readShare, removeShare, writeShare } from './database/shares.ts'
import { groupCommit } from './group-commit.ts'

interface Append {
  readonly conversationId: string
  readonly ownerId: string
  readonly turn: Turn
}

const StoredTurn = z.object({ question: z.string(), answer: Answer, askedAt: z.string() })

/** Conversations in an embedded PostgreSQL; what was acknowledged survives a killed process. */
export async function openConversationStore(folder: string): Promise<ConversationStore> {
  const { database, close } = await openDatabase(folder)
  const appends = groupCommit<Append>((group) => withoutParameters(writeGroup(database, group)))
  return {
    turns: (conversationId, ownerId) => withoutParameters(readTurns(database, conversationId, ownerId)),
    history: (conversationId, ownerId) => withoutParameters(readHistory(database, conversationId, ownerId)),
    append: (conversationId, ownerId, turn) => appends.add({ conversationId, ownerId, turn }),
    replace: (conversationId, ownerId, answerId, turn) =>
      withoutParameters(replaceExchanges(database, answerId, { conversationId, ownerId, turn })),
    list: (ownerId, after, limit) => withoutParameters(listConversations(database, ownerId, after, limit)),
    remove: (conversationId, ownerId) => withoutParameters(removeConversation(database, conversationId, ownerId)),
    removeAll: (ownerId) => withoutParameters(removeAll(database, ownerId)),
    addFeedback: (ownerId, given) => withoutParameters(writeFeedback(database, ownerId, given)),
    share: (ownerId, share) => withoutParameters(writeShare(database, ownerId, share)),
    shareOf: (...values) => withoutParameters(readShare(database, ...values)),
    unshare: (...values) => withoutParameters(removeShare(database, ...values)),
    findShare: (id, on) => withoutParameters(findShare(database, id, on)),
    close: async () => {
      await appends.settle()
      await close()
    },
  }
}

function readTurns(database: PgliteDatabase, conversationId: string, ownerId: string): Promise<Turn[] | null> {
  return readExchanges(database, conversationId, ownerId, sql<unknown>`${turns.exchange}`)
}

function readHistory(database: PgliteDatabase, conversationId: string, ownerId: string): Promise<Turn[] | null> {
  return readExchanges(database, conversationId, ownerId, sql<unknown>`coalesce(${turns.memory}, ${turns.exchange})`)
}

async function readExchanges(
  database: PgliteDatabase,
  conversationId: string,
  ownerId: string,
  exchange: SQL<unknown>,
): Promise<Turn[] | null> {
  const rows = await database
    .select({ exchange })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(ownedBy(conversationId, ownerId))
    .orderBy(asc(turns.position))
  return rows.length === 0 ? null : rows.map(({ exchange }) => StoredTurn.parse(exchange))
}

/** One short transaction: PGlite is a single connection that everybody waits for. */
function writeGroup(database: PgliteDatabase, group: readonly Append[]): Promise<void> {
  return database.transaction(async (transaction) => {
    const owners = new Map(group.map(({ conversationId, ownerId }) => [conversationId, ownerId]))
    await transaction
      .insert(conversations)
      .values([...owners].map(([id, ownerId]) => ({ id, ownerId })))
      .onConflictDoNothing()
    const stored = await transaction
      .select({ id: conversations.id, ownerId: conversations.ownerId })
      .from(conversations)
      .where(inArray(conversations.id, [...owners.keys()]))
    refuseStrangers(group, new Map(stored.map(({ id, ownerId }) => [id, ownerId])))
    await transaction.insert(turns).values(group.map(turnRow))
  })
}

function refuseStrangers(group: readonly Append[], owners: ReadonlyMap<string, string>): void {
  const stranger = group.find(({ conversationId, ownerId }) => owners.get(conversationId) !== ownerId)
  if (stranger)
    throw new ConversationStoreError('owner-differs', `conversation ${stranger.conversationId} has another owner`)
}

function turnRow({ conversationId, turn }: Append): typeof turns.$inferInsert {
  const { id, status, reason } = turn.answer
  const memory = turn.answer.verdicts.length > 0 ? remembered(turn) : null
  return { conversationId, answerId: id, status, reason, askedAt: turn.askedAt, exchange: turn, memory }
}

function replaceExchanges(database: PgliteDatabase, answerId: string, append: Append): Promise<boolean> {
  const { conversationId, ownerId } = append
  return database.transaction(async (transaction) => {
    const [replaced] = await transaction
      .select({ position: turns.position })
      .from(turns)
      .innerJoin(conversations, eq(conversations.id, turns.conversationId))
      .where(and(ownedBy(conversationId, ownerId), eq(turns.answerId, answerId)))
    if (!replaced) return false
    const isDropped = and(eq(turns.conversationId, conversationId), gte(turns.position, replaced.position))
    await transaction.delete(turns).where(isDropped)
    await transaction.insert(turns).values(turnRow(append))
    return true
  })
}

async function removeConversation(database: PgliteDatabase, conversationId: string, ownerId: string): Promise<boolean> {
  const removed = await database
    .delete(conversations)
    .where(ownedBy(conversationId, ownerId))
    .returning({ id: conversations.id })
  return removed.length > 0
}

async function removeAll(database: PgliteDatabase, ownerId: string): Promise<number> {
  const own = eq(conversations.ownerId, ownerId)
  return (await database.delete(conversations).where(own).returning({ id: conversations.id })).length
}

async function writeFeedback(database: PgliteDatabase, ownerId: string, given: Feedback): Promise<boolean> {
  const { conversationId, answerId, rating, reason } = given
  const comment = given.comment?.replaceAll('\0', '') ?? null // PostgreSQL text cannot hold NUL
  const answers = await database
    .select({ id: turns.answerId })
    .from(turns)
    .innerJoin(conversations, eq(conversations.id, turns.conversationId))
    .where(and(ownedBy(conversationId, ownerId), eq(turns.answerId, answerId)))
  if (answers.length === 0) return false
  await database
    .insert(feedback)
    .values({ answerId, rating, reason, comment })
    .onConflictDoUpdate({ target: feedback.answerId, set: { rating, reason, comment, givenAt: new Date() } })
  return true
}

/** Drizzle puts the parameters, so people's questions, into its messages, and messages reach logs. */
async function withoutParameters<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof DrizzleQueryError)) throw error
    const reason = error.cause?.message ?? 'unknown reason'
    throw new ConversationStoreError('query-failed', `the conversation database refused a query: ${reason}`)
  }
}
