import { type AnsweringParts, answerQuestion } from './answer-question.ts'
import { maskPersonalData } from './mask.ts'
import { AskError, type Assistant, type ConversationStore, type Turn } from './ports.ts'
import { profileOf } from './profile.ts'
import { screen } from './steps/screen.ts'

export interface AssistantParts extends AnsweringParts {
  readonly conversations: ConversationStore
  newId(): string
  now(): Date
}

/** Answers questions in conversations and keeps each exchange before it says that the answer has ended. */
export function createAssistant(parts: AssistantParts): Assistant {
  return {
    async *ask(request) {
      const message = screen(request.message)
      const history = await historyOf(request.conversationId, request.ownerId, parts.conversations)
      const conversationId = request.conversationId ?? parts.newId()
      const id = parts.newId()
      const { asOf, ownerId, signal } = request
      yield { type: 'answer-start', id, conversationId, asOf }
      const locale = request.locale ?? null
      const profile = request.profile ?? profileOf(history)
      const input = { id, conversationId, message, history, profile, asOf, locale, signal }
      const answer = yield* answerQuestion(input, parts)
      const turn = { question: maskPersonalData(message), answer, askedAt: parts.now().toISOString() }
      await parts.conversations.append(conversationId, ownerId, turn)
      yield { type: 'answer-end', answer }
    },
  }
}

async function historyOf(id: string | undefined, ownerId: string, conversations: ConversationStore): Promise<Turn[]> {
  if (id === undefined) return []
  const turns = await conversations.history(id, ownerId)
  if (!turns) throw new AskError('conversation-unknown', `no conversation ${id} of this owner`)
  return turns
}
