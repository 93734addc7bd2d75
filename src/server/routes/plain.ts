import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Locale } from '../../answering/index.ts'
import { startAnswer } from '../ask.ts'
import { errorReply, RequestError } from '../errors.ts'
import { readForm } from '../form-body.ts'
import { localeOf } from '../locale.ts'
import { plainAnswer } from '../plain/answer.ts'
import { type PlainPage, plainPage } from '../plain/page.ts'
import { plainWords } from '../plain/words.ts'
import type { ChatOptions } from './chat.ts'

const Form = z.strictObject({
  message: z.string(),
  conversationId: z.uuid().optional(),
  locale: Locale.optional(),
})
const Query = z.object({ lang: Locale.optional().catch(undefined), q: z.string().max(2000).optional() })

/** The chat for browsers without scripts: a form is sent, a page with the answer comes back. */
export const plainRoutes: FastifyPluginAsyncZod<ChatOptions> = async (site, options) => {
  readForm(site)
  site.setErrorHandler(showProblem)

  site.get('/plain', { schema: { hide: true, querystring: Query } }, (request, reply) => {
    const { lang: locale = localeOf(request), q: question = '' } = request.query
    return send(reply, { locale, question })
  })

  site.post('/plain', {
    schema: { hide: true, body: Form },
    // After the form was read, so that a question which comes too soon is not lost.
    preHandler: options.limitAsking,
    handler: async (request, reply) => {
      if (!isFromHere(request)) throw new RequestError('request-malformed')
      const locale = localeOf(request)
      for await (const event of await startAnswer({ ...request.body, locale }, options, request, reply)) {
        if (event.type !== 'answer-end') continue
        const { answer } = event
        const { conversationId } = answer
        return send(reply, { locale, conversationId, answer: plainAnswer(request.body.message, answer) })
      }
      throw new Error('the answer ended without answer-end')
    },
  })
}

/** Another website may not ask in a visitor's name. Browsers too old to say where a form comes from send no cookie. */
function isFromHere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === host)
}

/** The reason and what to do, with the question still in the box. */
function showProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(request)
  const { status, body } = errorReply(error, request)
  const form = Form.partial().safeParse(request.body).data
  const { gone, foreign } = plainWords[locale]
  const isGone = body.error.code === 'conversation-unknown'
  const problem = isGone ? gone : isFromHere(request) ? body.error.message : foreign
  const conversationId = isGone ? undefined : form?.conversationId
  return send(reply.status(status), {
    locale,
    question: form?.message ?? '',
    problem,
    ...(conversationId === undefined ? {} : { conversationId }),
  })
}

function send(reply: FastifyReply, page: PlainPage): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(plainPage(page))
}
