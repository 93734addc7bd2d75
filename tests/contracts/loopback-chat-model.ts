import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import { OpenAI } from 'openai'

/** A chat model of LangChain as its vendors' packages make them: over HTTP, with errors of the SDK. */
export class LoopbackChatModel extends BaseChatModel {
  readonly #client: OpenAI
  constructor({ baseUrl, apiKey }: { readonly baseUrl: string; readonly apiKey: string }) {
    super({ maxRetries: 0 })
    this.#client = new OpenAI({ baseURL: baseUrl, apiKey, maxRetries: 0, logLevel: 'off' })
  }
  override _llmType(): string {
    return 'loopback'
  }
  override async _generate(): Promise<ChatResult> {
    throw new Error('only streams')
  }
  override async *_streamResponseChunks(
    messages: BaseMessage[],
    { signal }: this['ParsedCallOptions'],
  ): AsyncGenerator<ChatGenerationChunk> {
    const body = { model: 'm', stream: true, messages: messages.map(bodyOf) } as const
    const { data, response } = await this.#client.chat.completions.create(body, { signal }).withResponse()
    if (response.headers.get('content-type')?.includes('html')) throw new TypeError('not an API')
    let ending: string | null = null
    for await (const { choices, usage } of data) {
      const [choice] = choices
      ending = choice?.finish_reason ?? ending
      const message = new AIMessageChunk({
        content: choice?.delta.content ?? '',
        additional_kwargs: { refusal: choice?.delta.refusal, reasoning_content: thoughtOf(choice?.delta) },
        response_metadata: { finish_reason: choice?.finish_reason },
      })
      if (usage) Object.assign(message, { usage_metadata: usageOf(usage) })
      yield new ChatGenerationChunk({ text: message.text, message })
    }
    if (ending === null && !signal?.aborted) throw new SyntaxError('the stream has no end')
  }
}

function thoughtOf(delta: object | undefined): unknown {
  return delta && 'reasoning_content' in delta ? delta.reasoning_content : undefined
}

function bodyOf({ type, text }: BaseMessage) {
  const role = type === 'system' ? 'system' : type === 'ai' ? 'assistant' : 'user'
  return { role, content: text } as const
}

function usageOf(usage: OpenAI.CompletionUsage) {
  const { prompt_tokens: input_tokens, completion_tokens: output_tokens, total_tokens } = usage
  return { input_tokens, output_tokens, total_tokens }
}
