import type { Assessor } from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import { type FactReader, type FactReading, matchForm, type Reading } from '../reading/index.ts'
import type { Turn } from './ports.ts'
import { askedFacts, type RecordedProfile } from './profile.ts'

interface Telling {
  readonly reading: Reading
  readonly asOf: IsoDate
  readonly history: readonly Turn[]
  readonly profile: RecordedProfile
}

/** What a message tells of the asker's own company; in a question about policies, words such as 「高企」 tell nothing. */
export function readOwnFacts(telling: Telling, parts: { factReader: FactReader; assessor: Assessor }): FactReading {
  const facts = readFacts(telling, parts.factReader)
  if (facts.firms.length > 1 || isOwn(telling, facts, parts.assessor)) return facts
  return { ...facts, firms: [{}], problems: [], isUnsure: false, startsAnew: false }
}

/** Where the words tell nothing by themselves, they may correct what was told just before: 「不对，是290万」. */
function readFacts({ reading, asOf, history, profile }: Telling, factReader: FactReader): FactReading {
  const facts = factReader.read(reading.text, { asOf, asked: askedFacts(history) })
  const justTold = Object.keys(profile).filter((key) => profile[key]?.turn === history.length)
  if (justTold.length === 0 || (isTold(facts) && !facts.isCorrection)) return facts
  const corrected = factReader.read(reading.text, { asOf, asked: justTold })
  return isTold(corrected) ? corrected : facts
}

function isTold({ firms }: FactReading): boolean {
  return Object.keys(firms[0] ?? {}).length > 0
}

/** The conversation is about a company, the message speaks of itself, or it tells facts and hardly anything else. */
function isOwn({ reading, profile, history }: Telling, facts: FactReading, { catalogue }: Assessor): boolean {
  const isAboutFirm = Object.keys(profile).length > 0 || askedFacts(history).length > 0
  if (isAboutFirm || reading.speaksOfSelf || reading.intent.kind === 'match' || reading.intent.kind === 'growth')
    return true
  const told = Object.keys(facts.firms[0] ?? {})
  if (reading.asksEligibility && told.length > 0) return true
  const hasFigure = told.some((key) => ['number', 'date'].includes(catalogue.find(key)?.definition.type ?? ''))
  if (reading.asks.some(({ isYesNo, isHowMuch }) => isYesNo || isHowMuch)) return hasFigure && told.length > 1
  if (told.length === 0) return facts.problems.length > 0
  if (reading.asks.some(({ topics, isImplied }) => topics.length > 0 && !isImplied) && !hasFigure) return false
  return hasFigure || told.length > 1 || matchForm(withoutFacts(reading.text, facts)).length <= mostBeside
}

/** Characters of a message besides its facts: 「我个体户呀」. */
const mostBeside = 4

/** The message with a separator for each phrase that tells a fact, so that its neighbours do not join into words. */
export function withoutFacts(text: string, { firms }: FactReading): string {
  return Object.values(firms[0] ?? {}).reduce((rest, { evidence }) => rest.replace(evidence, '，'), text)
}
