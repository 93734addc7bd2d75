import type { IsoDate } from '../policy/index.ts'
import type { Answer, Locale, Notice, Sentence } from './answer.ts'
import { type Draft, type DraftNotice, remark } from './draft.ts'
import type { Verified } from './steps/verify.ts'
import { say, sayDate } from './wording.ts'

interface Frame {
  readonly id: string
  readonly conversationId: string
  readonly asOf: IsoDate
  readonly locale: Locale
}

/** Puts the checked sentences and the remarks of a draft together as the answer. */
export function finish({ id, conversationId, asOf, locale }: Frame, drafted: Draft, verified: Verified): Answer {
  const { sentences, citations } = verified
  const draft = survivingDraft(drafted, verified)
  const word = ({ code, values }: DraftNotice) => say(locale, code, values)
  const notices = (place: Notice['place'], drafts: readonly DraftNotice[]): Notice[] =>
    distinct(drafts.map((notice) => ({ code: notice.code.replace(/^notice\./, ''), text: word(notice), place })))
  const date = { code: 'notice.as-of', values: { asOf: sayDate(locale, asOf) } }
  const lead = notices('before', draft.lead)
  const tail = notices('after', sentences.length > 0 ? [...draft.tail, date] : draft.tail)
  return {
    id,
    conversationId,
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

/** Sentences under their headings, each with its marks. */
function linesOf(sentences: readonly Sentence[]): string[] {
  return sentences.flatMap(({ text, heading, citations }, index) => {
    const line = `${text}${citations.map((id) => `[${id}]`).join('')}`
    return heading && heading !== sentences[index - 1]?.heading ? [`${heading}：`, line] : [line]
  })
}
