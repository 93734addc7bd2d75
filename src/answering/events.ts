import type { Answer, AnswerEvent } from './answer.ts'
import type { Released } from './steps/verify.ts'

/** The parts of an answer in reading order, each citation before the sentences that use it. */
export function* eventsOf(answer: Answer): Generator<AnswerEvent> {
  yield* openingOf(answer)
  for (const citation of answer.citations) yield { type: 'citation-ready', citation }
  for (const sentence of answer.sentences) yield { type: 'sentence-ready', sentence }
  yield* closingOf(answer)
}

/** What is read before the sentences. */
export function* openingOf({ notices, verdicts, profile, factQuestion }: Answer): Generator<AnswerEvent> {
  for (const notice of notices) if (notice.place === 'before') yield { type: 'notice-ready', notice }
  if (verdicts.length > 0) yield { type: 'verdicts-ready', verdicts, profile, factQuestion }
}

/** One sentence as soon as it may be shown. */
export function* sentenceEvents({ citations, sentence }: Released): Generator<AnswerEvent> {
  for (const citation of citations) yield { type: 'citation-ready', citation }
  yield { type: 'sentence-ready', sentence }
}

/** What is read after the sentences. */
export function* closingOf({ notices }: Answer): Generator<AnswerEvent> {
  for (const notice of notices) if (notice.place === 'after') yield { type: 'notice-ready', notice }
}
