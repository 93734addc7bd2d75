import { type Locale, localized } from '../policy/index.ts'
import type { Assessment, Gap } from './assessment.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import { factsOf } from './expression.ts'
import { missOf } from './gap.ts'
import { judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { unmet } from './outcome.ts'
import type { PreparedRule } from './prepare-rule.ts'
import { factsIn } from './rule-bounds.ts'

type Distance = NonNullable<Assessment['distance']>
type Any = Extract<PreparedRule, { kind: 'any' }>

/** The fewest conditions that would have to change for the rule not to fail, and by how much. */
export function distanceOf(
  rule: PreparedRule,
  known: KnownFacts,
  catalogue: CompiledCatalogue,
  locale: Locale,
): Distance {
  const missed = missedOf(rule, known, catalogue)
  return { unmet: missed.length, gaps: missed.flatMap((leaf) => gapsOf(leaf, known, catalogue, locale)) }
}

/** What fails on the nearest way to meet a rule. */
function missedOf(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): readonly PreparedRule[] {
  if (judge(rule, known, catalogue) !== unmet) return []
  if (rule.kind === 'all') return rule.children.flatMap((child) => missedOf(child, known, catalogue))
  if (rule.kind !== 'any') return [rule]
  const nearest = rule.children[nearestOf(rule, known, catalogue)]
  return nearest ? missedOf(nearest, known, catalogue) : []
}

/**
 * The place of the alternative that is nearest where all fail: the one with the fewest failures; among equals the one
 * that fails by figures which every alternative looks at, not by being meant for others; then the smallest gaps.
 */
export function nearestOf({ children }: Any, known: KnownFacts, catalogue: CompiledCatalogue): number {
  const isShared = (key: string) => children.every((child) => factsIn(child).includes(key))
  const keys = children.map((child) => {
    const missed = missedOf(child, known, catalogue)
    const shares = missed.map((leaf) => shareOf(leaf, known, catalogue))
    const others = missed.filter((leaf, place) => shares[place] === null || !factsIn(leaf).every(isShared))
    return [missed.length, others.length, shares.reduce((sum: number, share) => sum + (share ?? 1), 0)] as const
  })
  const least = keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])[0]
  return least ? keys.indexOf(least) : 0
}

/** How much of the bound is missing; null for what is no figure: a kind, a claim, a day. */
function shareOf(leaf: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): number | null {
  if (leaf.kind !== 'range' && leaf.kind !== 'expression') return null
  if (leaf.kind === 'range' && leaf.fact.definition.type === 'date') return null
  const { by, bound } = missOf(leaf, known, catalogue)
  return by / (Math.abs(bound) || 1)
}

function gapsOf(leaf: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue, locale: Locale): Gap[] {
  switch (leaf.kind) {
    case 'not':
      return gapsOf(leaf.child, known, catalogue, locale).map((gap) => ({ ...gap, by: null }))
    case 'choice':
      return [{ fact: leaf.fact.key, anchor: leaf.clause.anchor, by: null }]
    case 'range': {
      const { by, days } = missOf(leaf, known, catalogue)
      const since = days === null ? null : leaf.fact.countedFrom
      return [{ fact: (since ?? leaf.fact).key, anchor: leaf.clause.anchor, by: since ? days : by }]
    }
    case 'expression': {
      const [fact, ...others] = factsOf(leaf.expression)
      const name = fact !== undefined && others.length === 0 ? fact : localized(leaf.label, locale)
      return [{ fact: name, anchor: leaf.clause.anchor, by: missOf(leaf, known, catalogue).by }]
    }
    default:
      return []
  }
}
