import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ChatRequest, ConversationReply, ErrorReply, VisitorTokenReply } from '../api.ts'
import { startAnswer } from '../ask.ts'
import { RequestError } from '../errors.ts'
import { sendEvents } from '../send-events.ts'
import { issueToken, visitorOf } from '../widget-visitor.ts'
import type { ChatOptions } from './chat.ts'

export interface WidgetOptions extends ChatOptions {
  readonly limitTokens: onRequestAsyncHookHandler[]
  readonly limitVisitors: onRequestAsyncHookHandler[]
}

/** For pages of other sites: no route but these may be read from there, no cookie counts here, and none is set. */
export const widgetRoutes: FastifyPluginAsyncZod<WidgetOptions> = async (api, options) => {
  const { services, limitAsking, limitTokens, limitVisitors } = options
  const errors = { '4xx': ErrorReply, '5xx': ErrorReply }
  const allowed: ReadonlySet<string> = new Set(services.settings.widgetOrigins)

  api.addHook('onRequest', async ({ headers: { origin } }, reply) => {
    reply.header('vary', 'origin')
    if (origin === undefined || !allowed.has(origin))
      throw new RequestError('origin-refused', { origin: (origin ?? '-').slice(0, 100) })
    reply.header('access-control-allow-origin', origin)
  })

  api.options('/*', { schema: { hide: true }, handler: answerPreflight })

  api.post('/token', {
    schema: {
      summary: '小组件：取得或续期访客令牌',
      description: '令牌 30 分钟有效，只在取得它的网站（Origin）有效；带着有效令牌来就续期，访客不变。',
      tags: ['小组件'],
      response: { 200: VisitorTokenReply, ...errors },
    },
    onRequest: limitTokens,
    handler: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return issueToken(request, request.headers.origin ?? '')
    },
  })

  api.post('/chat/stream', {
    schema: {
      summary: '小组件：提问，逐步得到回答（SSE）',
      tags: ['小组件'],
      body: ChatRequest,
      response: { 200: z.unknown().describe('text/event-stream'), ...errors },
    },
    onRequest: [...limitAsking, ...limitVisitors],
    compress: false,
    handler: async (request, reply) => {
      const owner = { id: visitorOf(request).id, isNew: false }
      const events = await startAnswer(request.body, options, request, reply, owner)
      return sendEvents(events, services.settings, request, reply)
    },
  })

  api.get('/conversations/:id', {
    schema: {
      summary: '小组件：读取自己的对话',
      tags: ['小组件'],
      params: z.object({ id: z.string() }),
      response: { 200: ConversationReply, ...errors },
    },
    handler: async (request, reply) => {
      const { id } = request.params
      const visitor = visitorOf(request)
      const turns = z.uuid().safeParse(id).success ? await services.conversations.turns(id, visitor.id) : null
      if (turns === null) throw new RequestError('conversation-unknown')
      reply.header('cache-control', 'no-store')
      return { id, turns }
    },
  })
}

async function answerPreflight(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply
    .status(204)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'authorization, content-type')
    .header('access-control-max-age', '7200')
    .send()
}
