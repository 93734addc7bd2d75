import type { IsoDate } from '../policy/index.ts'
import type { QuestionReader, Reading } from '../reading/index.ts'
import type { Retriever } from '../retrieval/index.ts'
import type { Answer, AnswerEvent, Locale, Notice, Sentence, StepName } from './answer.ts'
import type { Found } from './compose/compose-search.ts'
import type { Corpus } from './corpus.ts'
import { type Draft, type DraftNotice, remark } from './draft.ts'
import type { Plan } from './plan.ts'
import type { Turn } from './ports.ts'
import type { Relevance } from './relevance.ts'
import { compose } from './steps/compose.ts'
import { type Context, route } from './steps/route.ts'
import { type Verified, type VerifyParts, verify } from './steps/verify.ts'
import { openTerms, widen } from './steps/widen.ts'
import { say } from './wording.ts'

export interface AnsweringParts extends VerifyParts {
  readonly corpus: Corpus
  readonly reader: QuestionReader
  readonly retriever: Retriever
  readonly relevance: Relevance
  /** Milliseconds of a clock that only runs forward. */
  elapsedMs(): number
}

export interface QuestionInput {
  readonly id: string
  readonly conversationId: string
  /** As screened. */
  readonly message: string
  readonly history: readonly Turn[]
  readonly asOf: IsoDate
  readonly locale: Locale | null
  readonly signal: AbortSignal | undefined
}

/** Passages looked at for a question that names no policy. */
const searchLimit = 24

/** The steps from a question to its answer, in order; every event is also what the edges show. */
export async function* answerQuestion(
  input: QuestionInput,
  parts: AnsweringParts,
): AsyncGenerator<AnswerEvent, Answer> {
  const { asOf } = input
  const step = stepTimer(parts)

  const reading = parts.reader.read(input.message, asOf)
  const locale = input.locale ?? reading.language
  yield step('read')

  const routed = route(reading, contextOf(input.history, asOf, parts), asOf, parts)
  yield step('route')

  const terms = openTerms(routed, { ...parts, asOf })
  const plan =
    terms.length > 0
      ? widen(routed, terms, await retrieve(routed, { inForceAt: asOf }, input, parts), { ...parts, asOf })
      : routed

  const composeParts = { corpus: parts.corpus, relevance: parts.relevance, years: reading.years, asOf, locale }
  const found = plan.kind === 'search' ? await retrieve(plan, { inForceAt: asOf }, input, parts) : []
  let draft = compose(plan, found, composeParts)
  if (plan.kind === 'search' && draft.sentences.length === 0)
    draft = compose(plan, await retrieve(plan, {}, input, parts), composeParts)
  yield step('retrieve')
  yield step('compose')

  const verified = await verify(draft.sentences, asOf, locale, parts)
  yield step('verify')

  const answer = finish(input, locale, survivingDraft(draft, verified), verified)
  for (const citation of answer.citations) yield { type: 'citation-ready', citation }
  for (const sentence of answer.sentences) yield { type: 'sentence-ready', sentence }
  return answer
}

function stepTimer({ elapsedMs }: AnsweringParts): (step: StepName) => AnswerEvent {
  let before = elapsedMs()
  return (step) => {
    const now = elapsedMs()
    const durationMs = now - before
    before = now
    return { type: 'step-end', step, durationMs }
  }
}

/** What the answer before was about, taken from its citations and from its question read once more. */
function contextOf(history: readonly Turn[], asOf: IsoDate, { corpus, reader }: AnsweringParts): Context {
  const cited = history.filter(({ answer }) => answer.citations.length > 0)
  const last = cited.at(-1)
  if (!last) return { policies: [], asks: [] }
  const ids = new Set(last.answer.citations.map(({ policyId }) => policyId))
  const policies = [...ids].flatMap((id) => corpus.find(id) ?? [])
  const asking = cited.map(({ question }) => reader.read(question, asOf).asks).filter(asksSomething)
  return { policies, asks: asking.at(-1) ?? [] }
}

function asksSomething(asks: Reading['asks']): boolean {
  return asks.some(({ topics, terms }) => topics.length > 0 || terms.length > 0)
}

async function retrieve(
  plan: Plan,
  filter: { inForceAt?: IsoDate },
  { signal }: QuestionInput,
  { retriever, corpus, findDocument }: AnsweringParts,
): Promise<Found[]> {
  if (plan.kind !== 'search' && plan.kind !== 'fields') return []
  const { passages } = await retriever.search(plan.query, { limit: searchLimit, filter, ...(signal ? { signal } : {}) })
  const found = await Promise.all(
    passages.map(async ({ passage }) => {
      const source = await findDocument(passage.documentId)
      return source ? { passage, document: source.document, policy: corpus.find(passage.documentId) ?? null } : null
    }),
  )
  return found.filter((one) => one !== null)
}

/** No surviving sentence means no answer: what was drafted around the sentences falls with them. */
function survivingDraft(draft: Draft, { sentences }: Verified): Draft {
  if (draft.sentences.length === 0 || sentences.length > 0) return draft
  return remark('failed', 'unverifiable', [{ code: 'notice.unverifiable' }])
}

function finish(input: QuestionInput, locale: Locale, draft: Draft, { sentences, citations }: Verified): Answer {
  const word = ({ code, values }: DraftNotice) => say(locale, code, values)
  const notices = (place: Notice['place'], drafts: readonly DraftNotice[]): Notice[] =>
    distinct(drafts.map((notice) => ({ code: notice.code.replace(/^notice\./, ''), text: word(notice), place })))
  const asOfNotice: DraftNotice[] = sentences.length > 0 ? [{ code: 'notice.as-of', values: { asOf: input.asOf } }] : []
  const lead = notices('before', draft.lead)
  const tail = notices('after', [...draft.tail, ...asOfNotice])
  return {
    id: input.id,
    conversationId: input.conversationId,
    status: draft.status,
    reason: draft.reason,
    text: [...lead.map(({ text }) => text), ...linesOf(sentences), ...tail.map(({ text }) => text)].join('\n'),
    sentences: [...sentences],
    notices: [...lead, ...tail],
    citations: [...citations],
    verdicts: [],
    profile: {},
    missingFacts: [],
    nextQuestion: draft.nextQuestion ? word(draft.nextQuestion) : null,
    suggestions: draft.suggestions.map(word),
    completeness: { complete: draft.completeness.answered === draft.completeness.total, ...draft.completeness },
    asOf: input.asOf,
    locale,
  }
}

function distinct(notices: readonly Notice[]): Notice[] {
  return notices.filter((notice, index) => notices.findIndex(({ text }) => text === notice.text) === index)
}

/** Sentences under their headings, each with its marks. */
function linesOf(sentences: readonly Sentence[]): string[] {
  return sentences.flatMap(({ text, heading, citations }, index) => {
    const line = `${text}${citations.map((id) => `[${id}]`).join('')}`
    return heading && heading !== sentences[index - 1]?.heading ? [`${heading}：`, line] : [line]
  })
}
