import { z } from 'zod'
import { Verdict } from '../eligibility/index.ts'
import { IsoDate } from '../policy/index.ts'
import { type Answer, AnswerStatus, Citation, Locale, Notice, Sentence } from './answer.ts'
import type { Turn } from './ports.ts'

/** What others may see of an answer: nothing that leads to the conversation, and of the company only what was agreed to. */
export const ShareableAnswer = z.object({
  question: z.string(),
  status: AnswerStatus,
  sentences: z.array(Sentence),
  notices: z.array(Notice),
  citations: z.array(Citation),
  /** Only by consent. */
  verdicts: z.array(z.object({ policyId: z.string(), title: z.string(), verdict: Verdict })),
  asOf: IsoDate,
  locale: Locale,
})
export type ShareableAnswer = z.infer<typeof ShareableAnswer>

/** Remarks that repeat what the asker said of the company: never shown to others. */
const heard: readonly string[] = [
  'understood',
  'changed',
  'several-firms',
  'impossible',
  'no-unit',
  'contradiction',
  'ambiguous',
  'unsure',
  'read-by-model',
]

/** Remarks that conclude something of the company. */
const concluded = /^(?:match|judged-.+|not-given|amount|growth-.+|no-rule|tell-more)$/

/** An answer as it is shown to others; `withVerdicts` is the owner's consent to show what was concluded of the company. */
export function shareableAnswer({ question, answer }: Turn, withVerdicts: boolean): ShareableAnswer {
  const { status, citations, verdicts, asOf, locale } = answer
  return {
    question,
    status,
    sentences: withVerdicts ? answer.sentences : withoutVerdicts(answer),
    notices: answer.notices.filter(({ code }) => !heard.includes(code) && (withVerdicts || !concluded.test(code))),
    citations,
    verdicts: withVerdicts ? verdicts.map(({ policyId, title, verdict }) => ({ policyId, title, verdict })) : [],
    asOf,
    locale,
  }
}

/** Where a company was judged, headings say how: the policy's name takes their place. */
function withoutVerdicts({ reason, sentences, citations }: Answer): Sentence[] {
  if (reason !== 'match' && reason !== 'judge') return sentences
  const titles = new Map(citations.map(({ id, title }) => [id, title]))
  return sentences.map((sentence) => ({ ...sentence, heading: titles.get(sentence.citations[0] ?? '') ?? null }))
}
