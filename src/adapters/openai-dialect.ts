import type { OpenAI } from 'openai'
import type { SourceCall } from './guarded-chat-model.ts'
import { partsOf } from './model-failures.ts'

/** What one server takes of the common interface; "compatible" servers differ in these. */
export interface Dialect {
  readonly format: 'json-schema' | 'json-object' | 'none'
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens'
  readonly takesTemperature: boolean
  readonly reportsUsage: boolean
}

export const firstDialect: Dialect = {
  format: 'json-schema',
  tokenLimit: 'max_tokens',
  takesTemperature: true,
  reportsUsage: true,
}

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming

export function bodyOf(model: string, { messages, maxTokens, format }: SourceCall, dialect: Dialect): Body {
  return {
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    [dialect.tokenLimit]: maxTokens,
    ...(dialect.takesTemperature && { temperature: 0 }),
    ...(dialect.reportsUsage && { stream_options: { include_usage: true } }),
    ...(format && responseFormat(format, dialect)),
  }
}

function responseFormat(
  { name, schema }: NonNullable<SourceCall['format']>,
  { format }: Dialect,
): Pick<Body, 'response_format'> {
  switch (format) {
    case 'json-schema':
      return { response_format: { type: 'json_schema', json_schema: { name, schema: { ...schema }, strict: true } } }
    case 'json-object':
      return { response_format: { type: 'json_object' } }
    case 'none':
      return {}
  }
}

/** The dialect to try after a server refused a request; null where no other would help. */
export function nextDialect(dialect: Dialect, error: unknown, hasFormat: boolean): Dialect | null {
  const { status, code, message } = partsOf(error)
  if ((status !== 400 && status !== 422) || /context.?length|content.?filter/i.test(code)) return null
  if (dialect.tokenLimit === 'max_tokens' && message.includes('max_completion_tokens'))
    return { ...dialect, tokenLimit: 'max_completion_tokens' }
  if (dialect.takesTemperature && message.includes('temperature')) return { ...dialect, takesTemperature: false }
  if (dialect.reportsUsage && message.includes('stream_options')) return { ...dialect, reportsUsage: false }
  // Not every server says that it is the format which it does not take.
  if (!hasFormat || dialect.format === 'none') return null
  return { ...dialect, format: dialect.format === 'json-schema' ? 'json-object' : 'none' }
}
