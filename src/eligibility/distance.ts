import type { IsoDate } from '../policy/index.ts'
import type { Assessment, Gap } from './assessment.ts'
import { addMonths, dateOf, nextDay } from './calendar.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import { expressionRange, judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { unmet } from './outcome.ts'
import type { PreparedRule } from './prepare-rule.ts'

type Ranged = Extract<PreparedRule, { kind: 'range' | 'expression' }>
type Distance = NonNullable<Assessment['distance']>

/** The fewest conditions that would have to change for the rule not to fail, and by how much. */
export function distanceOf(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): Distance {
  if (judge(rule, known, catalogue) !== unmet) return { unmet: 0, gaps: [] }
  if (rule.kind !== 'all' && rule.kind !== 'any') return { unmet: 1, gaps: leafGaps(rule, known, catalogue) }
  const distances = rule.children.map((child) => distanceOf(child, known, catalogue))
  if (rule.kind === 'any') return distances.reduce((least, one) => (one.unmet < least.unmet ? one : least))
  return {
    unmet: distances.reduce((sum, one) => sum + one.unmet, 0),
    gaps: distances.flatMap(({ gaps }) => gaps),
  }
}

function leafGaps(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): Gap[] {
  if (rule.kind === 'not') return leafGaps(rule.child, known, catalogue)
  if (rule.kind === 'review' || rule.kind === 'all' || rule.kind === 'any') return []
  const fact = rule.kind === 'expression' ? '' : rule.fact.key
  return [{ fact, anchor: rule.clause.anchor, by: rule.kind === 'choice' ? null : gapOf(rule, known, catalogue) }]
}

/** By how much the nearest possible value misses the bound, in the fact's unit; days for dates. Null where nothing bounds it. */
export function gapOf(rule: Ranged, known: KnownFacts, catalogue: CompiledCatalogue): number | null {
  const { bounds } = rule
  const { low, high } =
    rule.kind === 'expression'
      ? expressionRange(rule, known, catalogue)
      : { low: known.low[rule.fact.index] ?? Number.NaN, high: known.high[rule.fact.index] ?? Number.NaN }
  const by = high <= bounds.low ? bounds.low - high : low - bounds.high
  return Number.isFinite(by) ? Number(by.toPrecision(12)) : null
}

/** The day from which a failed lower bound on a count of months is surely met, or from which it may be. */
export function healsOn(
  rule: Extract<PreparedRule, { kind: 'range' }>,
  known: KnownFacts,
  certainty: 'surely' | 'possibly',
): IsoDate | null {
  const since = rule.fact.monthsSince
  const days = certainty === 'surely' ? known.high : known.low
  const day = since ? (days[since.index] ?? Number.NaN) : Number.NaN
  if (!Number.isFinite(day) || !Number.isFinite(rule.bounds.low)) return null
  if ((known.high[rule.fact.index] ?? 0) >= rule.bounds.high) return null
  const reached = addMonths(dateOf(day), Math.ceil(rule.bounds.low))
  return rule.bounds.lowOpen ? nextDay(reached) : reached
}

/** The first day on which time alone stops the rule from failing; null where it does not. */
export function healsAllOn(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): IsoDate | null {
  if (judge(rule, known, catalogue) !== unmet) return known.asOf
  if (rule.kind === 'range') return healsOn(rule, known, 'possibly')
  if (rule.kind !== 'all' && rule.kind !== 'any') return null
  const dates = rule.children.map((child) => healsAllOn(child, known, catalogue))
  const reached = dates.filter((date) => date !== null).sort()
  if (rule.kind === 'any') return reached[0] ?? null
  return reached.length === dates.length ? (reached.at(-1) ?? null) : null
}
