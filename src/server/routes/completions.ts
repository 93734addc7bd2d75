import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AppServices } from '../app-services.ts'
import type { Metrics } from '../metrics.ts'
import { answerDialogue } from '../openai/answer-dialogue.ts'
import { completionOf } from '../openai/completion.ts'
import { sendCompletionError } from '../openai/error.ts'
import { CompletionRequest, modelName } from '../openai/request.ts'
import { sendChunks } from '../openai/send-chunks.ts'

export interface CompletionOptions {
  readonly services: AppServices
  readonly metrics: Metrics
  readonly limitAsking: onRequestAsyncHookHandler[]
}

const replies = { 200: z.unknown().describe('chat.completion，或 text/event-stream'), '4xx': z.unknown() }

/** The assistant for clients of OpenAI's interface. Nothing is kept: the client brings the conversation along. */
export const completionRoutes: FastifyPluginAsyncZod<CompletionOptions> = async (api, options) => {
  api.setErrorHandler(sendCompletionError)

  api.post('/chat/completions', {
    schema: {
      summary: '提问（OpenAI 兼容）',
      description: [
        '最后一条 user 消息是问题，之前的 user 消息是这次对话；system 和 assistant 消息不影响回答。不保存任何内容。',
        '`metadata` 可带 `asOf`、`locale`。判定、企业信息、引用在 `policy_navigator` 里。',
      ].join(''),
      tags: ['OpenAI 兼容'],
      body: CompletionRequest,
      response: replies,
    },
    // Clients send the whole conversation each time, with our answers in it.
    bodyLimit: 1024 * 1024,
    onRequest: options.limitAsking,
    // The common compressor would hold chunks back until its buffer is full.
    compress: false,
    handler: (request, reply) => complete(request.body, options, request, reply),
  })

  api.get('/models', {
    schema: { summary: '模型列表（OpenAI 兼容）', tags: ['OpenAI 兼容'], response: replies },
    handler: async () => ({
      object: 'list',
      data: [{ id: modelName, object: 'model', created: 0, owned_by: modelName }],
    }),
  })
}

async function complete(
  body: CompletionRequest,
  options: CompletionOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const events = await answerDialogue(body, options, request, reply)
  if (body.stream) {
    const withUsage = body.stream_options?.include_usage ?? false
    return sendChunks(events, { ...options.services.settings, withUsage }, request, reply)
  }
  for await (const event of events) if (event.type === 'answer-end') return completionOf(event.answer, Date.now())
  throw new Error('the answer ended without answer-end')
}
