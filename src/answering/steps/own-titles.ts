import type { Policy, PolicyKind } from '../../policy/index.ts'
import type { Reading } from '../../reading/index.ts'
import { bestOf, type RouteParts } from './route-list.ts'

/** Kinds of which a title gives none itself. */
const financing: ReadonlySet<PolicyKind> = new Set(['loan', 'guarantee', 'fund'])
/** Another policy has to speak of the question so much better than the one whose title is held. */
const clearlyBetter = 1.2

/**
 * 「我们是高企，招残疾人有什么好处」: a title that the firm only says it holds is not what it asks about, where it asks
 * for financing, or another policy speaks of the question much better.
 */
export function withoutOwnTitles(
  reading: Reading,
  { told, rest }: { readonly told: readonly string[]; readonly rest: Reading },
  { corpus, relevance }: RouteParts,
): Reading {
  const isOwn = told.length > 0 && reading.mentions.length > 0 && rest.mentions.length === 0
  if (!isOwn || reading.asksEligibility) return reading
  const held = reading.mentions.flatMap(({ policyIds }) => policyIds.flatMap((id) => corpus.find(id) ?? []))
  const terms = reading.terms.filter(({ isGeneric }) => !isGeneric)
  const best = (policies: readonly Policy[]) => Math.max(0, ...policies.map((one) => bestOf(one, terms, relevance)))
  const isOfKind = rest.overview?.kinds.some((kind) => financing.has(kind)) ?? false
  const isElsewhere = isOfKind || (terms.length > 0 && best(corpus.policies) > best(held) * clearlyBetter)
  return isElsewhere ? { ...reading, mentions: [] } : reading
}
