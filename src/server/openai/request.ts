import { z } from 'zod'
import { IsoDate, Locale } from '../../policy/index.ts'
import { CompletionError } from './error.ts'

export const modelName = 'policy-navigator'

const Message = z.looseObject({ role: z.string(), content: z.unknown() })

/**
 * A request as OpenAI's clients send it. Sampling parameters are taken and change nothing: answers come from rules.
 * `metadata` may carry `asOf` and `locale`.
 */
export const CompletionRequest = z.looseObject({
  model: z.string(),
  messages: z.array(Message),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  metadata: z.looseObject({ asOf: IsoDate.optional(), locale: Locale.optional() }).nullish(),
  n: z.number().nullish(),
  tools: z.array(z.unknown()).nullish(),
  functions: z.array(z.unknown()).nullish(),
  response_format: z.looseObject({ type: z.string() }).nullish(),
  modalities: z.array(z.string()).nullish(),
  logprobs: z.boolean().nullish(),
})
export type CompletionRequest = z.infer<typeof CompletionRequest>

/** What the user said before, and now. */
export interface Dialogue {
  readonly earlier: readonly string[]
  readonly question: string
}

/** Earlier messages that are taken up; those before them are forgotten. */
const mostEarlier = 20

/** The user's messages; throws a `CompletionError` for what this model does not do. */
export function dialogueOf(request: CompletionRequest): Dialogue {
  refuseUnsupported(request)
  const said = request.messages.flatMap(({ role, content }, place) =>
    role === 'user' ? [textOf(content, `messages[${place}].content`)] : [],
  )
  const question = said.at(-1)
  if (question === undefined) throw new CompletionError('messages-without-question', { param: 'messages' })
  return { earlier: said.slice(0, -1).slice(-mostEarlier), question }
}

function refuseUnsupported(request: CompletionRequest): void {
  const { model, tools, functions, n, response_format: format, modalities, logprobs } = request
  if (model !== modelName) throw new CompletionError('model-not-found', { param: 'model', value: model })
  const refused = Object.entries({
    tools: (tools ?? []).length > 0,
    functions: (functions ?? []).length > 0,
    n: (n ?? 1) !== 1,
    response_format: (format?.type ?? 'text') !== 'text',
    modalities: (modalities ?? []).some((modality) => modality !== 'text'),
    logprobs: logprobs === true,
  }).find(([, isRefused]) => isRefused)
  if (refused) throw new CompletionError('unsupported-parameter', { param: refused[0] })
}

const TextParts = z.array(z.looseObject({ type: z.literal('text'), text: z.string() }))

function textOf(content: unknown, param: string): string {
  if (typeof content === 'string') return content
  const parts = TextParts.safeParse(content)
  if (!parts.success) throw new CompletionError('unsupported-content', { param })
  return parts.data.map(({ text }) => text).join('\n')
}
