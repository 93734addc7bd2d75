import type { IsoDate } from '../policy/index.ts'
import type { FactReader, FactReading, QuestionReader, Reading } from '../reading/index.ts'
import type { Answer, AnswerEvent, Locale, StepName } from './answer.ts'
import { factNotices } from './compose/fact-notices.ts'
import { verdictNotices } from './compose/verdict-notices.ts'
import { contextOf } from './context.ts'
import { closingOf, eventsOf } from './events.ts'
import { finish } from './finish.ts'
import { readOwnFacts, withoutFacts } from './own-facts.ts'
import type { Turn } from './ports.ts'
import { accumulate, type RecordedProfile, skippedFacts, verdictScope } from './profile.ts'
import { type AssessParts, assess } from './steps/assess.ts'
import { compose } from './steps/compose.ts'
import { type RetrieveParts, retrieve } from './steps/retrieve.ts'
import { route } from './steps/route.ts'
import { verify } from './steps/verify.ts'
import { type WordParts, word } from './steps/word.ts'

export interface AnsweringParts extends RetrieveParts, WordParts, AssessParts {
  readonly reader: QuestionReader
  readonly factReader: FactReader
}

export interface QuestionInput {
  readonly id: string
  readonly conversationId: string
  /** As screened. */
  readonly message: string
  readonly history: readonly Turn[]
  /** What is known of the company before this message. */
  readonly profile: RecordedProfile
  readonly asOf: IsoDate
  readonly locale: Locale | null
  readonly signal: AbortSignal | undefined
}

/** The steps from a question to its answer, in order; every event is also what the edges show. */
export async function* answerQuestion(
  input: QuestionInput,
  parts: AnsweringParts,
): AsyncGenerator<AnswerEvent, Answer> {
  const { id, conversationId, message, history, profile: before, asOf, locale: asked, signal } = input
  const stepEnd = stepTimer(parts)

  const reading = parts.reader.read(message, asOf)
  const locale = asked ?? languageOf(reading, history)
  const facts = readOwnFacts({ reading, asOf, history, profile: before }, parts)
  const { profile, changed } = accumulate(before, facts, history.length + 1)
  const company = companyOf(reading, facts, profile, input, parts)
  yield stepEnd('read')

  const routed = route(reading, contextOf(history, asOf, parts), company, asOf, parts)
  yield stepEnd('route')

  const { plan, found } = await retrieve(routed, asOf, signal, parts)
  yield stepEnd('retrieve')

  const judged = assess(plan, found, { profile, ...company }, asOf, locale, parts)
  yield stepEnd('assess')

  const { corpus, relevance, assessor } = parts
  const lead = factNotices(facts, profile, changed, locale, assessor)
  const draft = compose(
    plan,
    found,
    { judged, lead: [...lead, ...verdictNotices(plan, judged, company.isTold, locale)], isKnown: company.isKnown },
    { corpus, relevance, years: reading.years, asOf, locale },
  )
  yield stepEnd('compose')

  const verified = await verify(draft.sentences, asOf, locale, parts)
  yield stepEnd('verify')

  // What was declined tells nothing of the company.
  const kept = plan.kind === 'decline' ? before : profile
  const known = { profile: kept, ...judged, labelOfFact: (key: string) => assessor.label(key, locale) }
  const frame = { id, conversationId, asOf, locale }
  const { answer, isShown, call } = yield* word(
    {
      ...{ message, plan, found, draft, verified, locale, asOf, signal },
      finish: (drafted, checked) => finish(frame, drafted, checked, known),
    },
    parts,
  )
  if (call) yield stepEnd('word')
  yield* isShown ? closingOf(answer) : eventsOf(answer)
  return call ? { ...answer, modelCalls: [call] } : answer
}

/** Figures have no language of their own: they go on in that of the conversation. */
function languageOf({ text, language }: Reading, history: readonly Turn[]): Locale {
  return /\p{Letter}/u.test(text) ? language : (history.at(-1)?.answer.locale ?? 'zh-CN')
}

/** What the steps need to know of the company behind the message. */
function companyOf(
  reading: Reading,
  facts: FactReading,
  profile: RecordedProfile,
  { history, asOf, message }: QuestionInput,
  { reader, factReader }: AnsweringParts,
) {
  const told = Object.keys(facts.firms[0] ?? {})
  return {
    told,
    rest: told.length > 0 ? reader.read(withoutFacts(reading.text, facts), asOf) : reading,
    isTold: told.length > 0,
    isUnsure: facts.isUnsure,
    isKnown: Object.keys(profile).length > 0,
    skipped: skippedFacts(history, profile, (reply) => factReader.read(reply, { asOf, asked: [] }).isUnsure, message),
    hasProblem: facts.problems.length > 0,
    isReply: history.at(-1)?.answer.factQuestion?.replies.some((reply) => reply.message === message) ?? false,
    judgedBefore: verdictScope(history),
  }
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
