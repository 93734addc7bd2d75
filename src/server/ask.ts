import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AnswerEvent } from '../answering/index.ts'
import type { ChatRequest } from './api.ts'
import type { AppServices, ServerSettings } from './app-services.ts'
import { localeOf } from './locale.ts'
import { countModelCalls, type Metrics } from './metrics.ts'
import { introduce, type Owner, ownerOf } from './owner.ts'
import { takeRecordedProfile } from './profile.ts'

const defaultAnswerTimeoutMs = 60_000

/**
 * Starts an answer. A question that cannot be taken throws here, before anything is sent; a new owner learns
 * who they are only with a first answer.
 */
export async function startAnswer(
  question: ChatRequest,
  { services, metrics }: { readonly services: AppServices; readonly metrics: Metrics },
  request: FastifyRequest,
  reply: FastifyReply,
  owner: Owner = ownerOf(request),
): Promise<AsyncGenerator<AnswerEvent>> {
  const asOf = question.asOf ?? services.today()
  const events = services.assistant.ask({
    message: question.message,
    ...(question.conversationId === undefined ? {} : { conversationId: question.conversationId }),
    ...(question.replaces === undefined ? {} : { replaces: question.replaces }),
    ...(question.profile === undefined
      ? {}
      : { profile: takeRecordedProfile(question.profile, asOf, question.locale ?? localeOf(request), services) }),
    ...(question.locale === undefined ? {} : { locale: question.locale }),
    ownerId: owner.id,
    asOf,
    signal: signalOf(reply, services.settings),
  })
  const first = await events.next()
  introduce(owner, request, reply)
  return observe(first, events, metrics, request)
}

/** Aborts when the client goes away before its reply is complete, and when the answer takes too long. */
export function signalOf(
  reply: FastifyReply,
  { answerTimeoutMs: timeoutMs = defaultAnswerTimeoutMs }: ServerSettings,
): AbortSignal {
  const ending = new AbortController()
  const tooLong = new DOMException(`no answer within ${timeoutMs} ms`, 'TimeoutError')
  const timer = setTimeout(() => ending.abort(tooLong), timeoutMs)
  reply.raw.once('close', () => {
    clearTimeout(timer)
    if (!reply.raw.writableFinished) ending.abort()
  })
  return ending.signal
}

/** The events of an answer, with what they say of it counted and logged. */
export async function* observe(
  first: IteratorResult<AnswerEvent>,
  events: AsyncGenerator<AnswerEvent>,
  metrics: Metrics,
  request: FastifyRequest,
): AsyncGenerator<AnswerEvent> {
  try {
    for (let result = first; !result.done; result = await events.next()) {
      record(result.value, metrics, request)
      yield result.value
      if (result.value.type === 'answer-end') return
    }
  } finally {
    await events.return(undefined)
  }
  throw new Error('the answer ended without answer-end')
}

function record(event: AnswerEvent, metrics: Metrics, request: FastifyRequest): void {
  if (event.type === 'step-end') metrics.steps.observe({ step: event.step }, event.durationMs / 1000)
  if (event.type !== 'answer-end') return
  const { status, reason, modelCalls = [] } = event.answer
  metrics.answers.inc({ status, reason: reason ?? '' })
  countModelCalls(modelCalls, metrics)
  request.outcome = status
}
