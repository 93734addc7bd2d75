import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AnswerEvent, AskError, type AskRequest, type Assistant } from '../../answering/index.ts'
import type { AppServices } from '../app-services.ts'
import { observe, signalOf } from '../ask.ts'
import type { Metrics } from '../metrics.ts'
import { type CompletionRequest, dialogueOf } from './request.ts'

type Circumstances = Omit<AskRequest, 'message' | 'conversationId'>

/**
 * Starts the answer to the last message. The messages before it are asked anew in a conversation of their own, so that
 * facts, corrections and 「第二个」 mean what they mean on the page; that takes milliseconds and leaves nothing behind.
 */
export async function answerDialogue(
  body: CompletionRequest,
  { services, metrics }: { readonly services: AppServices; readonly metrics: Metrics },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<AsyncGenerator<AnswerEvent>> {
  const { earlier, question } = dialogueOf(body)
  const assistant = services.openConversation()
  const circumstances = {
    ownerId: request.id,
    asOf: body.metadata?.asOf ?? services.today(),
    signal: signalOf(reply, services.settings),
    ...(body.metadata?.locale === undefined ? {} : { locale: body.metadata.locale }),
  }
  const conversationId = await rehearse(earlier, assistant, circumstances)
  const events = assistant.ask({
    message: question,
    ...circumstances,
    ...(conversationId === undefined ? {} : { conversationId }),
  })
  // A question that cannot be taken throws here, before anything is sent.
  return observe(await events.next(), events, metrics, request)
}

/** The conversation in which these messages were asked; undefined where there were none. */
async function rehearse(
  messages: readonly string[],
  assistant: Assistant,
  circumstances: Circumstances,
): Promise<string | undefined> {
  let conversationId: string | undefined
  for (const message of messages) {
    circumstances.signal?.throwIfAborted()
    conversationId = (await askOnce(message, conversationId, assistant, circumstances)) ?? conversationId
  }
  return conversationId
}

/** Null for a message that was refused when it was asked: it left nothing to remember. */
async function askOnce(
  message: string,
  conversationId: string | undefined,
  assistant: Assistant,
  circumstances: Circumstances,
): Promise<string | null> {
  const request = { message, ...circumstances, ...(conversationId === undefined ? {} : { conversationId }) }
  try {
    for await (const event of assistant.ask(request))
      if (event.type === 'answer-end') return event.answer.conversationId
  } catch (error) {
    if (!(error instanceof AskError)) throw error
  }
  return null
}
