import type { CompiledCatalogue, CompiledFact } from './compile-catalogue.ts'
import { type Expression, factsOf } from './expression.ts'
import { judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { unknown } from './outcome.ts'
import type { PreparedRule } from './prepare-rule.ts'
import { type Measure, openMeasures, type SizeClassDefinition } from './size-class.ts'

export interface MissingParts {
  readonly catalogue: CompiledCatalogue
  sizeClassOf(leaf: string): SizeClassDefinition | null
}

/** The undecided leaves that could still settle a rule: those below undecided nodes only. */
export function openLeaves(rule: PreparedRule, known: KnownFacts, catalogue: CompiledCatalogue): PreparedRule[] {
  if (judge(rule, known, catalogue) !== unknown) return []
  if (rule.kind === 'not') return openLeaves(rule.child, known, catalogue)
  if (rule.kind === 'all' || rule.kind === 'any')
    return rule.children.flatMap((child) => openLeaves(child, known, catalogue))
  return [rule]
}

/** Keys of the facts whose value could still change the outcome of a rule, each once, in the order of the rule. */
export function missingFacts(rule: PreparedRule, known: KnownFacts, parts: MissingParts): string[] {
  const leaves = openLeaves(rule, known, parts.catalogue)
  return [...new Set(leaves.flatMap((leaf) => factsOfLeaf(leaf, known, parts)))]
}

function factsOfLeaf(leaf: PreparedRule, known: KnownFacts, parts: MissingParts): string[] {
  switch (leaf.kind) {
    case 'range':
    case 'choice':
      return baseFacts(leaf.fact, known, parts)
    case 'expression':
      return openFacts(leaf.expression, known, parts)
    default:
      return []
  }
}

/** What has to be asked for an expression to have one value. */
export function openFacts(expression: Expression, known: KnownFacts, parts: MissingParts): string[] {
  const facts = factsOf(expression).flatMap((key) => parts.catalogue.find(key) ?? [])
  return facts.filter((fact) => !isExact(fact, known)).flatMap((fact) => baseFacts(fact, known, parts))
}

/**
 * What has to be asked to learn a fact: the date for a time since it, industry and figures for a size class, the
 * class itself where the standard has none for the industry.
 */
function baseFacts(fact: CompiledFact, known: KnownFacts, parts: MissingParts): string[] {
  if (fact.countedFrom) return [fact.countedFrom.key]
  if (fact.definition.type === 'choice' && fact.definition.derivedFrom) return sizeFacts(known, parts)
  return [fact.key]
}

export function sizeFacts(known: KnownFacts, { catalogue, sizeClassOf }: MissingParts): string[] {
  const industry = catalogue.find('industry')
  if (!industry) return []
  const open = known.options[industry.index] ?? null
  const leaves = open ? open.map((place) => industry.options[place] ?? '') : industry.options
  const definitions = [...new Set(leaves.map(sizeClassOf))].filter((definition) => definition !== null)
  const range = (measure: Measure) => {
    const index = catalogue.find(measure)?.index ?? -1
    return {
      low: known.low[index] ?? 0,
      high: known.high[index] ?? Number.POSITIVE_INFINITY,
      highOpen: known.highOpen[index] === 1,
    }
  }
  const ranges = { employees: range('employees'), revenue: range('revenue'), assets: range('assets') }
  const needed = new Set(definitions.flatMap((definition) => openMeasures(definition, ranges)))
  if (definitions.length === 0 && leaves.length === 1) return ['sizeClass']
  const isIndustryOpen = definitions.length !== 1 || leaves.some((leaf) => sizeClassOf(leaf) === null)
  return [
    ...(isIndustryOpen ? ['industry'] : []),
    ...(['employees', 'revenue', 'assets'] as const).filter((one) => needed.has(one)),
  ]
}

export function isExact(fact: CompiledFact | undefined, known: KnownFacts): boolean {
  if (!fact) return false
  if (fact.options.length > 0) return known.options[fact.index]?.length === 1
  return known.low[fact.index] === known.high[fact.index]
}
