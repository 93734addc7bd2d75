import type { IsoDate } from '../../policy/index.ts'
import type { QuestionReader } from '../../reading/index.ts'
import type { PassageFilter, Retriever } from '../../retrieval/index.ts'
import { addressesAssistant } from '../addresses-assistant.ts'
import { type Found, leastScore, scoreOf, tellingTerms } from '../compose/compose-search.ts'
import type { Corpus } from '../corpus.ts'
import type { Plan } from '../plan.ts'
import type { Relevance } from '../relevance.ts'
import type { VerifyParts } from './verify.ts'
import { openTerms, widen } from './widen.ts'

export interface RetrieveParts extends Pick<VerifyParts, 'findDocument'> {
  readonly corpus: Corpus
  readonly retriever: Retriever
  readonly relevance: Relevance
  readonly reader: QuestionReader
}

interface Retrieved {
  readonly plan: Plan
  /** Passages for a question that names no policy, nearest first. */
  readonly found: readonly Found[]
}

/** Passages looked at for one question. */
const searchLimit = 24

/** Finds the passages that the plan needs; a plan that a passage elsewhere serves better is changed to it. */
export async function retrieve(
  plan: Plan,
  asOf: IsoDate,
  signal: AbortSignal | undefined,
  parts: RetrieveParts,
): Promise<Retrieved> {
  const search = (query: string, filter: PassageFilter) =>
    searchPassages(query, { filter, ...(signal && { signal }) }, asOf, parts)
  if (plan.kind === 'fields') {
    const terms = openTerms(plan, { ...parts, asOf })
    if (terms.length === 0) return { plan, found: [] }
    return { plan: widen(plan, terms, await search(plan.query, {}), { ...parts, asOf }), found: [] }
  }
  if (plan.kind !== 'search') return { plan, found: [] }
  const terms = tellingTerms(plan.asks)
  const applicable = await search(plan.query, { inForceAt: asOf })
  const isEnough = applicable.some((one) => scoreOf(one, terms, parts.relevance) >= leastScore)
  return { plan, found: isEnough ? applicable : await search(plan.query, {}) }
}

/** Passages of originals that speak to the assistant are neither quoted nor shown to a model. */
async function searchPassages(
  query: string,
  options: { readonly filter: PassageFilter; readonly signal?: AbortSignal },
  asOf: IsoDate,
  { retriever, corpus, findDocument, reader }: RetrieveParts,
): Promise<Found[]> {
  const { passages } = await retriever.search(query, { limit: searchLimit, ...options })
  const found = await Promise.all(
    passages.map(async ({ passage }) => {
      const source = await findDocument(passage.documentId)
      return source ? { passage, document: source.document, policy: corpus.find(passage.documentId) ?? null } : null
    }),
  )
  return found
    .filter((one) => one !== null)
    .filter(({ passage, document, policy }) => policy || !addressesAssistant(passage, document, asOf, reader))
}
