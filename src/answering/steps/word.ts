import { type IsoDate, isApplicable, standingOf } from '../../policy/index.ts'
import type { QuestionReader } from '../../reading/index.ts'
import type { Answer, AnswerEvent, Locale, ModelCall } from '../answer.ts'
import type { ChatModel } from '../chat-model.ts'
import { type Found, scoreOf, tellingTerms } from '../compose/compose-search.ts'
import type { Draft, DraftSentence } from '../draft.ts'
import { openingOf, sentenceEvents } from '../events.ts'
import { type CitedPassage, type Material, materialOf, mostPassages } from '../model/material.ts'
import { uncovered } from '../model/uncovered.ts'
import { wordedSentences } from '../model/worded-sentences.ts'
import type { Plan } from '../plan.ts'
import type { Relevance } from '../relevance.ts'
import { citedPassages, createVerifier, type Verified, type VerifyParts } from './verify.ts'

export interface WordParts extends VerifyParts {
  /** Null where templates word all answers. */
  readonly chatModel: ChatModel | null
  readonly reader: QuestionReader
  readonly relevance: Relevance
  /** Milliseconds of a clock that only runs forward. */
  elapsedMs(): number
}

export interface WordInput {
  readonly message: string
  readonly plan: Plan
  readonly found: readonly Found[]
  readonly draft: Draft
  /** The sentences of the draft as templates word them. */
  readonly verified: Verified
  readonly locale: Locale
  readonly asOf: IsoDate
  readonly signal: AbortSignal | undefined
  finish(draft: Draft, verified: Verified): Answer
}

export interface Worded {
  readonly answer: Answer
  /** Its notices before the sentences, its verdicts and sentences have been told. */
  readonly isShown: boolean
  /** Null where no model was asked. */
  readonly call: ModelCall | null
}

/** What is cards and lists more than sentences stays as it is. */
const wordedPlans: ReadonlySet<Plan['kind']> = new Set(['fields', 'search', 'compare', 'judge', 'unlock'])
/** A passage that speaks of less of the question is not worth a reading. */
const leastOpenScore = 0.25
const mostOpenPassages = 8

/**
 * Lets the model say the draft in better words, or answer an open question from passages; each sentence is shown as
 * soon as it is checked. Whatever the model leaves out comes from the draft. English stays with the templates, as
 * words cannot be checked across languages.
 */
export async function* word(input: WordInput, parts: WordParts): AsyncGenerator<AnswerEvent, Worded> {
  const { message, draft, verified, finish, asOf, locale, signal } = input
  const templated = finish(draft, verified)
  const fromTemplates = (call: ModelCall | null) => ({ answer: templated, isShown: false, call })
  const material = parts.chatModel && locale === 'zh-CN' ? await materialFor(input, parts) : null
  if (!parts.chatModel || !material) return fromTemplates(null)
  const isOpen = material.draft.length === 0
  if (!isOpen) yield* openingOf(templated)
  const verifier = createVerifier(asOf, locale, parts)
  const verdicts = templated.notices.filter(({ code }) => code.startsWith('judged-'))
  const reply = wordedSentences(
    { question: message, verdicts: verdicts.map(({ text }) => text), material, asOf, signal },
    { ...parts, chatModel: parts.chatModel, verifier },
  )
  const worded: DraftSentence[] = []
  let step = await reply.next()
  for (; !step.done; step = await reply.next()) {
    if (isOpen && worded.length === 0) yield* openingOf(finish(openDraft(draft), verifier.verified()))
    worded.push(step.value.drafted)
    yield* sentenceEvents(step.value)
  }
  if (isOpen && worded.length === 0) return fromTemplates(step.value)
  for (const sentence of uncovered(material.draft, worded)) {
    const filled = await verifier.release(sentence)
    if (filled) yield* sentenceEvents(filled)
  }
  const answer = finish(isOpen ? openDraft(draft) : draft, verifier.verified())
  return { answer, isShown: true, call: step.value }
}

/** Null where there is nothing to word, or too much for one prompt. */
async function materialFor(input: WordInput, parts: WordParts): Promise<Material | null> {
  const { plan, draft } = input
  if (!wordedPlans.has(plan.kind)) return null
  const isOpen = draft.sentences.length === 0 || draft.reason === 'closest'
  const cited = isOpen ? openPassages(input, parts) : await passagesOf(draft.sentences, parts)
  const material = materialOf(cited, isOpen ? [] : draft.sentences)
  return material.passages.size === 0 || material.passages.size > mostPassages ? null : material
}

/** What may answer a question about policies that no template answers. */
function openPassages({ plan, found, asOf }: WordInput, { relevance }: WordParts): CitedPassage[] {
  if (plan.kind !== 'search' || !plan.isAboutPolicy) return []
  const terms = tellingTerms(plan.asks)
  return found
    .filter(({ document }) => isApplicable(standingOf(document, asOf)))
    .filter((one) => scoreOf(one, terms, relevance) >= leastOpenScore)
    .slice(0, mostOpenPassages)
}

async function passagesOf(sentences: readonly DraftSentence[], parts: WordParts): Promise<CitedPassage[]> {
  const cited = await Promise.all(sentences.map(({ passages }) => citedPassages(passages, parts)))
  return cited.flatMap((found) => found ?? []).map(({ passage, source }) => ({ passage, document: source.document }))
}

/** An answer that no template vouches for says so. */
function openDraft(draft: Draft): Draft {
  const lead = draft.lead.filter(({ code }) => !['notice.closest', 'notice.not-found'].includes(code))
  return {
    ...draft,
    status: 'partly-answered',
    reason: 'open-answer',
    lead: [{ code: 'notice.open-answer' }, ...lead],
    completeness: { answered: 0, total: 1 },
  }
}
