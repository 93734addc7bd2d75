import type { z } from 'zod'

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ModelRequest {
  readonly messages: readonly ChatMessage[]
  /** Most tokens of the reply. */
  readonly maxTokens: number
  /** For the whole reply, retries and correction included, where less than the model's own limit. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
}

/** A reply of one shape; `name` is what the shape is called towards the model. */
export interface StructuredRequest<Schema extends z.ZodType> extends ModelRequest {
  readonly name: string
  readonly schema: Schema
}

/** A language model. It may word what was decided; it never decides. */
export interface ChatModel {
  /** As the server calls it. */
  readonly name: string
  /** The reply in pieces as they come; throws a `ModelError`. */
  stream(request: ModelRequest): AsyncIterable<string>
  /** One value that the schema accepts; throws a `ModelError`. */
  complete<Schema extends z.ZodType>(request: StructuredRequest<Schema>): Promise<z.output<Schema>>
}

export type ModelErrorCode =
  | 'timeout'
  | 'rate-limited'
  | 'unavailable'
  | 'refused'
  | 'invalid-output'
  | 'too-long'
  | 'circuit-open'

/** The model did not do what it was asked; the answer comes from templates then. */
export class ModelError extends Error {
  readonly code: ModelErrorCode
  constructor(code: ModelErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
