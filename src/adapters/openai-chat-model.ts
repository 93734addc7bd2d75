import type { OpenAI } from 'openai'
import { z } from 'zod'
import { type ChatModel, ModelError } from '../answering/index.ts'
import {
  type ChatDelta,
  type ChatSource,
  createGuardedChatModel,
  type Guards,
  type SourceCall,
} from './guarded-chat-model.ts'
import { type CalledModel, modelErrorOf } from './model-failures.ts'
import { createOpenAiClient, type OpenAiServer } from './openai-client.ts'
import { bodyOf, type Dialect, firstDialect, nextDialect } from './openai-dialect.ts'

export interface OpenAiChatSettings extends OpenAiServer {
  readonly model: string
}

/** A language model behind an OpenAI-compatible interface. */
export function createOpenAiChatModel(settings: OpenAiChatSettings, guards: Guards): ChatModel {
  return createGuardedChatModel(createSource(settings), guards)
}

function createSource(settings: OpenAiChatSettings): ChatSource {
  const client = createOpenAiClient(settings)
  const called: CalledModel = {
    what: `语言模型 ${settings.model} `,
    settings: { url: 'LLM_BASE_URL', model: 'LLM_MODEL', key: 'LLM_API_KEY' },
  }
  let dialect = firstDialect
  return {
    name: settings.model,
    async *ask(call) {
      try {
        const opened = await openStream(client, settings.model, call, dialect, called)
        dialect = opened.dialect
        yield* deltasOf(opened.stream, called.what)
      } catch (error) {
        throw modelErrorOf(error, called)
      }
    },
  }
}

/** Opens the stream in the first dialect that the server takes. */
async function openStream(client: OpenAI, model: string, call: SourceCall, first: Dialect, { what }: CalledModel) {
  let dialect = first
  for (;;) {
    try {
      const request = client.chat.completions.create(bodyOf(model, call, dialect), { signal: call.signal })
      const { data: stream, response } = await request.withResponse()
      if (!response.headers.get('content-type')?.includes('html')) return { stream, dialect }
      stream.controller.abort()
      const advice = '请检查 LLM_BASE_URL（通常以 /v1 结尾）'
      throw new ModelError('unavailable', `${what}的网址返回的是网页，不是模型接口。${advice}。`)
    } catch (error) {
      const next = nextDialect(dialect, error, call.format !== null)
      if (!next) throw error
      dialect = next
    }
  }
}

/** As much of a piece of the stream as is read. Text of thinking (`reasoning_content`) is never kept. */
const Chunk = z.object({
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            reasoning_content: z.string().nullish(),
            reasoning: z.string().nullish(),
            refusal: z.string().nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
})

async function* deltasOf(stream: AsyncIterable<unknown>, what: string): AsyncGenerator<ChatDelta> {
  let hasText = false
  let ending: string | null = null
  for await (const piece of stream) {
    const chunk = Chunk.safeParse(piece)
    if (!chunk.success) throw new ModelError('invalid-output', `${what}返回的内容不是约定的格式。`)
    // A server may send several replies at once; only the first is ours.
    const choice = chunk.data.choices?.find(({ index }) => (index ?? 0) === 0)
    if (choice?.delta?.refusal) throw new ModelError('refused', `${what}拒绝回答。`)
    if (choice?.delta?.content) {
      hasText = true
      yield { type: 'text', text: choice.delta.content }
    } else if (choice?.delta?.reasoning_content || choice?.delta?.reasoning) yield { type: 'thinking' }
    ending = choice?.finish_reason ?? ending
    const { usage } = chunk.data
    if (usage) yield { type: 'usage', inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
  }
  // Only now: the figures of usage come after the ending.
  if (ending === 'length') throw new ModelError('too-long', `${what}的回答超过了长度上限。`)
  if (ending === 'content_filter') throw new ModelError('refused', `${what}拒绝回答。`)
  if (ending === null && hasText) throw new ModelError('unavailable', `${what}的回答中途断开。`)
}
