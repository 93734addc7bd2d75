import { type GramStatistics, gramWeight } from './gram-statistics.ts'
import { gramsOf } from './search-text.ts'

/** A text to be judged against the question, and the document that it belongs to. */
export interface Candidate {
  readonly documentId: string
  readonly searchText: string
}

/** What the document adds to its passage: enough to settle ties between passages, too little to outweigh one. */
const documentShare = 0.3

/**
 * How much of a question each candidate holds, 0–1: the share of the question's grams, each weighing
 * what it tells, found in the passage, and less so in all candidates of its document together.
 */
export function coverageOf(query: string, candidates: readonly Candidate[], statistics: GramStatistics): number[] {
  const grams = [...new Set(gramsOf(query))]
  const weights = grams.map((gram) => gramWeight(statistics, gram))
  const whole = sum(weights)
  if (whole === 0) return candidates.map(() => 0)
  const found = candidates.map(({ searchText }) => grams.map((gram) => searchText.includes(gram)))
  const foundInDocument = unionByDocument(candidates, found)
  const share = (has: readonly boolean[]) => sum(weights.filter((_, i) => has[i])) / whole
  return candidates.map(({ documentId }, i) => {
    const own = share(found[i] ?? [])
    return (own + documentShare * share(foundInDocument.get(documentId) ?? [])) / (1 + documentShare)
  })
}

function unionByDocument(candidates: readonly Candidate[], found: readonly boolean[][]): Map<string, boolean[]> {
  const union = new Map<string, boolean[]>()
  candidates.forEach(({ documentId }, i) => {
    const before = union.get(documentId)
    const own = found[i] ?? []
    union.set(documentId, before ? before.map((has, gram) => has || own[gram] === true) : own)
  })
  return union
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
