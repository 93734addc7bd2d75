import type { CompiledCatalogue } from './compile-catalogue.ts'
import { type Range, rangeOf } from './expression.ts'
import type { KnownFacts } from './known-facts.ts'
import { type Degree, met, not, unknown, unmet } from './outcome.ts'
import type { Bounds, PreparedRule } from './prepare-rule.ts'

/** How far a company meets a rule; this one function decides every verdict. */
export function judge(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): Degree {
  switch (rule.kind) {
    case 'range': {
      const { index } = rule.fact
      return within(
        rule.bounds,
        known.low[index] ?? Number.NEGATIVE_INFINITY,
        known.high[index] ?? Number.POSITIVE_INFINITY,
        known.lowOpen[index] === 1,
        known.highOpen[index] === 1,
      )
    }
    case 'choice':
      return among(rule.allowed, known.options[rule.fact.index] ?? null)
    case 'expression': {
      const { low, high } = expressionRange(rule, known, catalogue)
      return within(rule.bounds, low, high, false, false)
    }
    case 'review':
      return unknown
    case 'not':
      return not(judge(rule.child, known, catalogue))
    case 'all':
    case 'any': {
      const decisive = rule.kind === 'all' ? unmet : met
      let degree: Degree = not(decisive)
      for (const child of rule.children) {
        const one = judge(child, known, catalogue)
        if (one === decisive) return decisive
        if (one === unknown) degree = unknown
      }
      return degree
    }
  }
}

export function expressionRange(
  { expression }: Extract<PreparedRule, { kind: 'expression' }>,
  known: KnownFacts,
  catalogue: CompiledCatalogue,
): Range {
  return rangeOf(expression, (key) => {
    const index = catalogue.find(key)?.index ?? -1
    return { low: known.low[index] ?? Number.NEGATIVE_INFINITY, high: known.high[index] ?? Number.POSITIVE_INFINITY }
  })
}

/** Met when every value within `low`–`high` keeps the bounds, unmet when none does. */
function within(bounds: Bounds, low: number, high: number, lowOpen: boolean, highOpen: boolean): Degree {
  if (low > bounds.high || (low === bounds.high && (lowOpen || bounds.highOpen))) return unmet
  if (high < bounds.low || (high === bounds.low && (highOpen || bounds.lowOpen))) return unmet
  const keepsLow = low > bounds.low || (low === bounds.low && (lowOpen || !bounds.lowOpen))
  const keepsHigh = high < bounds.high || (high === bounds.high && (highOpen || !bounds.highOpen))
  return keepsLow && keepsHigh ? met : unknown
}

function among(allowed: Uint8Array, options: readonly number[] | null): Degree {
  if (options?.length === 1) return allowed[options[0] ?? -1] === 1 ? met : unmet
  let [some, every] = [false, true]
  for (let place = 0; place < (options?.length ?? allowed.length); place += 1) {
    if (allowed[options ? (options[place] ?? -1) : place] === 1) some = true
    else every = false
  }
  return every ? met : some ? unknown : unmet
}
