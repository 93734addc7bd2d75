import type { FastifyInstance } from 'fastify'
import { RequestError } from './errors.ts'

/** Bodies are JSON in UTF-8 and nothing else: bytes that are not UTF-8 would become other words silently. */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const text = decode(body)
    if (text === null) done(new RequestError('body-not-utf8'))
    else if (text.trim() === '') done(new RequestError('body-missing'))
    else parse(request, text, done)
  })
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The one reason to fail here is a byte sequence that is not UTF-8; the caller says so.
    return null
  }
}
