import { z } from 'zod'
import type { ChatMessage } from '../answering/index.ts'

/** The shape of a reply as servers take it. */
export interface ReplyFormat {
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
}

export function replyFormat(name: string, schema: z.ZodType): ReplyFormat {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { unrepresentable: 'any' })
  return { name, schema: plain }
}

/** The messages with the shape spelt out: not every server enforces it, and some ignore it in silence. */
export function withShape(messages: readonly ChatMessage[], { schema }: ReplyFormat): ChatMessage[] {
  const shape = `只输出一个 JSON 值，不加说明和代码围栏，须符合 JSON Schema：${JSON.stringify(schema)}`
  const [first, ...others] = messages
  // Many chat templates take one system message only, and only as the first.
  if (first?.role !== 'system') return [{ role: 'system', content: shape }, ...messages]
  return [{ role: 'system', content: `${first.content}\n\n${shape}` }, ...others]
}

/** The messages with a reply that did not fit and what was wrong with it. */
export function withCorrection(messages: readonly ChatMessage[], reply: string, problem: string): ChatMessage[] {
  return [
    ...messages,
    { role: 'assistant', content: reply.slice(0, longestEcho) },
    { role: 'user', content: `上面的输出不合要求：${problem}。请只输出改正后的 JSON。` },
  ]
}

const longestEcho = 4_000

export type ParsedReply<Value> =
  | { readonly status: 'valid'; readonly value: Value }
  | { readonly status: 'invalid'; readonly problem: string }

/** The value in a reply, also where it stands in a code fence or between sentences. */
export function parseReply<Schema extends z.ZodType>(reply: string, schema: Schema): ParsedReply<z.output<Schema>> {
  const json = readJson(reply)
  if (json === undefined) return { status: 'invalid', problem: '不是 JSON' }
  const parsed = schema.safeParse(json)
  if (parsed.success) return { status: 'valid', value: parsed.data }
  const issues = parsed.error.issues.slice(0, 5).map(({ path, code }) => `${path.join('.') || '整体'}（${code}）`)
  return { status: 'invalid', problem: issues.join('、') }
}

function readJson(reply: string): unknown {
  const whole = parseJson(reply)
  if (whole !== undefined) return whole
  const start = reply.search(/[{[]/)
  const end = Math.max(reply.lastIndexOf('}'), reply.lastIndexOf(']'))
  return start === -1 || end <= start ? undefined : parseJson(reply.slice(start, end + 1))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // "Not JSON" is an expected reply of a model; the caller asks once more.
    return undefined
  }
}
