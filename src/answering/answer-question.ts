import type { IsoDate } from '../policy/index.ts'
import type { QuestionReader } from '../reading/index.ts'
import type { Answer, AnswerEvent, Locale, StepName } from './answer.ts'
import { contextOf } from './context.ts'
import { finish } from './finish.ts'
import type { Turn } from './ports.ts'
import { compose } from './steps/compose.ts'
import { type RetrieveParts, retrieve } from './steps/retrieve.ts'
import { route } from './steps/route.ts'
import { type VerifyParts, verify } from './steps/verify.ts'

export interface AnsweringParts extends RetrieveParts, VerifyParts {
  readonly reader: QuestionReader
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

/** The steps from a question to its answer, in order; every event is also what the edges show. */
export async function* answerQuestion(
  { id, conversationId, message, history, asOf, locale: asked, signal }: QuestionInput,
  parts: AnsweringParts,
): AsyncGenerator<AnswerEvent, Answer> {
  const stepEnd = stepTimer(parts)

  const reading = parts.reader.read(message, asOf)
  const locale = asked ?? reading.language
  yield stepEnd('read')

  const routed = route(reading, contextOf(history, asOf, parts), asOf, parts)
  yield stepEnd('route')

  const { plan, found } = await retrieve(routed, asOf, signal, parts)
  yield stepEnd('retrieve')

  const { corpus, relevance } = parts
  const draft = compose(plan, found, { corpus, relevance, years: reading.years, asOf, locale })
  yield stepEnd('compose')

  const verified = await verify(draft.sentences, asOf, locale, parts)
  yield stepEnd('verify')

  const answer = finish({ id, conversationId, asOf, locale }, draft, verified)
  yield* eventsOf(answer)
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

/** The parts of an answer in reading order, each citation before the sentences that use it. */
function* eventsOf({ notices, citations, sentences }: Answer): Generator<AnswerEvent> {
  for (const notice of notices) if (notice.place === 'before') yield { type: 'notice-ready', notice }
  for (const citation of citations) yield { type: 'citation-ready', citation }
  for (const sentence of sentences) yield { type: 'sentence-ready', sentence }
  for (const notice of notices) if (notice.place === 'after') yield { type: 'notice-ready', notice }
}
