import { isApplicable, type Passage, type Policy, type SourceDocument, standingOf } from '../../policy/index.ts'
import type { Ask, Term } from '../../reading/index.ts'
import { type Draft, type DraftSentence, remark } from '../draft.ts'
import { type Target, targetOf } from '../plan.ts'
import type { Relevance } from '../relevance.ts'
import { say } from '../wording.ts'
import { composeFields } from './compose-fields.ts'
import { type ComposeParts, generalSuggestions, labelOf, standingNotices, unique } from './parts.ts'

/** A passage that was found, with the document it stands in. */
export interface Found {
  readonly passage: Passage
  readonly document: SourceDocument
  /** The policy, where the document is one of the corpus. */
  readonly policy: Policy | null
}

interface Scored extends Found {
  readonly score: number
}

/** Below this share of the question's words a passage does not answer it. */
export const leastScore = 0.45
/** From this share on an answer needs no warning that it is only the closest passage. */
const sureScore = 0.62
const nearBest = 0.85
/** Two policies are both answered from only when they fit alike. */
const asGood = 0.999
const mostPassages = 4

/** Answers a question that names no policy from the passages that speak of what it asks. */
export function composeSearch(found: readonly Found[], asks: readonly Ask[], parts: ComposeParts): Draft | null {
  const terms = tellingTerms(asks)
  const scored = found
    .map((one): Scored => ({ ...one, score: scoreOf(one, terms, parts.relevance) }))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  if (!best || best.score < leastScore) return null
  const accepted = scored.filter(({ score }) => score >= Math.max(leastScore, best.score * nearBest))
  const isSure = best.score >= sureScore
  const targets = targetsOf(
    accepted.filter(({ score }) => score >= best.score * asGood),
    parts,
  ).slice(0, 2)
  const direct = targets.length > 0 && isSure ? composeFields(targets, asks, parts) : null
  const showsBest = direct?.sentences.some(({ passages }) => passages.some(({ id }) => id === best.passage.id))
  const isOnTopic = asks.some((ask) => !ask.isImplied)
  return direct && (showsBest || isOnTopic)
    ? direct
    : fromPassages(accepted.slice(0, mostPassages), terms, isSure, parts)
}

/** The words that narrow a question; generic ones (小微企业, 费用) only where there are no others. */
export function tellingTerms(asks: readonly Ask[]): Term[] {
  const terms = asks.flatMap((ask) => ask.terms)
  const telling = terms.filter(({ isGeneric }) => !isGeneric)
  return telling.length > 0 ? telling : terms
}

/** How much of the question a passage speaks of, with the title it stands under. */
export function scoreOf({ document, passage }: Found, terms: readonly Term[], relevance: Relevance): number {
  return relevance.of(terms, `${document.title} ${passage.text}`)
}

function targetsOf(accepted: readonly Scored[], { asOf }: ComposeParts): Target[] {
  return unique(accepted.flatMap(({ policy }) => policy ?? [])).map((policy) => targetOf(policy, asOf))
}

function fromPassages(
  accepted: readonly Scored[],
  terms: readonly Term[],
  isSure: boolean,
  parts: ComposeParts,
): Draft {
  const targets = targetsOf(accepted, parts)
  return {
    status: isSure ? 'answered' : 'partly-answered',
    reason: isSure ? null : 'closest',
    lead: [
      ...(isSure ? [] : [{ code: 'notice.closest' }]),
      ...targets.flatMap((target) => standingNotices(target, parts)),
    ],
    sentences: accepted.flatMap((one) => sentencesOf(one, terms, parts)),
    tail: [],
    nextQuestion: null,
    suggestions: targets
      .slice(0, 1)
      .map(({ policy }) => ({ code: 'suggest.definition', values: { name: policy.title } })),
    completeness: { answered: isSure ? 1 : 0, total: 1 },
  }
}

/** A clause is quoted whole; of a longer passage only the sentences that speak of the terms. */
function sentencesOf(one: Scored, terms: readonly Term[], parts: ComposeParts): DraftSentence[] {
  const { policy, passage, document } = one
  if (policy) {
    const heading = labelOf(targetOf(policy, parts.asOf), parts.locale)
    return [{ text: passage.text, heading, passages: [passage] }]
  }
  const heading = labelOfOriginal(document, parts)
  return speakingSentences(passage.text, terms, parts.relevance).map((text) => ({ text, heading, passages: [passage] }))
}

/** An original has no notices of its own: its title says where it does not simply apply. */
function labelOfOriginal(document: SourceDocument, { asOf, locale }: ComposeParts): string {
  const { title } = document
  const standing = standingOf(document, asOf)
  return isApplicable(standing) ? title : say(locale, `label.${standing}`, { title })
}

function speakingSentences(text: string, terms: readonly Term[], relevance: Relevance): string[] {
  const sentences = text.match(/[^。！？；\n]+[。！？；]?/g)?.map((sentence) => sentence.trim()) ?? [text]
  const scored = sentences.filter(Boolean).map((sentence) => ({ sentence, score: relevance.of(terms, sentence) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score >= best * 0.8).map(({ sentence }) => sentence)
}

/** Says that nothing was found, and what the service is for. */
export function composeNothing(isAboutPolicy: boolean): Draft {
  const draft = isAboutPolicy
    ? remark('no-match', 'not-found', [{ code: 'notice.not-found' }])
    : remark('out-of-scope', 'other-topic', [{ code: 'notice.other-topic' }])
  return { ...draft, suggestions: generalSuggestions }
}
