import { type ChatMessage, type ChatModel, ModelError, type ModelErrorCode } from '../answering/index.ts'
import type { CircuitBreaker, CircuitState } from './circuit-breaker.ts'
import { createCaller } from './guarded-call.ts'
import { parseReply, type ReplyFormat, replyFormat, withCorrection, withShape } from './structured-reply.ts'

/** What comes back for one call. `thinking` is a sign of life whose text is not kept. */
export type ChatDelta =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking' }
  | { readonly type: 'usage'; readonly inputTokens: number; readonly outputTokens: number }

export interface SourceCall {
  readonly messages: readonly ChatMessage[]
  readonly maxTokens: number
  readonly format: ReplyFormat | null
  readonly signal: AbortSignal
}

/** Where replies come from; throws a `ModelError`, a `PassingModelError` where another try may help. */
export interface ChatSource {
  readonly name: string
  ask(call: SourceCall): AsyncIterable<ChatDelta>
}

export interface ChatLimits {
  /** Until the first token, over all tries. */
  readonly firstTokenMs: number
  readonly betweenTokensMs: number
  /** For one reply, waiting for its turn included. */
  readonly wholeMs: number
  readonly attempts: number
  /** Replies at a time; the others wait in line. */
  readonly concurrency: number
  readonly maxTokens: number
}

export type CallOutcome = 'ok' | 'aborted' | ModelErrorCode

/** What may be counted of a model. */
export type ModelEvent =
  | {
      readonly type: 'call-end'
      readonly outcome: CallOutcome
      readonly firstTokenMs: number | null
      readonly inputTokens: number
      readonly outputTokens: number
    }
  | { readonly type: 'reply-invalid' }
  | { readonly type: 'circuit-change'; readonly state: CircuitState }
export type ModelObserver = (event: ModelEvent) => void

export interface Guards {
  readonly limits: ChatLimits
  readonly breaker: CircuitBreaker
  readonly observe?: ModelObserver
}

/**
 * A chat model of any source, with time limits, retries before the first token, a turn in line and a
 * circuit breaker. Where whoever asked aborts, the reason of the signal is thrown, else a `ModelError`.
 */
export function createGuardedChatModel(source: ChatSource, guards: Guards): ChatModel {
  const { observe = () => {} } = guards
  const call = createCaller(source, guards)
  return {
    name: source.name,
    stream: (request) => call(request, null),
    complete: async ({ name, schema, ...request }) => {
      const format = replyFormat(name, schema)
      let messages = withShape(request.messages, format)
      const endsAt = performance.now() + (request.timeoutMs ?? Number.POSITIVE_INFINITY)
      for (let isLast = false; ; isLast = true) {
        const timeoutMs = endsAt - performance.now()
        const reply = (await Array.fromAsync(call({ ...request, messages, timeoutMs }, format))).join('')
        const parsed = parseReply(reply, schema)
        if (parsed.status === 'valid') return parsed.value
        observe({ type: 'reply-invalid' })
        // The problem names paths and kinds, never what the model wrote.
        if (isLast)
          throw new ModelError('invalid-output', `语言模型 ${source.name} 的输出不合要求：${parsed.problem}。`)
        messages = withCorrection(messages, reply, parsed.problem)
      }
    },
  }
}
