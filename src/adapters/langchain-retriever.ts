import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager'
import { Document } from '@langchain/core/documents'
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers'
import type { RankedPassage, Retriever, SearchOptions } from '../retrieval/index.ts'

export interface PolicyRetrieverInput extends BaseRetrieverInput {
  readonly retriever: Retriever
  /** Asked anew for each search, so that "in force" means the day of the question. */
  readonly options?: () => SearchOptions
}

/** Our search as a LangChain retriever: the quote is `pageContent`, its place and scores are metadata. */
export class PolicyRetriever extends BaseRetriever<PolicyDocumentMetadata> {
  static override lc_name(): string {
    return 'PolicyRetriever'
  }
  override lc_namespace = ['policy-navigator', 'retrievers']
  readonly #retriever: Retriever
  readonly #options: () => SearchOptions

  constructor({ retriever, options = () => ({}), ...fields }: PolicyRetrieverInput) {
    super(fields)
    this.#retriever = retriever
    this.#options = options
  }

  override async _getRelevantDocuments(
    query: string,
    _runManager?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PolicyDocumentMetadata>[]> {
    const { passages, coverage } = await this.#retriever.search(query, this.#options())
    return passages.map((ranked) => documentOf(ranked, coverage))
  }
}

export interface PolicyDocumentMetadata {
  readonly documentId: string
  readonly anchor: string
  readonly headings: readonly string[]
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly score: number
  readonly keywordRank: number | null
  readonly vectorRank: number | null
  /** How well the best passage covers the question; the same on all documents of one search. */
  readonly coverage: number
}

function documentOf(ranked: RankedPassage, coverage: number): Document<PolicyDocumentMetadata> {
  const { passage, score, keyword, vector } = ranked
  const { documentId, anchor, headings, validFrom, validUntil } = passage
  const ranks = { keywordRank: keyword?.rank ?? null, vectorRank: vector?.rank ?? null }
  const metadata = { documentId, anchor, headings, validFrom, validUntil, score, ...ranks, coverage }
  return new Document({ id: passage.id, pageContent: passage.text, metadata })
}
