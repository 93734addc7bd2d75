import type { Locale, Standing } from '../policy/index.ts'
import type { Finding } from './assessment.ts'
import { word } from './wording.ts'

/** What stands in the way before any condition: the policy's own standing. */
export function standingFindings(standing: Standing, locale: Locale): Finding[] {
  if (standing === 'in-force') return []
  const outcome = standing === 'unverified' ? 'unknown' : 'unmet'
  return [{ kind: 'standing', outcome, text: word(locale, `standing.${standing}`), clause: null }]
}
