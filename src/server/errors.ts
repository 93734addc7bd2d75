import type { FastifyReply, FastifyRequest } from 'fastify'
import { AskError } from '../answering/index.ts'
import { FirmListError } from '../reading/index.ts'
import type { ErrorReply } from './api.ts'
import { describeFaults } from './field-problems.ts'
import { listErrorReply } from './list-errors.ts'
import { localeOf } from './locale.ts'
import { type ErrorCode, fill, wording } from './wording.ts'

const statusOfCode: Readonly<Record<ErrorCode, number>> = {
  'message-empty': 400,
  'message-without-words': 400,
  'message-too-long': 400,
  'conversation-unknown': 404,
  'question-unknown': 409,
  'answer-unknown': 404,
  'page-unknown': 400,
  'share-unknown': 404,
  'policy-unknown': 404,
  'profile-invalid': 400,
  'span-reversed': 400,
  'document-unknown': 404,
  'token-invalid': 401,
  'visitor-token-invalid': 401,
  'origin-refused': 403,
  'request-invalid': 400,
  'body-not-json': 400,
  'body-not-utf8': 400,
  'body-missing': 400,
  'body-too-large': 413,
  'media-type-unsupported': 415,
  'address-malformed': 400,
  'request-malformed': 400,
  'route-unknown': 404,
  'rate-limited': 429,
  'answer-timeout': 504,
  'request-aborted': 499,
  'internal-error': 500,
}

/** What the framework calls a fault, and what we call it. */
const codeOfFramework: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'body-not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body-missing',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request-malformed',
  FST_ERR_BAD_URL: 'address-malformed',
}

/** An expected ending of a request that is not an answer. */
export class RequestError extends Error {
  readonly code: ErrorCode
  readonly values: Readonly<Record<string, string>>
  constructor(code: ErrorCode, values: Readonly<Record<string, string>> = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}

/** Words an error for the client and notes it for the log; the client never sees more than this. */
export function errorReply(error: unknown, request: FastifyRequest): { status: number; body: ErrorReply } {
  if (error instanceof FirmListError) {
    request.outcome = error.code
    return listErrorReply(error, localeOf(request))
  }
  const code = codeOf(error)
  request.outcome = code
  if (code === 'internal-error') logFault(error, request)
  const locale = localeOf(request)
  const values = {
    id: request.id,
    problems: describeFaults(validationOf(error), locale),
    ...(error instanceof RequestError ? error.values : {}),
  }
  return { status: statusOfCode[code], body: { error: { code, message: fill(wording[locale].errors[code], values) } } }
}

export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, body } = errorReply(error, request)
  return reply.status(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body)
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof RequestError || error instanceof AskError) return error.code
  if (!(error instanceof Error)) return 'internal-error'
  if (error.name === 'TimeoutError') return 'answer-timeout'
  if (error.name === 'AbortError') return 'request-aborted'
  if (validationOf(error).length > 0) return 'request-invalid'
  const known = 'code' in error && typeof error.code === 'string' ? codeOfFramework[error.code] : undefined
  if (known) return known
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500
  return status >= 400 && status < 500 ? 'request-malformed' : 'internal-error'
}

function validationOf(error: unknown): readonly unknown[] {
  return error instanceof Error && 'validation' in error && Array.isArray(error.validation) ? error.validation : []
}

/** Only chosen parts are logged: an error may drag along queries, prompts or the question itself. */
function logFault(error: unknown, request: FastifyRequest): void {
  const {
    name,
    message,
    stack = '',
  } = error instanceof Error ? error : new Error('something other than an error was thrown')
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  request.log.error({ fault: { name, message: withoutQuestion(message, request.body), frames } }, 'request failed')
}

/** Whatever the client wrote is taken out, wherever in its body it stands. */
function withoutQuestion(message: string, body: unknown): string {
  const safe = textsOf(body).reduce((text, written) => text.replaceAll(written, '[question]'), message)
  return safe.slice(0, 500)
}

/** The longest first: one may be part of another. */
function textsOf(body: unknown, levels = 8): string[] {
  const isNested = typeof body === 'object' && body !== null && levels > 0
  const inside = isNested ? Object.values(body).flatMap((part) => textsOf(part, levels - 1)) : []
  const texts = typeof body === 'string' && body.trim() !== '' ? [body, body.trim()] : inside
  return texts.toSorted((one, other) => other.length - one.length)
}
