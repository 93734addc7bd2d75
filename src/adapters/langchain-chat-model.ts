import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessage, type AIMessageChunk, HumanMessage, SystemMessage } from '@langchain/core/messages'
import { z } from 'zod'
import { type ChatMessage, type ChatModel, ModelError } from '../answering/index.ts'
import { type ChatDelta, createGuardedChatModel, type Guards } from './guarded-chat-model.ts'
import { type CalledModel, modelErrorOf } from './model-failures.ts'

/**
 * Any chat model of LangChain as ours. Make it with `maxRetries: 0`, as retries are ours, and with its own
 * token limit, since LangChain has no common name for one; ours stops a reply that is far beyond it.
 */
export function createLangchainChatModel(model: BaseChatModel, name: string, guards: Guards): ChatModel {
  const called: CalledModel = {
    what: `语言模型 ${name} `,
    settings: { url: '模型的网址', model: '模型的名称', key: '模型的密钥' },
  }
  return createGuardedChatModel(
    {
      name,
      async *ask({ messages, signal }) {
        try {
          for await (const chunk of await model.stream(messages.map(messageOf), { signal })) {
            yield* deltasOf(chunk, called.what)
          }
        } catch (error) {
          throw modelErrorOf(error, called)
        }
      },
    },
    guards,
  )
}

function messageOf({ role, content }: ChatMessage) {
  switch (role) {
    case 'system':
      return new SystemMessage(content)
    case 'user':
      return new HumanMessage(content)
    case 'assistant':
      return new AIMessage(content)
  }
}

const Usage = z.object({ input_tokens: z.number(), output_tokens: z.number() })

function* deltasOf(chunk: AIMessageChunk, what: string): Generator<ChatDelta> {
  if (chunk.text !== '') yield { type: 'text', text: chunk.text }
  else if (chunk.additional_kwargs.reasoning_content) yield { type: 'thinking' }
  const { response_metadata: ending, additional_kwargs: extra } = chunk
  const { data: usage } = Usage.safeParse(chunk.usage_metadata)
  if (usage) yield { type: 'usage', inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }
  if (extra.refusal || ending.finish_reason === 'content_filter') throw new ModelError('refused', `${what}拒绝回答。`)
  if (ending.finish_reason === 'length' || ending.stop_reason === 'max_tokens')
    throw new ModelError('too-long', `${what}的回答超过了长度上限。`)
}
