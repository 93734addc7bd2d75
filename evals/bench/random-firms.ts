import type { CompanyProfile, FactDefinition, FactValue } from '../../src/eligibility/index.ts'
import type { Eligibility } from '../../src/services.ts'
import { randomNumbers } from './synthetic-passages.ts'

type Next = () => number

/** Always the same firms: from hardly anything to most facts known, one number in four only as a range. */
export function vagueFirms({ catalogue, industries }: Eligibility, count: number): CompanyProfile[] {
  const next = randomNumbers(count)
  const facts = Object.entries(catalogue.facts)
  return Array.from({ length: count }, () => {
    const share = next() * 0.6
    const known = facts.filter(() => next() < share)
    return Object.fromEntries(
      known.map(([key, fact]) => [key, blur(fact, exactValue(fact, industries.leaves, next), next)]),
    )
  })
}

/**
 * Always the same firms, of which every fact that is not computed is known exactly. All are registered in Changning: what
 * being registered elsewhere means is no part of the rules.
 */
export function exactFirms({ catalogue, industries }: Eligibility, count: number): CompanyProfile[] {
  const next = randomNumbers(count + 1)
  const classified = industries.leaves.filter((leaf) => industries.sizeClassOf(leaf) !== null)
  const facts = Object.entries(catalogue.facts).filter(([, fact]) => !isComputed(fact))
  return Array.from({ length: count }, () => ({
    ...Object.fromEntries(facts.map(([key, fact]) => [key, exactValue(fact, classified, next)])),
    registeredPlace: { value: 'changning' },
  }))
}

function isComputed(fact: FactDefinition): boolean {
  if (fact.type === 'choice') return fact.derivedFrom !== undefined
  return fact.type === 'number' && fact.monthsSince !== undefined
}

function exactValue(fact: FactDefinition, leaves: readonly string[], next: Next): { value: string | number | boolean } {
  const pick = (items: readonly string[]) => items[Math.floor(next() * items.length)] ?? ''
  switch (fact.type) {
    case 'boolean':
      return { value: next() < 0.5 }
    case 'choice':
      return { value: pick(Object.keys(fact.options)) }
    case 'industry':
      return { value: pick(leaves) }
    case 'date':
      return {
        value: new Date(Date.UTC(2010, 0, 1) + Math.floor(next() * 6_000) * 86_400_000).toISOString().slice(0, 10),
      }
    case 'number': {
      const value = next() ** 3 * (fact.unit === 'ratio' ? 1 : fact.unit === 'yuan' ? 1e8 : 500)
      return { value: fact.unit === 'ratio' ? Number(value.toFixed(4)) : Math.round(value) }
    }
  }
}

function blur(fact: FactDefinition, exact: { value: string | number | boolean }, next: Next): FactValue {
  const { value } = exact
  if (fact.type !== 'number' || typeof value !== 'number' || next() < 0.75) return exact
  return { min: value * 0.8, max: value * 1.2 }
}
