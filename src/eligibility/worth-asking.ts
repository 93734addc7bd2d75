import type { CompiledCatalogue } from './compile-catalogue.ts'
import type { FactCatalogue } from './fact.ts'
import { judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { allOf, anyOf, type Degree, met, unknown, unmet } from './outcome.ts'
import { type PreparedRule, prepareCondition } from './prepare-rule.ts'

export interface AskingParts {
  readonly catalogue: CompiledCatalogue
  leavesOf(code: string): readonly string[]
}

/** Whether it makes sense to ask a company for a fact; `unknown` while the occasion for it is open. */
export type WorthAsking = (key: string, known: KnownFacts) => Degree

export function createWorthAsking({ facts, occasions }: FactCatalogue, parts: AskingParts): WorthAsking {
  const { catalogue } = parts
  const prepared = new Map(
    Object.entries(occasions).map(([name, conditions]) => [
      name,
      conditions.map((condition) => prepareCondition(condition, nowhere, parts)),
    ]),
  )
  const worth = (key: string, known: KnownFacts, looked: readonly string[]): Degree =>
    allOf(namesOf(facts[key]?.ask).map((name) => holds(name, known, looked)))
  /** What is not worth asking itself never becomes known; an occasion is no reason for itself. */
  const holds = (name: string, known: KnownFacts, looked: readonly string[]): Degree => {
    if (looked.includes(name)) return unmet
    return anyOf((prepared.get(name) ?? []).map((condition) => degreeOf(condition, known, [...looked, name])))
  }
  const degreeOf = (condition: PreparedRule, known: KnownFacts, looked: readonly string[]): Degree => {
    const degree = judge(condition, known, catalogue)
    if (degree !== unknown || !('fact' in condition)) return degree
    return worth(condition.fact.key, known, looked) === unmet ? unmet : unknown
  }
  return (key, known) => (facts[key]?.ask === undefined ? met : worth(key, known, []))
}

/** An occasion is the corpus’s own judgement and cites no clause. */
const nowhere = { policyId: '', anchor: '', number: 0, heading: '' }

function namesOf(ask: string | readonly string[] | undefined): readonly string[] {
  if (ask === undefined) return []
  return typeof ask === 'string' ? [ask] : ask
}
