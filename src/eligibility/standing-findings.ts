import type { IsoDate, Locale, Policy, Standing } from '../policy/index.ts'
import type { Finding } from './assessment.ts'
import { firstDayOf } from './validity.ts'
import { sayDate, word } from './wording.ts'

/** What stands in the way before any condition: the policy's own standing. */
export function standingFindings(policy: Policy, standing: Standing, asOf: IsoDate, locale: Locale): Finding[] {
  if (standing === 'in-force') return []
  const outcome = standing === 'unverified' ? 'unknown' : 'unmet'
  const text = standing === 'not-yet' ? textOfNotYet(policy, asOf, locale) : word(locale, `standing.${standing}`)
  return [{ kind: 'standing', outcome, text, clause: null }]
}

/** A rule may apply from a day before the one on which it was published. */
function textOfNotYet(policy: Policy, asOf: IsoDate, locale: Locale): string {
  const published = firstDayOf(policy)
  const from = policy.effectiveFrom
  if (published === null || from === null || from > asOf) return word(locale, 'standing.not-yet')
  return word(locale, 'standing.unpublished', { published: sayDate(published, locale), from: sayDate(from, locale) })
}
