import type { CompiledFact } from './compile-catalogue.ts'
import { factsOf } from './expression.ts'
import type { PreparedRule } from './prepare-rule.ts'

/** A place where the verdict of some rule may turn. `isFirstAbove`: the bound itself belongs to the higher side. */
export interface Cut {
  readonly value: number
  readonly isFirstAbove: boolean
}

/** Where rules cut the range of a number fact, in ascending order, each once. */
export function boundsOfFact(fact: CompiledFact, rules: readonly PreparedRule[]): Cut[] {
  const cuts = new Map<string, Cut>()
  for (const { bounds } of rules.flatMap(rangesOf).filter((range) => range.fact.index === fact.index)) {
    if (Number.isFinite(bounds.low)) add(cuts, { value: bounds.low, isFirstAbove: !bounds.lowOpen })
    if (Number.isFinite(bounds.high)) add(cuts, { value: bounds.high, isFirstAbove: bounds.highOpen })
  }
  return [...cuts.values()].sort((a, b) => a.value - b.value || Number(b.isFirstAbove) - Number(a.isFirstAbove))
}

function add(cuts: Map<string, Cut>, cut: Cut): void {
  cuts.set(`${cut.value} ${cut.isFirstAbove}`, cut)
}

/** Every bound that a rule sets on a number or a date. */
export function rangesOf(rule: PreparedRule): Extract<PreparedRule, { kind: 'range' }>[] {
  if (rule.kind === 'range') return [rule]
  if (rule.kind === 'not') return rangesOf(rule.child)
  return rule.kind === 'all' || rule.kind === 'any' ? rule.children.flatMap(rangesOf) : []
}

/** Keys of the facts that a rule looks at. */
export function factsIn(rule: PreparedRule): string[] {
  switch (rule.kind) {
    case 'range':
    case 'choice':
      return [rule.fact.key]
    case 'expression':
      return factsOf(rule.expression)
    case 'review':
      return []
    case 'not':
      return factsIn(rule.child)
    case 'all':
    case 'any':
      return rule.children.flatMap(factsIn)
  }
}
