import { bigserial, boolean, date, index, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { ShareableAnswer, Turn } from '../../answering/index.ts'

/** After a change: `npx drizzle-kit generate --dialect postgresql --schema src/adapters/database/schema.ts --out src/adapters/database/migrations`. */

export const conversations = pgTable(
  'conversations',
  {
    id: text().primaryKey(),
    ownerId: text('owner_id').notNull(),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('conversations_owner').on(table.ownerId)],
)

export const turns = pgTable(
  'turns',
  {
    position: bigserial({ mode: 'number' }).primaryKey(),
    conversationId: text('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    answerId: text('answer_id').notNull().unique(),
    /** Beside the exchange, so that "unanswered, and why" is a query. */
    status: text().notNull(),
    reason: text(),
    askedAt: timestamp('asked_at', { withTimezone: true, mode: 'string' }).notNull(),
    /** `json`, not `jsonb`: the exchange comes back byte for byte, also where it holds characters that text cannot. */
    exchange: json().$type<Turn>().notNull(),
    /** The exchange without the findings of its verdicts, which the next question does not need; null where it has none. */
    memory: json().$type<Turn>(),
  },
  (table) => [
    index('turns_conversation').on(table.conversationId, table.position),
    index('turns_status').on(table.status),
  ],
)

export const feedback = pgTable('feedback', {
  answerId: text('answer_id')
    .primaryKey()
    .references(() => turns.answerId, { onDelete: 'cascade' }),
  rating: text().notNull(),
  reason: text(),
  comment: text(),
  givenAt: timestamp('given_at', { withTimezone: true }).notNull().defaultNow(),
})

/** Links to answers, at most one an answer; they go with it. */
export const shares = pgTable('shares', {
  answerId: text('answer_id')
    .primaryKey()
    .references(() => turns.answerId, { onDelete: 'cascade' }),
  id: text().notNull().unique(),
  withVerdicts: boolean('with_verdicts').notNull(),
  sharedOn: date('shared_on', { mode: 'string' }).notNull(),
  until: date({ mode: 'string' }).notNull(),
  /** `json` for the reason that it is at the exchange. */
  answer: json().$type<ShareableAnswer>().notNull(),
})
