import { type Expression, parseExpression } from './expression.ts'
import type { FactCatalogue, FactDefinition } from './fact.ts'

/** A fact with its number and its expressions parsed; options of a boolean are false and true, of an industry its leaves. */
export interface CompiledFact {
  readonly key: string
  readonly index: number
  readonly definition: FactDefinition
  readonly options: readonly string[]
  /** The number of each option by its name, as the only one that remains. */
  readonly places: ReadonlyMap<string, readonly [number]>
  readonly derivedFrom: Expression | null
  readonly minimumFrom: Expression | null
  /** The date since which it counts the time. */
  readonly countedFrom: CompiledFact | null
  /** Least and greatest possible number. */
  readonly low: number
  readonly high: number
}

export interface CompiledCatalogue {
  readonly facts: readonly CompiledFact[]
  find(key: string): CompiledFact | undefined
}

export function compileCatalogue({ facts }: FactCatalogue, leaves: readonly string[]): CompiledCatalogue {
  const byKey = new Map<string, CompiledFact>()
  const compile = (key: string): CompiledFact | undefined => {
    const definition = facts[key]
    if (!definition || byKey.has(key)) return byKey.get(key)
    const number = definition.type === 'number' ? definition : null
    const since = number?.monthsSince ?? number?.yearsSince
    const options = optionsOf(definition, leaves)
    const fact: CompiledFact = {
      key,
      index: 0,
      definition,
      options,
      places: new Map(options.map((name, place) => [name, [place]])),
      derivedFrom: number?.derivedFrom ? parseExpression(number.derivedFrom) : null,
      minimumFrom: number?.minimumFrom ? parseExpression(number.minimumFrom) : null,
      countedFrom: since === undefined ? null : (compile(since) ?? null),
      low: number ? number.min : Number.NEGATIVE_INFINITY,
      high: number?.max ?? Number.POSITIVE_INFINITY,
    }
    byKey.set(key, { ...fact, index: byKey.size })
    return byKey.get(key)
  }
  for (const key of Object.keys(facts)) compile(key)
  return { facts: [...byKey.values()], find: (key) => byKey.get(key) }
}

function optionsOf(definition: FactDefinition, leaves: readonly string[]): readonly string[] {
  switch (definition.type) {
    case 'boolean':
      return ['false', 'true']
    case 'choice':
      return Object.keys(definition.options)
    case 'industry':
      return leaves
    case 'number':
    case 'date':
      return []
  }
}
