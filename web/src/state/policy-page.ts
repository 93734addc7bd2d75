import type { ClauseReply } from '../contract.ts'
import { fetchPolicy } from '../server/server.ts'
import { createFetched } from './fetched.ts'

export const policies = createFetched(fetchPolicy)

/** What one wants to know of a policy, in the order of asking; the topic of each heading's clauses comes first. */
export const sections = [
  { name: 'what', topics: ['definition'] },
  { name: 'who', topics: ['conditions'] },
  { name: 'gives', topics: ['amount'] },
  { name: 'how', topics: ['process', 'materials'] },
  { name: 'when', topics: ['deadline', 'validity'] },
  { name: 'contact', topics: ['contact'] },
  { name: 'notes', topics: ['notes'] },
  { name: 'figures', topics: ['figures'] },
  { name: 'unknown', topics: ['unknown'] },
] as const

export type SectionName = (typeof sections)[number]['name']

/** What every policy has to answer, if only by saying that the answer is not known. */
export const askedSections: ReadonlySet<SectionName> = new Set(['who', 'gives', 'how', 'when', 'contact', 'unknown'])

export interface PolicySection {
  readonly name: SectionName
  readonly clauses: readonly ClauseReply[]
  /** Clauses of other sections that speak of it too. */
  readonly others: readonly ClauseReply[]
}

/** The clauses by what one wants to know; what nobody has to answer is left out where nothing is said. */
export function sectionsOf(clauses: readonly ClauseReply[]): PolicySection[] {
  return sections
    .map(({ name, topics }) => {
      const isOf = (topic: string | undefined) => topics.some((each) => each === topic)
      const own = clauses.filter((clause) => isOf(clause.topics[0]))
      const others = clauses.filter((clause) => !own.includes(clause) && clause.topics.some(isOf))
      return { name, clauses: own, others }
    })
    .filter(({ name, clauses: own }) => own.length > 0 || askedSections.has(name))
}
