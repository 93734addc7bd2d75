import type { IsoDate } from '../policy/index.ts'
import { addSpan, dateOf, nextDay } from './calendar.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import { judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { unmet } from './outcome.ts'
import type { PreparedRule } from './prepare-rule.ts'

/** The day from which a failed lower bound on a time since a day is surely met, or from which it may be. */
export function healsOn(
  { fact, bounds }: Extract<PreparedRule, { kind: 'range' }>,
  known: KnownFacts,
  certainty: 'surely' | 'possibly',
): IsoDate | null {
  const days = certainty === 'surely' ? known.high : known.low
  const day = days[fact.countedFrom?.index ?? -1] ?? Number.NaN
  if (!Number.isFinite(day) || !Number.isFinite(bounds.low)) return null
  if ((known.high[fact.index] ?? 0) >= bounds.high) return null
  const reached = addSpan(dateOf(day), Math.ceil(bounds.low), fact.definition)
  return bounds.lowOpen ? nextDay(reached) : reached
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
