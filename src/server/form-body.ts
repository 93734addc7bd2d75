import type { FastifyInstance } from 'fastify'
import { RequestError } from './errors.ts'

/** Takes what an HTML form sends; bytes that are not UTF-8 would become other words silently. */
export function readForm(site: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  site.addContentTypeParser(type, { parseAs: 'string' }, (_request, body: string, done) => {
    const fields = Object.fromEntries(new URLSearchParams(body))
    if (Object.values(fields).some((value) => value.includes('\u{FFFD}'))) done(new RequestError('body-not-utf8'))
    else done(null, fields)
  })
}
