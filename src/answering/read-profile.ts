import type { RecordedFact } from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import type { FactProblem, ReadFact } from '../reading/index.ts'
import type { Locale } from './answer.ts'
import type { AnsweringParts } from './answer-question.ts'
import { say } from './wording.ts'

export interface ProfileRead {
  /** One entry a company, in the order of the text. */
  readonly firms: Record<string, RecordedFact>[]
  /** What could not be taken, and what to say instead. */
  readonly problems: { fact: string; evidence: string; message: string }[]
}

type Parts = Pick<AnsweringParts, 'reader' | 'factReader' | 'assessor'>

/** The facts that a text tells of companies, without answering or keeping anything. */
export function readProfile(
  text: string,
  asOf: IsoDate,
  locale: Locale,
  { reader, factReader, assessor }: Parts,
): ProfileRead {
  const { firms, problems } = factReader.read(reader.read(text, asOf).text, { asOf, asked: [] })
  return {
    firms: firms.map((facts) =>
      Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, recorded(fact, 1)])),
    ),
    problems: problems.map(({ kind, fact, evidence }) => ({
      fact,
      evidence,
      message: say(locale, `notice.${kind}`, valuesOf({ kind, fact, evidence }, locale, assessor)),
    })),
  }
}

/** What the wording of a problem is filled with. */
export function valuesOf({ fact, evidence }: FactProblem, locale: Locale, assessor: Parts['assessor']) {
  return { evidence, label: assessor.label(fact, locale) }
}

/** A fact with the turn it was told in. */
export function recorded(fact: ReadFact, turn: number): RecordedFact {
  // Holds: a read fact with a turn is a recorded one; spreading a union loses that.
  return { ...fact, turn } as RecordedFact
}
