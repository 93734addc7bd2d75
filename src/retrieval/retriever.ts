import type { Passage } from '../policy/index.ts'
import type { LegQuery, PassageFilter } from './ports.ts'

/** A passage with the place and score that each leg gave it; null where a leg did not find it. */
export interface RankedPassage {
  readonly passage: Passage
  /** Fused score; order only, not a probability. */
  readonly score: number
  readonly keyword: { readonly rank: number; readonly score: number } | null
  readonly vector: { readonly rank: number; readonly score: number } | null
}

export interface SearchOptions {
  readonly limit?: number
  readonly filter?: PassageFilter
  readonly signal?: LegQuery['signal']
}

export interface SearchResult {
  readonly passages: readonly RankedPassage[]
  /** How well the best passage covers the question, 0–1; low means that the corpus does not answer it. */
  readonly coverage: number
}

export interface Retriever {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
}
