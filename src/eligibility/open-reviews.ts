import { type Locale, localized } from '../policy/index.ts'
import type { Assessment } from './assessment.ts'
import type { PreparedPolicy } from './assessor.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import type { KnownFacts } from './known-facts.ts'
import { openLeaves } from './missing-facts.ts'
import { word } from './wording.ts'

/** What is left to people of an undetermined policy, whether it still applies included. */
export function openReviews(
  { policy, standing, rule }: PreparedPolicy,
  known: KnownFacts,
  catalogue: CompiledCatalogue,
  locale: Locale,
): Assessment['openReviews'] {
  const leaves = rule ? openLeaves(rule, known, catalogue) : []
  const reviews = leaves.flatMap((leaf) =>
    leaf.kind === 'review' ? [{ anchor: leaf.clause.anchor, text: localized(leaf.text, locale) }] : [],
  )
  if (standing !== 'unverified') return reviews
  const validity = policy.clauses.find(({ topics }) => topics.includes('validity'))
  return [...reviews, { anchor: validity?.anchor ?? 'standing', text: word(locale, 'standing.unverified') }]
}
