import { type AnsweringParts, answerQuestion } from './answer-question.ts'
import { maskPersonalData } from './mask.ts'
import { AskError, type AskRequest, type Assistant, type ConversationStore, type Turn } from './ports.ts'
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
      const history = await historyOf(request, parts.conversations)
      const conversationId = request.conversationId ?? parts.newId()
      const id = parts.newId()
      const { asOf, signal } = request
      yield { type: 'answer-start', id, conversationId, asOf }
      const locale = request.locale ?? null
      const profile = request.profile ?? profileOf(history)
      const input = { id, conversationId, message, history, profile, asOf, locale, signal }
      const answer = yield* answerQuestion(input, parts)
      const turn = { question: maskPersonalData(message), answer, askedAt: parts.now().toISOString() }
      await keep(conversationId, turn, request, parts.conversations)
      yield { type: 'answer-end', answer }
    },
  }
}

/** What was said before the message; a corrected question and what came after it were never said. */
async function historyOf(request: AskRequest, conversations: ConversationStore): Promise<readonly Turn[]> {
  const { conversationId: id, ownerId, replaces } = request
  const turns = id === undefined ? [] : await conversations.history(id, ownerId)
  if (!turns) throw new AskError('conversation-unknown', `no conversation ${id} of this owner`)
  if (replaces === undefined) return turns
  const place = turns.findIndex(({ answer }) => answer.id === replaces)
  if (place === -1) throw questionUnknown(replaces)
  return turns.slice(0, place)
}

async function keep(
  conversationId: string,
  turn: Turn,
  { ownerId, replaces }: AskRequest,
  conversations: ConversationStore,
): Promise<void> {
  if (replaces === undefined) return conversations.append(conversationId, ownerId, turn)
  // Meanwhile another tab may have corrected or deleted it.
  if (!(await conversations.replace(conversationId, ownerId, replaces, turn))) throw questionUnknown(replaces)
}

function questionUnknown(answerId: string): AskError {
  return new AskError('question-unknown', `no answer ${answerId} in this conversation`)
}
