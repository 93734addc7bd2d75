import { type IsoDate, isApplicable, type Policy, standingOf } from '../policy/index.ts'
import type { Corpus } from './corpus.ts'
import { type Target, targetOf } from './plan.ts'

/**
 * Which version of a named policy to answer from: the one of the year asked about, where versions differ; else the one
 * that applies on the day; else the one that was named, labelled for what it is.
 */
export function chooseVersion(
  named: readonly Policy[],
  years: readonly number[],
  asOf: IsoDate,
  corpus: Corpus,
): Target | null {
  const [first] = named
  if (!first) return null
  const family = [...new Set(named.flatMap((policy) => corpus.versions(policy)))]
  const current = family.filter((policy) => isApplicable(standingOf(policy, asOf)))
  const ofYear = family.find((policy) => years.some((year) => appliedIn(policy, year)))
  if (ofYear && family.length > 1 && !current.some((policy) => years.some((year) => appliedIn(policy, year))))
    return targetOf(ofYear, asOf)
  const best = current.find((policy) => named.includes(policy)) ?? current[0]
  if (!best) return targetOf(first, asOf)
  return targetOf(best, asOf, named.includes(best) ? null : first)
}

function appliedIn(policy: Policy, year: number): boolean {
  if (!policy.effectiveFrom && !policy.effectiveUntil) return false
  return (policy.effectiveFrom ?? '0000') <= `${year}-12-31` && (policy.effectiveUntil ?? '9999') >= `${year}-01-01`
}
