import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ChatReply, ChatRequest, ErrorReply } from '../api.ts'
import type { AppServices } from '../app-services.ts'
import { startAnswer } from '../ask.ts'
import type { Metrics } from '../metrics.ts'
import { sendEvents } from '../send-events.ts'

export interface ChatOptions {
  readonly services: AppServices
  readonly metrics: Metrics
  readonly limitAsking: onRequestAsyncHookHandler[]
}

/** Asking, with the answer whole or as a stream of events; both come from the same events. */
export const chatRoutes: FastifyPluginAsyncZod<ChatOptions> = async (api, options) => {
  const { services, limitAsking } = options
  const errors = { '4xx': ErrorReply, '5xx': ErrorReply }

  api.post('/chat', {
    schema: {
      summary: '提问，得到完整的回答',
      description:
        '`profile` 代替对话里已知的企业信息（写法见 GET /v1/facts）。`replaces` 是要修改的那一问的回答编号：新的回答完成后，那一问和之后的内容一并换掉。新访客的令牌在响应头 `x-conversation-token` 里。',
      tags: ['问答'],
      body: ChatRequest,
      response: { 200: ChatReply, ...errors },
    },
    onRequest: limitAsking,
    handler: async (request, reply) => {
      for await (const event of await startAnswer(request.body, options, request, reply))
        if (event.type === 'answer-end') return event.answer
      throw new Error('the answer ended without answer-end')
    },
  })

  api.post('/chat/stream', {
    schema: {
      summary: '提问，逐步得到回答（SSE）',
      description:
        '事件：answer-start、step-end、verdicts-ready、citation-ready、sentence-ready、answer-end；中途出错时为 error，数据同普通错误。',
      tags: ['问答'],
      body: ChatRequest,
      response: { 200: z.unknown().describe('text/event-stream'), ...errors },
    },
    onRequest: limitAsking,
    // The common compressor would hold events back until its buffer is full.
    compress: false,
    handler: async (request, reply) => {
      const events = await startAnswer(request.body, options, request, reply)
      return sendEvents(events, services.settings, request, reply)
    },
  })
}
