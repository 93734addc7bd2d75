import type { CompanyProfile, FactCatalogue, FactValue } from '../../src/eligibility/index.ts'

/** Small deterministic generator, so that every run sees the same firms. */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A company of which every fact is known: numbers spread over magnitudes, bad records rare. */
export function randomFirm(catalogue: FactCatalogue, leaves: readonly string[], random: () => number): CompanyProfile {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const factValue = (definition: FactCatalogue['facts'][string]): FactValue | null => {
    switch (definition.type) {
      case 'boolean':
        return { value: random() < (definition.group ? 0.03 : 0.4) }
      case 'choice':
        return { value: pick(Object.keys(definition.options)) ?? '' }
      case 'industry':
        return { value: pick(leaves) ?? '' }
      case 'date':
        return {
          value: `${2008 + Math.floor(random() * 18)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
        }
      case 'number':
        return { value: numberOf(definition.unit, random) }
    }
  }
  const computed = new Set(['sizeClass', 'monthsEstablished'])
  const facts = Object.entries(catalogue.facts).filter(([key, { question }]) => question && !computed.has(key))
  return Object.fromEntries(
    facts.flatMap(([key, definition]) => {
      const value = factValue(definition)
      return value ? [[key, value] as const] : []
    }),
  )
}

function numberOf(unit: string, random: () => number): number {
  if (unit === 'ratio') return Math.round(random() * 100) / 100
  if (unit === 'yuan') return Math.round(10 ** (4 + random() * 5))
  if (unit === 'people' || unit === 'count') return Math.round(10 ** (random() * 2.8)) - 1
  return Math.round(random() * 100)
}
