import type { Assessor } from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import { type FactReader, type FactReading, matchForm, type Reading } from '../reading/index.ts'
import type { Turn } from './ports.ts'
import { askedFacts, type RecordedProfile } from './profile.ts'

export interface Telling {
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

/** 「不对，是290万」 corrects what was told just before; 「万元」 gives the unit that was asked for. */
function readFacts({ reading, asOf, history, profile }: Telling, factReader: FactReader): FactReading {
  const facts = factReader.read(reading.text, { asOf, asked: askedFacts(history) })
  if (isTold(facts) && !facts.isCorrection) return facts
  const withUnit = readUnit(reading.text, asOf, history, factReader)
  if (withUnit) return withUnit
  const justTold = Object.keys(profile).filter((key) => profile[key]?.turn === history.length)
  if (!facts.isCorrection || justTold.length === 0) return facts
  const corrected = factReader.read(reading.text, { asOf, asked: justTold })
  return isTold(corrected) ? corrected : facts
}

const unitAlone = /^(?:是|就是|单位是|单位)?(元|块|块钱|万|万元|万块|亿|亿元)[。！]?$/

/** A figure without a unit waits for it: 「营收3000」, 「万元」. */
function readUnit(text: string, asOf: IsoDate, history: readonly Turn[], factReader: FactReader): FactReading | null {
  const unit = unitAlone.exec(text)?.[1]
  const question = history.at(-1)?.question
  if (unit === undefined || question === undefined) return null
  const open = factReader.read(question, { asOf, asked: askedFacts(history.slice(0, -1)) })
  const figure = open.problems.find(({ kind }) => kind === 'no-unit')
  return figure ? factReader.read(`${figure.evidence}${unit}`, { asOf, asked: [figure.fact] }) : null
}

function isTold({ firms }: FactReading): boolean {
  return Object.keys(firms[0] ?? {}).length > 0
}

/** The conversation is about a company, the message speaks of itself, or it tells facts and hardly anything else. */
function isOwn({ reading, profile, history }: Telling, facts: FactReading, { catalogue }: Assessor): boolean {
  if (reading.mentions.length > 0 && namesAnother.test(reading.text)) return false
  const isAboutFirm = Object.keys(profile).length > 0 || askedFacts(history).length > 0
  if (isAboutFirm || reading.speaksOfSelf || reading.intent.kind === 'match' || reading.intent.kind === 'growth')
    return true
  const told = Object.keys(facts.firms[0] ?? {})
  if (reading.asksEligibility && told.length > 0) return true
  const hasFigure = told.some((key) => ['number', 'date'].includes(catalogue.find(key)?.definition.type ?? ''))
  if (reading.asks.some(({ isYesNo, isHowMuch }) => isYesNo || isHowMuch))
    return hasFigure && (told.length > 1 || reading.mentions.length > 0)
  if (facts.problems.length > 0) return true
  if (reading.asks.some(({ topics, isImplied }) => topics.length > 0 && !isImplied) && !hasFigure) return false
  return hasFigure || told.length > 1 || matchForm(withoutFacts(reading.text, facts)).length <= mostBeside
}

/** Corrects which policy is meant, and tells nothing of the company: 「不是，我说的是科技小巨人工程」. */
const namesAnother = /我说的是|我是说|我问的是|指的是|\bi mean\b/i

/** Characters of a message besides its facts: 「我个体户呀」. */
const mostBeside = 4

/** The message with a separator for each phrase that tells a fact, so that its neighbours do not join into words. */
export function withoutFacts(text: string, { firms }: FactReading): string {
  const told = new Array<boolean>(text.length).fill(false)
  for (const { evidence } of Object.values(firms[0] ?? {})) {
    const start = text.indexOf(evidence)
    if (start >= 0) told.fill(true, start, start + evidence.length)
  }
  return text
    .split('')
    .map((char, place) => (!told[place] ? char : told[place - 1] ? '' : '，'))
    .join('')
}
