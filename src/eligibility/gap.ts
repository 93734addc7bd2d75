import { addSpan, dateOf, dayNumber, nextDay, previousDay } from './calendar.ts'
import type { CompiledCatalogue, CompiledFact } from './compile-catalogue.ts'
import { isWholeNumber } from './fact.ts'
import { expressionRange } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import type { PreparedRule } from './prepare-rule.ts'

export type Ranged = Extract<PreparedRule, { kind: 'range' | 'expression' }>

/** How the nearest possible value fails a bound. */
export interface Miss {
  readonly side: 'below' | 'above'
  readonly bound: number
  /** From the value to the bound; 0 where the bound itself is excluded. */
  readonly difference: number
  /** The least change that keeps the bound: in the fact's unit, in days for dates. */
  readonly by: number
  /** The same in days, where the fact is counted from a day that is known. */
  readonly days: number | null
}

interface Ends {
  readonly low: number
  readonly high: number
  readonly lowOpen: boolean
  readonly highOpen: boolean
}

/** Of a rule that fails. */
export function missOf(rule: Ranged, known: KnownFacts, catalogue: CompiledCatalogue): Miss {
  const { bounds } = rule
  const ends = endsOf(rule, known, catalogue)
  const side = ends.high <= bounds.low ? 'below' : 'above'
  const [bound, isOpen] = side === 'below' ? [bounds.low, bounds.lowOpen] : [bounds.high, bounds.highOpen]
  const isWhole = isCountedWhole(rule)
  const difference = tidy(Math.abs(bound - nearestTo(side, ends, isWhole)))
  const step = isOpen && Number.isInteger(difference) ? 1 : 0
  return {
    side,
    bound,
    difference,
    by: isWhole ? Math.ceil(difference) + step : rounded(difference),
    days: rule.kind === 'range' ? daysMissed(rule.fact, side, bound, isOpen, known) : null,
  }
}

function endsOf(rule: Ranged, known: KnownFacts, catalogue: CompiledCatalogue): Ends {
  if (rule.kind === 'expression') return { ...expressionRange(rule, known, catalogue), lowOpen: false, highOpen: false }
  const { index } = rule.fact
  return {
    low: known.low[index] ?? Number.NaN,
    high: known.high[index] ?? Number.NaN,
    lowOpen: known.lowOpen[index] === 1,
    highOpen: known.highOpen[index] === 1,
  }
}

/** Fewer than 10 people are at most 9. */
function nearestTo(side: Miss['side'], { low, high, lowOpen, highOpen }: Ends, isWhole: boolean): number {
  if (side === 'below') return isWhole && highOpen ? Math.ceil(high) - 1 : high
  return isWhole && lowOpen ? Math.floor(low) + 1 : low
}

function isCountedWhole(rule: Ranged): boolean {
  if (rule.kind === 'expression') return false
  const { definition } = rule.fact
  return definition.type === 'date' || isWholeNumber(definition)
}

function daysMissed(
  { definition, countedFrom }: CompiledFact,
  side: Miss['side'],
  bound: number,
  isOpen: boolean,
  { asOf, low, high }: KnownFacts,
): number | null {
  const day = (side === 'below' ? low : high)[countedFrom?.index ?? -1] ?? Number.NaN
  if (!Number.isFinite(day)) return null
  const turn = addSpan(dateOf(day), side === 'below' ? Math.ceil(bound) : Math.floor(bound), definition)
  const kept = isOpen ? (side === 'below' ? nextDay(turn) : previousDay(turn)) : turn
  return Math.max(1, Math.abs(dayNumber(kept) - dayNumber(asOf)))
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** Six decimals are a ten-thousandth of a percentage point; what is smaller still is not nothing. */
function rounded(value: number): number {
  return Number(value.toFixed(6)) || Number(value.toPrecision(2))
}
