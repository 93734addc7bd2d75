import type { Outcome, Verdict } from './assessment.ts'

/** Outcomes as numbers, in the order of strong Kleene logic. */
export const unmet = 0
export const unknown = 1
export const met = 2
export type Degree = typeof unmet | typeof unknown | typeof met

const outcomes = ['unmet', 'unknown', 'met'] as const satisfies readonly Outcome[]
const verdicts = ['ineligible', 'undetermined', 'eligible'] as const satisfies readonly Verdict[]

export function outcomeOf(degree: Degree): Outcome {
  return outcomes[degree]
}

export function verdictOf(degree: Degree): Verdict {
  return verdicts[degree]
}

/** Strong Kleene logic over `unmet < unknown < met`: `allOf` is the minimum, `anyOf` the maximum. */
export function allOf(degrees: readonly Degree[]): Degree {
  if (degrees.includes(unmet)) return unmet
  return degrees.includes(unknown) ? unknown : met
}

export function anyOf(degrees: readonly Degree[]): Degree {
  if (degrees.includes(met)) return met
  return degrees.includes(unknown) ? unknown : unmet
}

export function not(degree: Degree): Degree {
  return degree === unknown ? unknown : degree === met ? unmet : met
}
