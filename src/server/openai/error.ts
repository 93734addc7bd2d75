import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../answering/index.ts'
import { errorReply } from '../errors.ts'
import { localeOf } from '../locale.ts'
import { fill } from '../wording.ts'
import { type CompletionErrorCode, errors } from './wording.ts'

const Faults = z.array(z.looseObject({ instancePath: z.string() }))

interface Place {
  /** The parameter at fault, as OpenAI names it. */
  readonly param: string
  readonly value?: string
}

/** A request in OpenAI's form that this model does not serve. */
export class CompletionError extends Error {
  readonly code: CompletionErrorCode
  readonly place: Place
  constructor(code: CompletionErrorCode, place: Place) {
    super(code)
    this.code = code
    this.place = place
  }
}

/** An error in the shape that OpenAI's clients read. */
export interface CompletionErrorReply {
  readonly error: {
    readonly message: string
    readonly type: 'invalid_request_error' | 'rate_limit_error' | 'server_error'
    readonly param: string | null
    readonly code: string
  }
}

export function completionErrorReply(
  error: unknown,
  request: FastifyRequest,
): { status: number; body: CompletionErrorReply } {
  const own = ownFault(error)
  if (own) return { status: statusOf(own), body: replyOf(own, request, localeOf(request)) }
  const { status, body } = errorReply(error, request)
  const { code, message } = body.error
  const param = code.startsWith('message-') ? 'messages' : firstFault(error)
  return { status, body: { error: { message, type: typeOf(status), param, code: code.replaceAll('-', '_') } } }
}

export function sendCompletionError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = completionErrorReply(error, request)
  return reply.status(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}

/** A body has another limit here than elsewhere, and another way out. */
function ownFault(error: unknown): CompletionError | null {
  if (error instanceof CompletionError) return error
  const isTooLarge = error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE'
  return isTooLarge ? new CompletionError('context-length-exceeded', { param: 'messages' }) : null
}

function replyOf({ code, place }: CompletionError, request: FastifyRequest, locale: Locale): CompletionErrorReply {
  request.outcome = code
  const message = fill(errors[locale][code], { param: place.param, value: (place.value ?? '').slice(0, 100) })
  return { error: { message, type: 'invalid_request_error', param: place.param, code: code.replaceAll('-', '_') } }
}

/** The parameter that the schema complains of first. */
function firstFault(error: unknown): string | null {
  const found = error instanceof Error && 'validation' in error ? Faults.safeParse(error.validation) : null
  return found?.data?.[0]?.instancePath.split('/')[1] ?? null
}

function statusOf({ code }: CompletionError): number {
  if (code === 'model-not-found') return 404
  return code === 'context-length-exceeded' ? 413 : 400
}

function typeOf(status: number): CompletionErrorReply['error']['type'] {
  if (status === 429) return 'rate_limit_error'
  return status >= 500 ? 'server_error' : 'invalid_request_error'
}
