import { type Locale, localized } from '../policy/index.ts'
import type { Assessment, OpenReview } from './assessment.ts'
import type { PreparedPolicy } from './assessor.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import type { KnownFacts } from './known-facts.ts'
import { openLeaves } from './missing-facts.ts'
import type { PreparedRule } from './prepare-rule.ts'
import { word } from './wording.ts'

/** What is left to people of an undetermined policy, whether it still applies included. */
export function openReviews(
  { policy, standing, rule }: PreparedPolicy,
  known: KnownFacts,
  catalogue: CompiledCatalogue,
  locale: Locale,
): Assessment['openReviews'] {
  const leaves = rule ? openLeaves(rule, known, catalogue) : []
  const reviews = leaves.flatMap((leaf) => (leaf.kind === 'review' ? [reviewOf(leaf, locale)] : []))
  if (standing !== 'unverified') return reviews
  const validity = policy.clauses.find(({ topics }) => topics.includes('validity'))
  return [...reviews, { anchor: validity?.anchor ?? 'standing', text: word(locale, 'standing.unverified') }]
}

/** A condition whose clause stands under 还不知道 was not found: even an authority's word on it is not known. */
function reviewOf({ clause, text }: Extract<PreparedRule, { kind: 'review' }>, locale: Locale): OpenReview {
  const review = { anchor: clause.anchor, text: localized(text, locale) }
  return clause.heading === '还不知道' ? { ...review, isUnpublished: true } : review
}
