import { type IsoDate, type Policy, type PolicyKind, type Standing, standingOf } from '../policy/index.ts'
import type { Ask, Reading, Term } from '../reading/index.ts'

/** A policy to answer from. */
export interface Target {
  readonly policy: Policy
  readonly standing: Standing
  /** The version that was named, where a newer one is answered from instead. */
  readonly instead: Policy | null
}

/** A policy with its standing on a day; `instead`: the version that was named, where it is another one. */
export function targetOf(policy: Policy, asOf: IsoDate, instead: Policy | null = null): Target {
  return { policy, standing: standingOf(policy, asOf), instead }
}

/** What kind of answer a question gets; decided before anything is written. */
export type Plan =
  | { readonly kind: 'decline'; readonly status: 'refused' | 'out-of-scope'; readonly reason: string }
  | { readonly kind: 'small-talk'; readonly subject: string }
  | { readonly kind: 'which-policy'; readonly options: readonly Policy[] }
  | { readonly kind: 'tell-more' }
  /** Every policy is judged for the company; `focus`: kinds that were asked for. */
  | { readonly kind: 'match'; readonly focus: readonly PolicyKind[] }
  /** The qualifications as steps. */
  | { readonly kind: 'growth' }
  /** Some policies are judged for the company. */
  | { readonly kind: 'judge'; readonly targets: readonly Target[] }
  | {
      readonly kind: 'fields'
      readonly targets: readonly Target[]
      readonly asks: readonly Ask[]
      /** The policies' names as the question gives them; empty where it goes on about those before. */
      readonly names: readonly string[]
      /** All words of the question that carry meaning. */
      readonly terms: readonly Term[]
      readonly query: string
    }
  | { readonly kind: 'unlock'; readonly target: Target; readonly opened: readonly Policy[] }
  | { readonly kind: 'compare'; readonly targets: readonly Target[]; readonly asks: readonly Ask[] }
  | {
      readonly kind: 'list'
      readonly policies: readonly Policy[]
      readonly leftOut: number
      readonly about: string | null
      readonly standing: 'ended' | 'draft' | null
    }
  | { readonly kind: 'search'; readonly query: string; readonly asks: readonly Ask[]; readonly isAboutPolicy: boolean }

export function fieldsPlan(targets: readonly Target[], asks: readonly Ask[], reading: Reading): Plan {
  const names = reading.mentions.map(({ words }) => words)
  return { kind: 'fields', targets, asks, names, terms: reading.terms, query: queryOf(reading) }
}

export function searchPlan(reading: Reading): Plan {
  // Without a name every word counts, also of the parts that ask for nothing.
  const asks = reading.asks.map((ask) => ({ ...ask, terms: [...new Set([...ask.terms, ...ask.context])] }))
  return { kind: 'search', query: queryOf(reading), asks, isAboutPolicy: reading.isAboutPolicy }
}

/** The question with the policies' own words for what it names in everyday ones. */
function queryOf(reading: Reading): string {
  return [reading.text, ...new Set(reading.terms.flatMap(({ alternatives }) => alternatives))].join(' ')
}
