import {
  type ConversationStore,
  type ConversationSummary,
  type Feedback,
  type ListCursor,
  remembered,
  type Turn,
} from '../answering/index.ts'
import { ConversationStoreError } from './conversation-store-error.ts'

interface Conversation {
  readonly ownerId: string
  readonly turns: readonly Turn[]
}

/** Conversations that last as long as the process: for the command line, evals and tests. */
export function createMemoryConversations(): ConversationStore {
  const conversations = new Map<string, Conversation>()
  const feedback = new Map<string, Feedback>()
  const find = (id: string, ownerId: string): Conversation | null => {
    const conversation = conversations.get(id)
    return conversation?.ownerId === ownerId ? conversation : null
  }
  return {
    turns: async (id, ownerId) => {
      const conversation = find(id, ownerId)
      return conversation && structuredClone([...conversation.turns])
    },
    history: async (id, ownerId) => find(id, ownerId)?.turns.map((turn) => structuredClone(remembered(turn))) ?? null,
    append: async (id, ownerId, turn) => {
      const earlier = conversations.get(id)
      if (earlier && earlier.ownerId !== ownerId)
        throw new ConversationStoreError('owner-differs', `conversation ${id} has another owner`)
      conversations.set(id, { ownerId, turns: [...(earlier?.turns ?? []), structuredClone(turn)] })
    },
    replace: async (id, ownerId, answerId, turn) => {
      const earlier = find(id, ownerId)?.turns ?? []
      const place = earlier.findIndex(({ answer }) => answer.id === answerId)
      if (place === -1) return false
      conversations.set(id, { ownerId, turns: [...earlier.slice(0, place), structuredClone(turn)] })
      return true
    },
    list: async (ownerId, after, limit) =>
      [...conversations]
        .flatMap(([id, conversation]) => (conversation.ownerId === ownerId ? [summaryOf(id, conversation)] : []))
        .sort(latestFirst)
        .filter((summary) => after === null || latestFirst(summary, after) > 0)
        .slice(0, limit),
    remove: async (id, ownerId) => find(id, ownerId) !== null && conversations.delete(id),
    removeAll: async (ownerId) => {
      const own = [...conversations].filter(([, conversation]) => conversation.ownerId === ownerId)
      for (const [id] of own) conversations.delete(id)
      return own.length
    },
    addFeedback: async (ownerId, given) => {
      const answers = find(given.conversationId, ownerId)?.turns.map(({ answer }) => answer.id) ?? []
      if (!answers.includes(given.answerId)) return false
      feedback.set(given.answerId, given)
      return true
    },
    close: async () => conversations.clear(),
  }
}

function summaryOf(id: string, { turns }: Conversation): ConversationSummary {
  const question = turns[0]?.question ?? ''
  return { id, question, askedAt: new Date(turns.at(-1)?.askedAt ?? 0).toISOString(), turnCount: turns.length }
}

/** Instants in one notation: they sort as text. */
function latestFirst(one: ListCursor, other: ListCursor): number {
  if (one.askedAt !== other.askedAt) return one.askedAt < other.askedAt ? 1 : -1
  return one.id < other.id ? 1 : -1
}
