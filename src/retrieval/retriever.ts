import type { Passage } from '../policy/index.ts'
import { coverageOf } from './coverage.ts'
import type { EmbeddingModel, LegHit, LegQuery, PassageFilter, PassageIndex, Reranker } from './ports.ts'
import { byScoreThenId, fuseRanks } from './rank-fusion.ts'
import { rerank } from './rerank.ts'
import { searchQueryOf } from './search-text.ts'

/** A passage with the place and score that each leg gave it; null where a leg did not find it. */
export interface RankedPassage {
  readonly passage: Passage
  /** Ranks of both legs and coverage, weighted; order only, not a probability. */
  readonly score: number
  /** How much of the question this passage and its document hold, 0–1. */
  readonly coverage: number
  readonly keyword: LegPlace | null
  readonly vector: LegPlace | null
}

export interface LegPlace {
  /** From 1. */
  readonly rank: number
  readonly score: number
}

export interface SearchOptions {
  readonly limit?: number
  readonly filter?: PassageFilter
  readonly signal?: LegQuery['signal']
  /** By the words alone: no model is asked. */
  readonly wordsOnly?: boolean
}

export interface SearchResult {
  readonly passages: readonly RankedPassage[]
  /** How well the best passage covers the question, 0–1; low means that the corpus does not answer it. */
  readonly coverage: number
  /** Why the vector leg could not be asked; the keyword leg answered alone. */
  readonly vectorFailure?: string
  /** Why the reranker could not be asked; the order is that of both legs and coverage. */
  readonly rerankFailure?: string
}

export interface Retriever {
  search(query: string, options?: SearchOptions): Promise<SearchResult>
}

/** How much each judge of a passage counts; only their ratio matters. */
export interface RetrievalWeights {
  readonly keyword: number
  readonly vector: number
  readonly coverage: number
}

/** For an embedding that sees the same characters as the keyword leg does. */
export const lexicalWeights: RetrievalWeights = { keyword: 0.05, vector: 0.02, coverage: 1 }
/** For an embedding that knows meanings: its order counts as much as the words do. */
export const semanticWeights: RetrievalWeights = { keyword: 0.3, vector: 1, coverage: 1 }

/** Candidates of each leg: on the public set the first 50 by keywords hold 98 % of all right passages. */
const keywordDepth = 50
const vectorDepth = 30

/**
 * Hybrid search: both legs at once, their candidates ordered by rank fusion and coverage of the question, and
 * the first of them by a reranker where there is one.
 */
export function createRetriever(parts: {
  readonly index: PassageIndex
  readonly model: EmbeddingModel
  readonly weights?: RetrievalWeights
  readonly reranker?: Reranker | null
}): Retriever {
  const { index, weights = lexicalWeights, reranker } = parts
  return {
    async search(question, { limit = 10, filter = {}, signal, wordsOnly = false } = {}) {
      const query = searchQueryOf(question)
      if (query === '') return { passages: [], coverage: 0 }
      const legQuery = (depth: number) => ({ limit: Math.max(depth, limit), filter, ...(signal && { signal }) })
      const [keyword, { vector, failure }, statistics] = await Promise.all([
        index.searchKeywords(query, legQuery(keywordDepth)),
        wordsOnly ? noVectorLeg : askVectorLeg(parts, question, legQuery(vectorDepth)),
        index.gramStatistics(),
      ])
      signal?.throwIfAborted()
      const hits = new Map([...vector, ...keyword].map((hit) => [hit.passage.id, hit]))
      const coverages = coverageById(query, [...hits.values()], statistics)
      const fused = rank({ keyword, vector }, hits, coverages, weights)
      const searchTextOf = ({ passage }: RankedPassage) => hits.get(passage.id)?.searchText ?? passage.text
      const isReranked = reranker && !wordsOnly
      const reranked = isReranked ? await rerank(fused, searchTextOf, reranker, question, signal) : { items: fused }
      return {
        passages: reranked.items.slice(0, limit),
        coverage: Math.max(0, ...coverages.values()),
        ...(failure !== undefined && { vectorFailure: failure }),
        ...(reranked.failure !== undefined && { rerankFailure: reranked.failure }),
      }
    },
  }
}

interface VectorLeg {
  readonly vector: LegHit[]
  readonly failure?: string
}

const noVectorLeg: VectorLeg = { vector: [] }

/** A model that is down costs the vector leg, not the answer; what the index says is not caught. */
async function askVectorLeg(
  { index, model }: { readonly index: PassageIndex; readonly model: EmbeddingModel },
  question: string,
  legQuery: LegQuery,
): Promise<VectorLeg> {
  const embedded = await model.embeddings.embedQuery(question).catch((cause: unknown) => String(cause))
  if (typeof embedded === 'string') return { vector: [], failure: embedded }
  return { vector: await index.searchVector(embedded, legQuery) }
}

function coverageById(
  query: string,
  hits: readonly LegHit[],
  statistics: Parameters<typeof coverageOf>[2],
): Map<string, number> {
  const candidates = hits.map(({ passage, searchText }) => ({ documentId: passage.documentId, searchText }))
  const coverages = coverageOf(query, candidates, statistics)
  return new Map(hits.map(({ passage }, i) => [passage.id, coverages[i] ?? 0]))
}

function rank(
  legs: { readonly keyword: readonly LegHit[]; readonly vector: readonly LegHit[] },
  hits: ReadonlyMap<string, LegHit>,
  coverages: ReadonlyMap<string, number>,
  weights: RetrievalWeights,
): RankedPassage[] {
  const legWeight = weights.keyword + weights.vector
  const fused = fuseRanks([
    { ids: legs.keyword.map(idOf), weight: weights.keyword },
    { ids: legs.vector.map(idOf), weight: weights.vector },
  ])
  const keyword = placesOf(legs.keyword)
  const vector = placesOf(legs.vector)
  return fused
    .map(({ id, score }) => ({ id, score: score * legWeight + weights.coverage * (coverages.get(id) ?? 0) }))
    .sort(byScoreThenId)
    .flatMap(({ id, score }) => {
      const hit = hits.get(id)
      if (!hit) return []
      const places = { keyword: keyword.get(id) ?? null, vector: vector.get(id) ?? null }
      return [{ passage: hit.passage, score, coverage: coverages.get(id) ?? 0, ...places }]
    })
}

function idOf(hit: LegHit): string {
  return hit.passage.id
}

function placesOf(leg: readonly LegHit[]): Map<string, LegPlace> {
  return new Map(leg.map((hit, i) => [hit.passage.id, { rank: i + 1, score: hit.score }]))
}
