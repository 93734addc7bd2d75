import { findPolicies } from '../server/server.ts'
import { wording } from '../wording/index.ts'
import { libraryWording } from '../wording/library/index.ts'
import { createFetched } from './fetched.ts'

export const facets = ['kind', 'level', 'part', 'standing'] as const
export type Facet = (typeof facets)[number]

/** What is looked for in the library, as its address says it; empty where nothing is. */
export type LibraryQuery = Readonly<Record<Facet | 'q', string>>

/** Without a word about standing, only what applies is shown; `all` shows the rest as well. */
export const allStandings = 'all'

export const policyLists = createFetched(findPolicies)

/** Reads an address; a choice that does not exist is none. */
export function readLibraryQuery(query: URLSearchParams): LibraryQuery {
  const chosen = (facet: Facet) => {
    const value = query.get(facet) ?? ''
    return Object.hasOwn(choicesOf(facet), value) ? value : ''
  }
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    kind: chosen('kind'),
    level: chosen('level'),
    part: chosen('part'),
    standing: chosen('standing'),
  }
}

/** The address of a query within the website. */
export function libraryPath(query: Partial<LibraryQuery>): string {
  const text = searchParams(query)
  return text === '' ? '/policies' : `/policies?${text}`
}

/** The same query as the server takes it. */
export function serverQuery({ standing, ...query }: LibraryQuery): string {
  const wanted = standing === allStandings ? '' : standing || 'applicable'
  return searchParams({ ...query, standing: wanted })
}

/** The choices of a facet with their names, in the order in which they are offered. */
export function choicesOf(facet: Facet): Readonly<Record<string, string>> {
  const { verdicts, standings } = wording.value
  switch (facet) {
    case 'kind':
      return verdicts.kinds
    case 'level':
      return verdicts.levels
    case 'part':
      return libraryWording.value.parts
    case 'standing':
      return { ...standings, [allStandings]: libraryWording.value.filters.all }
  }
}

function searchParams(query: Partial<LibraryQuery>): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()
}
