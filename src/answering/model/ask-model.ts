import type { z } from 'zod'
import type { ModelCall } from '../answer.ts'
import { type ChatModel, ModelError, type StructuredRequest } from '../chat-model.ts'

export interface Asking<Schema extends z.ZodType> {
  readonly name: string
  readonly schema: Schema
  readonly prompt: string
  /** Told as JSON, so that no text in it can pass for an instruction of ours. */
  readonly data: unknown
  readonly maxTokens: number
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}

export interface ModelReply<Value> {
  /** Null where the model failed: the answer goes on as without one. */
  readonly value: Value | null
  readonly call: ModelCall
}

/** Asks for one value and keeps a record of it; whoever leaves meanwhile ends the answer as well. */
export async function askModel<Schema extends z.ZodType>(
  step: ModelCall['step'],
  { prompt, data, signal, ...asking }: Asking<Schema>,
  { chatModel, elapsedMs }: { readonly chatModel: ChatModel; elapsedMs(): number },
): Promise<ModelReply<z.output<Schema>>> {
  const messages = [
    { role: 'system', content: prompt },
    { role: 'user', content: JSON.stringify(data) },
  ] as const
  const request: StructuredRequest<Schema> = { ...asking, messages, ...(signal && { signal }) }
  const startedAt = elapsedMs()
  const callOf = (outcome: string): ModelCall => {
    const durationMs = elapsedMs() - startedAt
    return { step, outcome, durationMs, firstSentenceMs: null, accepted: 0, dropped: {} }
  }
  try {
    const value = await chatModel.complete(request)
    return { value, call: callOf('ok') }
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof ModelError)) throw error
    return { value: null, call: callOf(error.code) }
  }
}

/** How often each reason was given. */
export function countReasons(reasons: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => [reason, all.length]))
}
