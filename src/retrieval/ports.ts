import type { IsoDate, Level, Passage, PolicyKind, SourceDocument } from '../policy/index.ts'
import type { GramStatistics } from './gram-statistics.ts'

/** Turns texts into vectors; the method names are LangChain's, so that its classes fit. */
export interface Embeddings {
  embedDocuments(texts: string[]): Promise<number[][]>
  embedQuery(text: string): Promise<number[]>
}

/** An embedding model under the name that is recorded with the vectors it made. */
export interface EmbeddingModel {
  readonly name: string
  readonly dimension: number
  readonly embeddings: Embeddings
}

/** Judges texts by reading them together with the question: better than both legs, and slower. */
export interface Reranker {
  /** As the server calls it. */
  readonly name: string
  /** A relevance for each text, in their order, higher for the better; comparable within one call only. */
  rerank(question: string, texts: readonly string[], signal?: AbortSignal): Promise<number[]>
}

/** Which passages may be found. An empty filter finds all. */
export interface PassageFilter {
  /** Only documents (and clauses) that apply on this day: no draft, nothing ended, nothing to come. */
  readonly inForceAt?: IsoDate
  readonly documentIds?: readonly string[]
  readonly levels?: readonly Level[]
  readonly kinds?: readonly PolicyKind[]
}

export interface LegHit {
  readonly passage: Passage
  /** BM25 for keywords, cosine similarity for vectors: comparable within one leg and query only. */
  readonly score: number
  /** What was searched: normalised title, other names, headings and text. */
  readonly searchText: string
}

export interface LegQuery {
  readonly limit: number
  readonly filter: PassageFilter
  readonly signal?: AbortSignal
}

export interface SyncReport {
  readonly documentsAdded: number
  readonly documentsChanged: number
  readonly documentsRemoved: number
  readonly passagesWritten: number
  readonly passagesRemoved: number
}

/** The stored passages and the two legs that search them. */
export interface PassageIndex {
  searchKeywords(query: string, options: LegQuery): Promise<LegHit[]>
  searchVector(vector: readonly number[], options: LegQuery): Promise<LegHit[]>
  /** How common each gram is in the stored passages. */
  gramStatistics(): Promise<GramStatistics>
  /** Makes the index hold exactly these documents, writing only passages whose digest changed. */
  sync(documents: readonly SourceDocument[], onProgress?: (done: number, total: number) => void): Promise<SyncReport>
  count(): Promise<number>
  close(): Promise<void>
}
