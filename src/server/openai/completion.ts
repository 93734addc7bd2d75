import type { Answer, Citation } from '../../answering/index.ts'
import { modelName } from './request.ts'
import { sourcesTitle } from './wording.ts'

/** No model reads or writes tokens here. */
const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }

/** An answer as OpenAI's clients expect one; what they have no place for is in `policy_navigator`. */
export function completionOf(answer: Answer, createdAtMs: number) {
  const content = contentOf(answer)
  const message = { role: 'assistant', content, refusal: null, annotations: annotationsOf(content, answer.citations) }
  return {
    ...headOf(answer.id, createdAtMs),
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
    usage,
    policy_navigator: extrasOf(answer),
  }
}

/** The pieces of a streamed answer once it is whole: the text that was not sent yet, how it ended and what it rests on. */
export function* lastChunks(answer: Answer, sent: string, chunk: ReturnType<typeof chunker>, withUsage: boolean) {
  const content = contentOf(answer)
  if (!content.startsWith(sent)) throw new Error('the answer does not go on as it began')
  for (const line of content.slice(sent.length).split(/(?<=\n)/)) yield chunk({ content: line })
  yield chunk({ annotations: annotationsOf(content, answer.citations) })
  yield { ...chunk({}, 'stop'), policy_navigator: extrasOf(answer) }
  if (withUsage) yield { ...chunk({}), choices: [], usage }
}

/** Makes the pieces of a streamed answer. */
export function chunker(id: string, createdAtMs: number) {
  const head = { ...headOf(id, createdAtMs), object: 'chat.completion.chunk' }
  return (delta: object, finish: 'stop' | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  })
}

function headOf(id: string, createdAtMs: number) {
  return { id: `chatcmpl-${id}`, created: Math.floor(createdAtMs / 1000), model: modelName }
}

function contentOf({ text, citations, locale }: Answer): string {
  if (citations.length === 0) return text
  const sources = citations.map(({ id, title, documentNumber, clause, sourceUrl }) => {
    const place = [`《${title}》`, documentNumber, clause, sourceUrl].filter(Boolean)
    return `[${id}] ${place.join('，')}`
  })
  return [text, '', sourcesTitle[locale], ...sources].join('\n')
}

/** Each mark such as `[1]` in the content whose source has an address. */
function annotationsOf(content: string, citations: readonly Citation[]) {
  const byId = new Map(citations.map((citation) => [citation.id, citation]))
  return [...content.matchAll(/\[(\d+)\]/g)].flatMap(({ 0: mark, 1: id = '', index }) => {
    const cited = byId.get(id)
    if (!cited?.sourceUrl) return []
    const place = { start_index: index, end_index: index + mark.length }
    return [{ type: 'url_citation', url_citation: { ...place, title: cited.title, url: cited.sourceUrl } }]
  })
}

function extrasOf({ id: _id, conversationId: _conversationId, text: _text, ...extras }: Answer) {
  return extras
}
