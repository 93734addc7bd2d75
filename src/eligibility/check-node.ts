import { type Clause, figuresIn, type Notions, type Rule } from '../policy/index.ts'
import { type Expression, factsOf, numbersOf, parseExpression } from './expression.ts'
import type { FactCatalogue, FactDefinition } from './fact.ts'
import { formsOf } from './figure-forms.ts'
import { clauseRefsOf } from './rule-nodes.ts'

export interface RuleCheckParts {
  readonly catalogue: FactCatalogue
  readonly notions: Notions
  /** Whether a code of the industry classification exists. */
  isIndustry(code: string): boolean
}

type Node = Extract<Rule, { fact: string } | { expression: string }>

const boundKeys = ['atLeast', 'above', 'atMost', 'below'] as const
const requirements = ['is', 'in', ...boundKeys] as const

/** What is wrong with one node of a rule: dead clauses, unknown facts, values of another type, thresholds of no clause. */
export function faultsOfNode(node: Rule, find: (ref: string) => Clause | undefined, parts: RuleCheckParts): string[] {
  const dead = clauseRefsOf(node).filter((ref) => !find(ref))
  const faults = dead.map((ref) => `no clause has the anchor "${ref}"`)
  if ('notion' in node && !parts.notions[node.notion])
    faults.push(`notion "${node.notion}" is not in notions.yaml; add it there or fix the name`)
  if (!('fact' in node || 'expression' in node) || dead.length > 0) return faults
  const stated = clauseRefsOf(node).flatMap((ref) => find(ref)?.text ?? [])
  return 'fact' in node
    ? [...faults, ...faultsOfFact(node, stated, parts)]
    : [...faults, ...faultsOfExpression(node, stated, parts)]
}

function faultsOfFact(
  node: Extract<Rule, { fact: string }>,
  stated: readonly string[],
  parts: RuleCheckParts,
): string[] {
  const definition = parts.catalogue.facts[node.fact]
  if (!definition) return [`fact "${node.fact}" is not in facts.yaml; add it there or fix the key`]
  const given = requirementKeys(node)
  const allowed = allowedKeys(definition)
  const wrong = given.filter((key) => !allowed.includes(key))
  if (given.length === 0) return [`"${node.fact}" has no requirement; give one of ${allowed.join(', ')}`]
  if (wrong.length > 0)
    return [
      `"${node.fact}" is a ${definition.type} and cannot be compared by ${wrong.join(', ')}; use ${allowed.join(', ')}`,
    ]
  return [...faultsOfValues(node, definition, parts), ...faultsOfBounds(node, definition, stated)]
}

function faultsOfExpression(
  node: Extract<Rule, { expression: string }>,
  stated: readonly string[],
  parts: RuleCheckParts,
): string[] {
  const definition: FactDefinition = {
    type: 'number',
    unit: 'points',
    min: 0,
    label: node.label,
    difficulty: 3,
    words: [],
  }
  return [...faultsOfFormula(node.expression, stated, parts), ...faultsOfBounds(node, definition, stated)]
}

function requirementKeys(node: Node): string[] {
  return requirements.filter((key) => node[key] !== undefined)
}

function allowedKeys({ type }: FactDefinition): readonly string[] {
  if (type === 'boolean') return ['is']
  return type === 'number' || type === 'date' ? boundKeys : ['is', 'in']
}

function faultsOfValues(node: Node, definition: FactDefinition, { isIndustry }: RuleCheckParts): string[] {
  const values = [...(node.in ?? []), ...(node.is === undefined ? [] : [node.is])]
  switch (definition.type) {
    case 'boolean':
      return values.filter((value) => typeof value !== 'boolean').map((value) => `"${value}" is neither true nor false`)
    case 'choice':
      return values
        .filter((value) => !(String(value) in definition.options))
        .map((value) => `"${value}" is no option; use ${Object.keys(definition.options).join(', ')}`)
    case 'industry':
      return values.filter((value) => !isIndustry(String(value))).map((value) => `industry code "${value}" is unknown`)
    case 'number':
    case 'date':
      return boundKeys
        .filter((key) => node[key] !== undefined && (typeof node[key] === 'number') !== (definition.type === 'number'))
        .map((key) => `${key}: ${node[key]} is no ${definition.type}`)
  }
}

/** A threshold must occur in the clause it cites. */
function faultsOfBounds(node: Node, definition: FactDefinition, stated: readonly string[]): string[] {
  const figures = statedFigures(stated)
  return boundKeys.flatMap((key) => {
    const bound = node[key]
    if (bound === undefined || typeof bound !== 'number')
      return isDateStated(bound, stated) ? [] : [`${key} ${bound} does not occur in clause "${node.clause}"`]
    const forms = formsOf(bound, definition)
    return bound === 0 || forms.some((form) => figures.has(form))
      ? []
      : [`${key} ${bound} does not occur in clause "${node.clause}"`]
  })
}

function statedFigures(texts: readonly string[]): Set<number> {
  return new Set(texts.flatMap((text) => [...figuresIn(text)].map((figure) => Number.parseFloat(figure))))
}

function isDateStated(date: string | undefined, stated: readonly string[]): boolean {
  if (date === undefined) return true
  const dates = new Set(stated.flatMap((text) => [...figuresIn(text)]))
  return dates.has(date) || dates.has(date.slice(0, 7)) || stated.some((text) => text.includes(`${date.slice(0, 4)}年`))
}

/** Facts must be numbers of the catalogue, and every number must stand in a cited clause; 0, 1 and 12 months need none. */
export function faultsOfFormula(formula: string, stated: readonly string[], { catalogue }: RuleCheckParts): string[] {
  let expression: Expression
  try {
    expression = parseExpression(formula)
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
  const figures = statedFigures(stated)
  const unknown = factsOf(expression)
    .filter((key) => catalogue.facts[key]?.type !== 'number')
    .map((key) => `"${key}" is no number of facts.yaml`)
  const unstated = numbersOf(expression)
    .filter((value) => ![0, 1, 12].includes(value))
    .filter((value) => !formsOf(value, null).some((form) => figures.has(form)))
    .map((value) => `${value} in "${formula}" does not occur in a cited clause; cite one in basis`)
  return [...unknown, ...unstated]
}
