import type { Assessment } from './assessment.ts'
import { keyFailures, leavesOf } from './findings.ts'

/** Why an assessment came out as it did, as the texts of a row. */
export interface MatchReasons {
  /** Conditions that fail, of an ineligible company; of alternatives those of the nearest. */
  readonly unmet: string[]
  /** Judgements left to people. */
  readonly reviews: string[]
  /** Labels of the facts still missing. */
  readonly missing: string[]
  /** Numbers of the policy's own clauses that the verdict rests on. */
  readonly clauses: number[]
}

export function matchReasons(assessment: Assessment, labelOf: (key: string) => string): MatchReasons {
  const { findings, missingFacts, openReviews, policyId, verdict } = assessment
  const decisive = verdict === 'ineligible' ? keyFailures(assessment) : findings.flatMap(leavesOf)
  const numbers = decisive.flatMap(({ clause }) => (clause?.policyId === policyId ? [clause.number] : []))
  return {
    unmet: verdict === 'ineligible' ? unique(decisive.map(({ text }) => text)) : [],
    reviews: unique(openReviews.map(({ text }) => text)),
    missing: missingFacts.map(labelOf),
    clauses: [...new Set(numbers)].sort((a, b) => a - b),
  }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
