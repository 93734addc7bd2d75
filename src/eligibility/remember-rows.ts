import type { Assessment } from './assessment.ts'
import type { Assessor, PreparedPolicy } from './assessor.ts'
import type { CompiledCatalogue, CompiledFact } from './compile-catalogue.ts'
import { factsOf } from './expression.ts'
import type { KnownFacts } from './known-facts.ts'
import { factsIn } from './rule-bounds.ts'

/** Rows kept a policy; then it begins anew. */
const mostRemembered = 500

/**
 * Makes something of assessments, once for all firms that are alike in every fact a policy looks at: in a long list most
 * are. What is made may depend on the assessment only, and not on `actual` of its findings.
 */
export function rememberRows<Row>(
  { catalogue }: Pick<Assessor, 'catalogue'>,
  rowOf: (assessment: Assessment) => Row,
): (prepared: PreparedPolicy, known: KnownFacts, assess: () => Assessment) => Row {
  const places = new Map<PreparedPolicy, readonly number[]>()
  const rows = new Map<PreparedPolicy, Map<string, Row>>()
  return (prepared, known, assess) => {
    const indexes = places.get(prepared) ?? factsLookedAt(prepared, catalogue)
    places.set(prepared, indexes)
    const remembered = rows.get(prepared) ?? new Map<string, Row>()
    rows.set(prepared, remembered)
    const key = stateOf(known, indexes)
    const found = remembered.get(key)
    if (found !== undefined) return found
    const row = rowOf(assess())
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(key, row)
    return row
  }
}

/** All that is known of some facts, in one text. */
function stateOf({ low, high, lowOpen, highOpen, options, stated }: KnownFacts, indexes: readonly number[]): string {
  let state = ''
  for (const index of indexes) {
    const open = (lowOpen[index] ?? 0) + 2 * (highOpen[index] ?? 0) + 4 * (stated[index] ?? 0)
    state += `${low[index]} ${high[index]} ${open} ${options[index] ?? ''}|`
  }
  return state
}

/** Numbers of the facts that rule and benefits look at, and of those that these are asked or computed by. */
function factsLookedAt({ rule, benefits }: PreparedPolicy, catalogue: CompiledCatalogue): number[] {
  const keys = new Set([
    ...(rule ? factsIn(rule) : []),
    ...benefits.flatMap(({ when, formula }) => [...(when ? factsIn(when) : []), ...(formula ? factsOf(formula) : [])]),
  ])
  const facts = [...keys].flatMap((key) => catalogue.find(key) ?? [])
  return [...new Set(facts.flatMap((fact) => [fact.index, ...sourcesOf(fact, catalogue)]))].sort((a, b) => a - b)
}

/** What has to be asked to learn a fact: the date of a time since it, industry and figures of a size class. */
function sourcesOf({ countedFrom, definition }: CompiledFact, catalogue: CompiledCatalogue): number[] {
  const isSize = definition.type === 'choice' && definition.derivedFrom !== undefined
  const figures = isSize ? ['industry', 'employees', 'revenue', 'assets'] : []
  return [...(countedFrom ? [countedFrom.index] : []), ...figures.flatMap((key) => catalogue.find(key)?.index ?? [])]
}
