import type { Answer, AnswerEvent, Sentence } from './answer.ts'
import { listing, sentenceLines } from './finish.ts'
import type { Released } from './steps/verify.ts'

/** The parts of an answer in reading order, each citation before the sentences that use it. */
export function* eventsOf(answer: Answer): Generator<AnswerEvent> {
  yield* openingOf(answer)
  for (const citation of answer.citations) yield { type: 'citation-ready', citation }
  for (const sentence of answer.sentences) yield { type: 'sentence-ready', sentence }
  yield* closingOf(answer)
}

/** What is read before the sentences. */
export function* openingOf({ reason, notices, verdicts, profile, factQuestion }: Answer): Generator<AnswerEvent> {
  for (const notice of notices) if (notice.place === 'before') yield { type: 'notice-ready', notice }
  if (verdicts.length > 0)
    yield { type: 'verdicts-ready', verdicts, profile, factQuestion, isListed: reason === listing }
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

/**
 * Turns events into the text of their answer, line by line, as far as they tell it: up to the verdicts that the text
 * lists, whose lines only the whole answer has, or to the remarks at its end.
 */
export function createLineReader(): (event: AnswerEvent) => string[] {
  let previous: Sentence | undefined
  let isOver = false
  return (event) => {
    isOver ||= event.type === 'verdicts-ready' && event.isListed
    if (isOver) return []
    if (event.type === 'notice-ready' && event.notice.place === 'before') return [event.notice.text]
    if (event.type !== 'sentence-ready') return []
    // Only sentences worded in Chinese carry the label that is written in one language or the other.
    const lines = sentenceLines(event.sentence, previous, 'zh-CN')
    previous = event.sentence
    return lines
  }
}
