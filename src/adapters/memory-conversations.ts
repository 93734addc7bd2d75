import {
  type ConversationStore,
  type ConversationSummary,
  type Feedback,
  type ListCursor,
  remembered,
  type Share,
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
  const shares = new Map<string, Share>()
  const feedback = new Map<string, Feedback>()
  const find = (id: string, ownerId: string): Conversation | null => {
    const conversation = conversations.get(id)
    return conversation?.ownerId === ownerId ? conversation : null
  }
  const hasAnswer = (ownerId: string, { conversationId, answerId }: Pick<Share, 'conversationId' | 'answerId'>) =>
    find(conversationId, ownerId)?.turns.some(({ answer }) => answer.id === answerId) ?? false
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
      if (!hasAnswer(ownerId, given)) return false
      feedback.set(given.answerId, given)
      return true
    },
    share: async (ownerId, share) => {
      if (!hasAnswer(ownerId, share)) return false
      shares.set(share.answerId, structuredClone(share))
      return true
    },
    shareOf: async (ownerId, conversationId, answerId) =>
      (hasAnswer(ownerId, { conversationId, answerId }) && structuredClone(shares.get(answerId))) || null,
    unshare: async (ownerId, conversationId, answerId) =>
      hasAnswer(ownerId, { conversationId, answerId }) && shares.delete(answerId),
    findShare: async (id, on) => {
      const share = [...shares.values()].find((one) => one.id === id && on <= one.until)
      const turns = share && conversations.get(share.conversationId)?.turns
      return turns?.some(({ answer }) => answer.id === share?.answerId) ? structuredClone(share ?? null) : null
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
