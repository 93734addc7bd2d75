import type { IsoDate } from '../policy/index.ts'
import type { Answer, Locale, Notice, Sentence } from './answer.ts'
import { verdictLines } from './compose/verdict-lines.ts'
import { type Draft, type DraftNotice, remark } from './draft.ts'
import type { RecordedProfile } from './profile.ts'
import type { Judged } from './steps/assess.ts'
import type { Verified } from './steps/verify.ts'
import { say, sayDate } from './wording.ts'

interface Frame {
  readonly id: string
  readonly conversationId: string
  readonly asOf: IsoDate
  readonly locale: Locale
}

interface Known extends Judged {
  readonly profile: RecordedProfile
  labelOfFact(key: string): string
}

/** The reason of an answer whose text lists all verdicts. */
export const listing = 'match'

/** Puts the checked sentences and the remarks of a draft together as the answer. */
export function finish(
  { id, conversationId, asOf, locale }: Frame,
  drafted: Draft,
  verified: Verified,
  known: Known,
): Answer {
  const { verdicts, factQuestion, profile } = known
  const { sentences, citations } = verified
  const draft = survivingDraft(drafted, verified)
  const word = ({ code, values }: DraftNotice) => say(locale, code, values)
  const notices = (place: Notice['place'], drafts: readonly DraftNotice[]): Notice[] =>
    distinct(drafts.map((notice) => ({ code: notice.code.replace(/^notice\./, ''), text: word(notice), place })))
  const date = { code: 'notice.as-of', values: { asOf: sayDate(locale, asOf) } }
  const lead = notices('before', draft.lead)
  const tail = notices('after', sentences.length > 0 ? [...draft.tail, ...originOf(draft, verified), date] : draft.tail)
  return {
    id,
    conversationId,
    status: draft.status,
    reason: draft.reason,
    text: [
      ...lead.map(({ text }) => text),
      ...(draft.reason === listing ? verdictLines(verdicts, locale, known.labelOfFact) : []),
      ...sentences.flatMap((sentence, place) => sentenceLines(sentence, sentences[place - 1], locale)),
      ...tail.map(({ text }) => text),
      ...(factQuestion ? [factQuestion.text] : []),
    ].join('\n'),
    sentences: [...sentences],
    notices: [...lead, ...tail],
    citations: [...citations],
    verdicts: [...verdicts],
    profile: { ...profile },
    missingFacts: [...new Set(verdicts.flatMap(({ missingFacts }) => missingFacts))],
    factQuestion,
    nextQuestion: factQuestion?.text ?? (draft.nextQuestion ? word(draft.nextQuestion) : null),
    suggestions: [...new Set(draft.suggestions.map(word))],
    completeness: { complete: draft.completeness.answered === draft.completeness.total, ...draft.completeness },
    asOf,
    locale,
  }
}

/** No surviving sentence means no answer: what was drafted around the sentences falls with them. */
function survivingDraft(draft: Draft, { sentences }: Verified): Draft {
  if (draft.sentences.length === 0 || sentences.length > 0) return draft
  return remark('failed', 'unverifiable', [{ code: 'notice.unverifiable' }])
}

function distinct(notices: readonly Notice[]): Notice[] {
  return notices.filter((notice, index) => notices.findIndex(({ text }) => text === notice.text) === index)
}

/** Says once that a language model took part, unless the answer begins with that. */
function originOf({ reason }: Draft, { sentences }: Verified): DraftNotice[] {
  const isWorded = sentences.some(({ support }) => support !== undefined)
  return isWorded && reason !== 'open-answer' ? [{ code: 'notice.worded-by-model' }] : []
}

/** A sentence with its marks, below its heading where that is a new one. */
export function sentenceLines(sentence: Sentence, previous: Sentence | undefined, locale: Locale): string[] {
  const { heading } = sentence
  const line = markedText(sentence, locale)
  return heading && heading !== previous?.heading ? [`${heading}：`, line] : [line]
}

/** A sentence with its marks, and a label where it is only partly what they say. */
export function markedText({ text, citations, support }: Sentence, locale: Locale): string {
  const partial = support === 'partial' ? say(locale, 'label.partial') : ''
  return `${text}${citations.map((id) => `[${id}]`).join('')}${partial}`
}
