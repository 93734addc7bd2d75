import { randomUUID } from 'node:crypto'
import {
  type Answer,
  type AnswerEvent,
  AskError,
  type AskRequest,
  type Assistant,
  type ConversationStore,
} from '../../src/answering/index.ts'
import { sampleAnswer } from '../contracts/conversation-store-samples.ts'

/** What the double does once it has begun to answer. */
export type Script = (request: AskRequest, answer: Answer) => AsyncGenerator<AnswerEvent>

export interface ScriptedAssistant extends Assistant {
  /** All that was asked, in order. */
  readonly asked: AskRequest[]
}

export const retrieved: AnswerEvent = { type: 'step-end', step: 'retrieve', durationMs: 2 }

/** A script in which something breaks. */
export function failing(message: string): Script {
  return async function* () {
    yield retrieved
    throw new Error(message)
  }
}

/** Keeps the promises of an assistant towards the edge, with an answer that is always the same. */
export function createScriptedAssistant(
  conversations: ConversationStore,
  script: Script = answerAtOnce,
): ScriptedAssistant {
  const asked: AskRequest[] = []
  return {
    asked,
    async *ask(request) {
      asked.push(request)
      const { conversationId = randomUUID(), ownerId, message, asOf } = request
      if (message.trim() === '') throw new AskError('message-empty', 'empty')
      if (message.length > 500) throw new AskError('message-too-long', 'too long')
      const isKnown = !request.conversationId || (await conversations.turns(conversationId, ownerId)) !== null
      if (!isKnown) throw new AskError('conversation-unknown', 'unknown')
      const answer = { ...sampleAnswer(conversationId), asOf }
      yield { type: 'answer-start', id: answer.id, conversationId, asOf }
      yield* script(request, answer)
      const turn = { question: message, answer, askedAt: '2026-11-23T02:03:04Z' }
      if (request.replaces === undefined) await conversations.append(conversationId, ownerId, turn)
      else if (!(await conversations.replace(conversationId, ownerId, request.replaces, turn)))
        throw new AskError('question-unknown', 'unknown')
      yield { type: 'answer-end', answer }
    },
  }
}

async function* answerAtOnce(_request: AskRequest, answer: Answer): AsyncGenerator<AnswerEvent> {
  yield retrieved
  for (const citation of answer.citations) yield { type: 'citation-ready', citation }
  for (const sentence of answer.sentences) yield { type: 'sentence-ready', sentence }
}
