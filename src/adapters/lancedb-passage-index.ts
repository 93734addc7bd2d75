import { countGrams, type EmbeddingModel, type PassageIndex, type SyncReport } from '../retrieval/index.ts'
import { checkedVector } from './lancedb-rows.ts'
import { probeKeywordLeg } from './lancedb-search.ts'
import { openStore, type PassageIndexOptions, type WritableTables } from './lancedb-store.ts'
import { carryOut, planSync, withdraw } from './lancedb-sync.ts'
import { bringUpToDate, readStoredRows } from './lancedb-table.ts'
import { limitConcurrency } from './limit-concurrency.ts'

export type { PassageIndexOptions } from './lancedb-store.ts'

export interface LancedbPassageIndex extends PassageIndex {
  /** The model whose table answers by keywords only, because ours is not whole yet; else null. */
  otherModel(): Promise<string | null>
}

/**
 * The passages in LanceDB. Opening proves that the keyword leg finds Chinese. Where the index was made by
 * another model, it answers by keywords until `sync` has made ours whole beside it.
 */
export async function openPassageIndex(options: PassageIndexOptions): Promise<LancedbPassageIndex> {
  const { model } = options
  const store = await openStore({ log: () => {}, residentRows: 5_000, ...options })
  const inTurn = limitConcurrency(searchesAtOnce)
  const writeInTurn = limitConcurrency(1)
  const first = await store.current()
  if (first) await probeKeywordLeg(first.stored.table)
  return {
    searchKeywords: (query, options) =>
      inTurn(async () => {
        options.signal?.throwIfAborted()
        const state = await store.current()
        return state ? (await state.search()).keywords(query, options) : []
      }),
    searchVector: (vector, options) =>
      inTurn(async () => {
        options.signal?.throwIfAborted()
        const checked = checkedVector(vector, model, '问题')
        const state = await store.current()
        // Vectors of two models have nothing to do with each other.
        if (!state || state.stored.otherModel !== null) return []
        return (await state.search()).vector(checked, options)
      }),
    gramStatistics: async () => (await (await store.current())?.search())?.statistics ?? countGrams([]),
    sync: (documents, onProgress = () => {}) =>
      writeInTurn(() => store.write((tables) => synchronise(tables, model, documents, onProgress))),
    count: async () => (await store.current())?.stored.table.countRows() ?? 0,
    otherModel: async () => (await store.current())?.stored.otherModel ?? null,
    close: async () => store.close(),
  }
}

/** On two cores more parallel searches only wait inside LanceDB. */
const searchesAtOnce = 4

async function synchronise(
  { own, answering }: WritableTables,
  model: EmbeddingModel,
  documents: Parameters<PassageIndex['sync']>[0],
  onProgress: (done: number, total: number) => void,
): Promise<SyncReport> {
  if (answering) await withdraw(planSync(await readStoredRows(answering), documents).removedIds, answering)
  const plan = planSync(await readStoredRows(own), documents)
  await carryOut(plan, own, model, onProgress)
  await bringUpToDate(own)
  await probeKeywordLeg(own)
  return plan.report
}
