import type { FactReading, ReadFact } from '../../src/reading/index.ts'
import { agrees, type Known } from './agreement.ts'
import type { ExtractionCase } from './cases.ts'

/** One fact of one firm, judged. */
export interface Judged {
  readonly fact: string
  readonly outcome: 'right' | 'wrong' | 'missed' | 'extra'
}

export interface JudgedCase {
  readonly case: ExtractionCase
  readonly reading: FactReading
  readonly facts: readonly Judged[]
  readonly isRight: boolean
}

export function judge(one: ExtractionCase, reading: FactReading): JudgedCase {
  const expected = one.firms ?? [one.expected]
  const count = Math.max(expected.length, reading.firms.length)
  const facts = Array.from({ length: count }, (_, firm) =>
    judgeFirm(one, expected[firm] ?? {}, reading.firms[firm] ?? {}),
  ).flat()
  return { case: one, reading, facts, isRight: facts.every(({ outcome }) => outcome === 'right') }
}

function judgeFirm(
  one: ExtractionCase,
  expected: Readonly<Record<string, Known>>,
  read: Readonly<Record<string, ReadFact>>,
): Judged[] {
  const isForgiven = (fact: string) => one.optional.includes(fact)
  const told = Object.entries(expected).flatMap(([fact, value]): Judged[] => {
    const found = read[fact]
    // A contradiction is expected as a choice of what was said, and reported as a problem.
    if (!found) return isForgiven(fact) || isContradiction(one, fact) ? [] : [{ fact, outcome: 'missed' }]
    const outcome = agrees(value, found, one.tolerant.includes(fact)) ? 'right' : 'wrong'
    return isForgiven(fact) && outcome === 'wrong' ? [] : [{ fact, outcome }]
  })
  const extra = Object.keys(read).filter((fact) => !(fact in expected) && !isForgiven(fact))
  return [...told, ...extra.map((fact): Judged => ({ fact, outcome: 'extra' }))]
}

/** Two values said of one fact: what the case expects is a question. */
function isContradiction(one: ExtractionCase, fact: string): boolean {
  return one.expectedAsk.includes(fact)
}

export interface Rates {
  readonly right: number
  readonly read: number
  readonly expected: number
  readonly precision: number
  readonly recall: number
}

export function ratesOf(facts: readonly Judged[]): Rates {
  const count = (...outcomes: Judged['outcome'][]) => facts.filter(({ outcome }) => outcomes.includes(outcome)).length
  const [right, read, expected] = [count('right'), count('right', 'wrong', 'extra'), count('right', 'wrong', 'missed')]
  return {
    right,
    read,
    expected,
    precision: read === 0 ? 1 : right / read,
    recall: expected === 0 ? 1 : right / expected,
  }
}
