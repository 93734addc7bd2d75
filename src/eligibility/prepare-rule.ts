import { type IsoDate, isWithin, type Localized, type Notions, type Policy, type Rule } from '../policy/index.ts'
import type { ClauseLink } from './assessment.ts'
import { dayNumber } from './calendar.ts'
import type { CompiledCatalogue, CompiledFact } from './compile-catalogue.ts'
import { type Expression, parseExpression } from './expression.ts'
import type { Unit } from './fact.ts'
import { refOf } from './rule-nodes.ts'

/** Bounds that a number or a date must keep. */
export interface Bounds {
  readonly low: number
  readonly lowOpen: boolean
  readonly high: number
  readonly highOpen: boolean
}

/** A rule ready to be judged on one day: facts and clauses looked up, conditions of other times left out. */
export type PreparedRule =
  | { readonly kind: 'range'; readonly fact: CompiledFact; readonly bounds: Bounds; readonly clause: ClauseLink }
  | { readonly kind: 'choice'; readonly fact: CompiledFact; readonly allowed: Uint8Array; readonly clause: ClauseLink }
  | {
      readonly kind: 'expression'
      readonly expression: Expression
      readonly label: Localized
      readonly unit: Unit
      readonly bounds: Bounds
      readonly clause: ClauseLink
    }
  | { readonly kind: 'review'; readonly text: Localized; readonly clause: ClauseLink }
  | ({ readonly kind: 'all' } & PreparedGroup)
  | ({ readonly kind: 'any' } & PreparedGroup)
  | { readonly kind: 'not'; readonly child: PreparedRule; readonly label: Localized | null }

interface PreparedGroup {
  readonly children: readonly PreparedRule[]
  readonly label: Localized | null
  /** Of a shared condition: the clause of the policy that uses it. */
  readonly clause: ClauseLink | null
}

export interface PrepareParts {
  readonly catalogue: CompiledCatalogue
  readonly notions: Notions
  findPolicy(id: string): Policy | undefined
  leavesOf(code: string): readonly string[]
}

/** A rule names something that does not exist; `corpus:check` reports such rules with their place. */
export class RuleError extends Error {
  readonly code = 'rule-invalid'
}

/** Null where nothing of the rule holds on the day. */
export function prepareRule(rule: Rule, policyId: string, asOf: IsoDate, parts: PrepareParts): PreparedRule | null {
  const prepare = (node: Rule) => prepareRule(node, policyId, asOf, parts)
  if ('all' in rule || 'any' in rule) {
    const [kind, nodes] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const)
    const children = nodes.map(prepare).filter((child) => child !== null)
    return children.length > 0 ? { kind, children, label: rule.label ?? null, clause: null } : null
  }
  if ('not' in rule) {
    const child = prepare(rule.not)
    return child && { kind: 'not', child, label: rule.label ?? null }
  }
  const clause = clauseLink(refOf(rule.clause, policyId), asOf, parts)
  return clause && prepareLeaf(rule, clause, asOf, parts)
}

type Leaf = Exclude<Rule, { all: unknown } | { any: unknown } | { not: unknown }>

function prepareLeaf(rule: Leaf, clause: ClauseLink, asOf: IsoDate, parts: PrepareParts): PreparedRule | null {
  if ('review' in rule) return { kind: 'review', text: rule.review, clause }
  if ('notion' in rule) {
    const notion = parts.notions[rule.notion]
    if (!notion) throw new RuleError(`notion "${rule.notion}" is not in notions.yaml`)
    const child = prepareRule(notion.rule, clause.policyId, asOf, parts)
    return child && { kind: 'all', children: [child], label: notion.label, clause }
  }
  if ('expression' in rule)
    return {
      kind: 'expression',
      expression: parseExpression(rule.expression),
      label: rule.label,
      unit: rule.unit ?? 'points',
      bounds: boundsOf(rule),
      clause,
    }
  return prepareCondition(rule, clause, parts)
}

/** A requirement on one fact. */
export function prepareCondition(
  rule: Omit<Extract<Rule, { fact: string }>, 'clause'>,
  clause: ClauseLink,
  parts: Pick<PrepareParts, 'catalogue' | 'leavesOf'>,
): PreparedRule {
  const fact = parts.catalogue.find(rule.fact)
  if (!fact) throw new RuleError(`fact "${rule.fact}" is not in facts.yaml`)
  if (fact.options.length === 0) return { kind: 'range', fact, bounds: boundsOf(rule), clause }
  const names = [...(rule.in ?? []), ...(rule.is === undefined ? [] : [String(rule.is)])]
  const wanted = fact.definition.type === 'industry' ? names.flatMap((code) => [...parts.leavesOf(code)]) : names
  return {
    kind: 'choice',
    fact,
    allowed: Uint8Array.from(fact.options, (name) => (wanted.includes(name) ? 1 : 0)),
    clause,
  }
}

/** A clause that does not hold on the day gives null: its condition is left out. */
export function clauseLink(ref: string, asOf: IsoDate, { findPolicy }: PrepareParts): ClauseLink | null {
  const [policyId = '', anchor = ''] = ref.split('#')
  const clause = findPolicy(policyId)?.clauses.find((one) => one.anchor === anchor)
  if (!clause) throw new RuleError(`no clause is "${ref}"`)
  return isWithin(clause, asOf) ? { policyId, anchor, number: clause.number, heading: clause.heading } : null
}

type Bounded = Pick<Extract<Rule, { fact: string }>, 'atLeast' | 'above' | 'atMost' | 'below'>

function boundsOf({ atLeast, above, atMost, below }: Bounded): Bounds {
  const numeric = (bound: number | string | undefined, otherwise: number) =>
    bound === undefined ? otherwise : typeof bound === 'string' ? dayNumber(bound) : bound
  return {
    low: numeric(above ?? atLeast, Number.NEGATIVE_INFINITY),
    lowOpen: above !== undefined,
    high: numeric(below ?? atMost, Number.POSITIVE_INFINITY),
    highOpen: below !== undefined,
  }
}
