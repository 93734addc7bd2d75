import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { KnownFacts, PreparedPolicy } from '../../src/eligibility/index.ts'
import type { Eligibility } from '../../src/services.ts'

type PreparedRule = NonNullable<PreparedPolicy['rule']>

/** Whether json-rules-engine can express a rule: it knows no reviews, and no arithmetic. */
export function isExpressible(rule: PreparedRule): boolean {
  if (rule.kind === 'not') return isExpressible(rule.child)
  if (rule.kind === 'all' || rule.kind === 'any') return rule.children.every(isExpressible)
  return rule.kind === 'range' || rule.kind === 'choice'
}

/** The same rules in the JSON of json-rules-engine; an event of type `id` says that a firm is eligible. */
export function engineOf(rules: ReadonlyMap<string, PreparedRule>): Engine {
  const properties = [...rules].map(
    ([id, rule]): RuleProperties => ({ conditions: topLevel(conditionOf(rule)), event: { type: id } }),
  )
  return new Engine(properties)
}

function topLevel(condition: NestedCondition): TopLevelCondition {
  return 'fact' in condition ? { all: [condition] } : condition
}

function conditionOf(rule: PreparedRule): NestedCondition {
  switch (rule.kind) {
    case 'all':
      return { all: rule.children.map(conditionOf) }
    case 'any':
      return { any: rule.children.map(conditionOf) }
    case 'not':
      return { not: conditionOf(rule.child) }
    case 'choice': {
      const value = rule.fact.options.filter((_, place) => rule.allowed[place] === 1)
      return { fact: rule.fact.key, operator: 'in', value }
    }
    case 'range': {
      const { low, lowOpen, high, highOpen } = rule.bounds
      const compare = (operator: string, value: number) => ({ fact: rule.fact.key, operator, value })
      const all = [
        ...(Number.isFinite(low) ? [compare(lowOpen ? 'greaterThan' : 'greaterThanInclusive', low)] : []),
        ...(Number.isFinite(high) ? [compare(highOpen ? 'lessThan' : 'lessThanInclusive', high)] : []),
      ]
      return { all }
    }
    default:
      throw new TypeError(`json-rules-engine knows no ${rule.kind}`)
  }
}

/** The facts that rules ask for as plain values; throws where one is not exact. */
export function plainFacts(
  { assessor }: Eligibility,
  known: KnownFacts,
  keys: ReadonlySet<string>,
): Record<string, string | number> {
  return Object.fromEntries(
    [...keys].map((key) => {
      const fact = assessor.catalogue.find(key)
      if (!fact) throw new RangeError(`there is no fact "${key}"`)
      const options = known.options[fact.index]
      const value = fact.options.length > 0 ? fact.options[options?.[0] ?? -1] : known.low[fact.index]
      const isExact = fact.options.length > 0 ? options?.length === 1 : known.high[fact.index] === value
      if (value === undefined || !isExact) throw new RangeError(`"${key}" is not exact`)
      return [key, value]
    }),
  )
}

/** The facts that a rule asks for. */
export function factsOfRule(rule: PreparedRule): string[] {
  if (rule.kind === 'not') return factsOfRule(rule.child)
  if (rule.kind === 'all' || rule.kind === 'any') return rule.children.flatMap(factsOfRule)
  return rule.kind === 'range' || rule.kind === 'choice' ? [rule.fact.key] : []
}
