import { computed } from '@preact/signals'
import type { Assessment } from '../contract.ts'
import { sumOnCard } from './benefit-text.ts'
import { goTo, visit } from './route.ts'
import { kindGroups, ofKindGroup } from './verdict-groups.ts'

const values = {
  view: ['list', 'together', 'growth'],
  kind: kindGroups,
  verdict: ['all', 'eligible', 'undetermined', 'ineligible'],
  level: ['all', 'national', 'municipal', 'district'],
  window: ['all', 'open', 'upcoming', 'none', 'closed'],
  atLeast: ['all', '10000', '100000', '1000000'],
  sort: ['useful', 'amount', 'deadline', 'missing'],
} as const

export type MatchQuery = { readonly [Name in keyof typeof values]: (typeof values)[Name][number] }
export type FacetName = 'kind' | 'verdict' | 'level' | 'window' | 'atLeast'

export const facetValues = values

/** What the address says of the page; what it does not know counts as not said. */
export const matchQuery = computed<MatchQuery>(() => {
  const { query } = visit.value
  return {
    view: oneOf(values.view, query.get('view')),
    kind: oneOf(values.kind, query.get('kind')),
    verdict: oneOf(values.verdict, query.get('verdict')),
    level: oneOf(values.level, query.get('level')),
    window: oneOf(values.window, query.get('window')),
    atLeast: oneOf(values.atLeast, query.get('atLeast')),
    sort: oneOf(values.sort, query.get('sort')),
  }
})

/** The first value is the one that is not written. */
function oneOf<Value extends string>(
  allowed: readonly [Value, ...Value[]] | readonly Value[],
  text: string | null,
): Value {
  const [first] = allowed
  const found = allowed.find((value) => value === text) ?? first
  if (found === undefined) throw new RangeError('a part of the address needs a value')
  return found
}

/** The address of the page with some of it changed. */
export function addressWith(changes: Partial<MatchQuery>): string {
  const wanted = { ...matchQuery.value, ...changes }
  const said = Object.entries(wanted).filter(([name, value]) => value !== values[name as keyof MatchQuery][0]) // the names of `values`
  const query = new URLSearchParams(said).toString()
  return query === '' ? '/matches' : `/matches?${query}`
}

export function changeQuery(changes: Partial<MatchQuery>): void {
  goTo(addressWith(changes), { replace: true })
}

export const noFilters = { kind: 'all', verdict: 'all', level: 'all', window: 'all', atLeast: 'all' } as const

const isWanted: { readonly [Name in FacetName]: (assessment: Assessment, value: MatchQuery[Name]) => boolean } = {
  kind: (assessment, value) => ofKindGroup([assessment], value).length > 0,
  verdict: ({ verdict }, value) => value === 'all' || verdict === value,
  level: ({ level }, value) => value === 'all' || level === value,
  window: ({ window }, value) => value === 'all' || (window?.state ?? 'none') === value,
  atLeast: (assessment, value) => value === 'all' || (sumOnCard(assessment) ?? 0) >= Number(value),
}

function fits(assessment: Assessment, query: MatchQuery, left?: FacetName): boolean {
  return (
    (left === 'kind' || isWanted.kind(assessment, query.kind)) &&
    (left === 'verdict' || isWanted.verdict(assessment, query.verdict)) &&
    (left === 'level' || isWanted.level(assessment, query.level)) &&
    (left === 'window' || isWanted.window(assessment, query.window)) &&
    (left === 'atLeast' || isWanted.atLeast(assessment, query.atLeast))
  )
}

/** The policies that fit all facets, in the order that was chosen. */
export function selectMatches(all: readonly Assessment[], query: MatchQuery): readonly Assessment[] {
  const found = all.filter((assessment) => fits(assessment, query))
  // Sorting is stable: ties stay in the server's order.
  return found.sort(orderBy[query.sort])
}

/** The policies that fit all other facets: what a choice of this one would leave. */
export function matchesWithout(all: readonly Assessment[], query: MatchQuery, facet: FacetName): readonly Assessment[] {
  return all.filter((assessment) => fits(assessment, query, facet))
}

export function countOf<Name extends FacetName>(
  found: readonly Assessment[],
  facet: Name,
  value: MatchQuery[Name],
): number {
  return found.filter((assessment) => isWanted[facet](assessment, value)).length
}

const orderBy: Readonly<Record<MatchQuery['sort'], (one: Assessment, other: Assessment) => number>> = {
  useful: () => 0,
  amount: (one, other) => (sumOnCard(other) ?? -1) - (sumOnCard(one) ?? -1),
  deadline: (one, other) => dateKey(one).localeCompare(dateKey(other)),
  missing: (one, other) => one.missingFacts.length - other.missingFacts.length,
}

/** Open ones by their last day, then coming ones by their first, then those without a date, then closed ones. */
function dateKey({ window }: Assessment): string {
  if (window?.state === 'open' && window.until !== null) return `1 ${window.until}`
  if (window?.state === 'upcoming') return `2 ${window.from}`
  return window?.state === 'closed' ? '4' : '3'
}
