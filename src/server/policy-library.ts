import { windowOn } from '../eligibility/index.ts'
import { type IsoDate, isApplicable, type Policy, standingOf } from '../policy/index.ts'
import type { Retriever } from '../retrieval/index.ts'
import type { PolicyList, PolicyListQuery, PolicySummary } from './api.ts'

type Facet = 'level' | 'kind' | 'part' | 'standing'

/** A passage that holds less of the words than this is only like them. */
const wholeCoverage = 0.9
/** As many passages as the words may occur in before the list is cut. */
const passageLimit = 300

/** The policies that a query finds, those with the words in a name first, and how many each facet would leave. */
export async function searchLibrary(
  policies: readonly Policy[],
  query: PolicyListQuery,
  asOf: IsoDate,
  retriever: Retriever | undefined,
): Promise<PolicyList> {
  const words = query.q ?? ''
  const clauses = await clausesWith(words, policies, retriever)
  const found = findPolicies(policies, words, clauses)
  const entries = found.map((policy) => summarise(policy, asOf, isNamed(policy, words) ? undefined : clauses))
  const listed = entries.filter((entry) => matches(entry, query, null))
  const count = (facet: Facet) => countBy(entries, query, facet)
  const facets = { level: count('level'), kind: count('kind'), part: count('part'), standing: count('standing') }
  return { asOf, total: listed.length, facets, policies: listed }
}

type ClauseHits = ReadonlyMap<string, NonNullable<PolicySummary['clause']>>

function findPolicies(policies: readonly Policy[], words: string, clauses: ClauseHits): Policy[] {
  const named = policies.filter((policy) => isNamed(policy, words))
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  return [...new Set([...named, ...[...clauses.keys()].flatMap((id) => byId.get(id) ?? [])])]
}

/** Every word must occur in one of the policy's names, numbers or categories. */
function isNamed({ title, titleEn, aliases, categories, documentNumbers }: Policy, words: string): boolean {
  const names = [title, titleEn, ...aliases, ...categories, ...documentNumbers].map((name) => name.toLowerCase())
  return wordsOf(words).every((word) => names.some((name) => name.includes(word)))
}

/** The best clause of each policy that holds the words, best policy first. */
async function clausesWith(
  words: string,
  policies: readonly Policy[],
  retriever: Retriever | undefined,
): Promise<ClauseHits> {
  if (!retriever || wordsOf(words).length === 0) return new Map()
  // Only policies: an original that an operator added is not part of the library.
  const filter = { documentIds: policies.map(({ id }) => id) }
  const { passages } = await retriever.search(words, { limit: passageLimit, filter, wordsOnly: true })
  const holdsWords = (text: string) => wordsOf(words).every((word) => text.toLowerCase().includes(word))
  const clauses = new Map<string, { readonly anchor: string; readonly text: string }>()
  for (const { passage, coverage } of passages) {
    const { documentId, anchor, text } = passage
    const found = clauses.get(documentId)
    // What says the words itself shows better why it was found than what only stands below a heading with them.
    const isBetter = !found || (!holdsWords(found.text) && holdsWords(text))
    if (coverage >= wholeCoverage && isBetter) clauses.set(documentId, { anchor, text })
  }
  return clauses
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean)
}

function matches(entry: PolicySummary, query: PolicyListQuery, except: Facet | null): boolean {
  return (['level', 'kind', 'part', 'standing'] as const).every((facet) => {
    const wanted = query[facet]
    if (facet === except || wanted === undefined) return true
    return wanted === 'applicable' ? isApplicable(entry.standing) : entry[facet] === wanted
  })
}

function countBy(entries: readonly PolicySummary[], query: PolicyListQuery, facet: Facet): Record<string, number> {
  const values = entries.filter((entry) => matches(entry, query, facet)).flatMap((entry) => entry[facet] ?? [])
  return Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]))
}

function summarise(policy: Policy, asOf: IsoDate, clauses: ClauseHits | undefined): PolicySummary {
  const { id, title, titleEn, level, kind, part, categories, documentNumbers, effectiveUntil, windows } = policy
  return {
    id,
    title,
    titleEn,
    level,
    kind,
    part,
    categories,
    documentNumber: documentNumbers[0] ?? null,
    standing: standingOf(policy, asOf),
    effectiveUntil,
    window: windowOn(windows, asOf),
    clause: clauses?.get(id) ?? null,
  }
}
