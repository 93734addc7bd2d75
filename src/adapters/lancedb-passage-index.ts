import type { Table } from '@lancedb/lancedb'
import {
  countGrams,
  type EmbeddingModel,
  type PassageIndex,
  type PassageSearch,
  RetrievalError,
  type SyncReport,
} from '../retrieval/index.ts'
import { acquireLock } from './file-lock.ts'
import { checkedVector } from './lancedb-rows.ts'
import { createSearch, probeKeywordLeg } from './lancedb-search.ts'
import { carryOut, planSync } from './lancedb-sync.ts'
import {
  bringUpToDate,
  connectTo,
  createTable,
  isLocal,
  openTable,
  otherModelOf,
  readStoredRows,
} from './lancedb-table.ts'
import { limitConcurrency } from './limit-concurrency.ts'

export interface PassageIndexOptions {
  /** A folder, or the address of an object store. */
  readonly uri: string
  readonly model: EmbeddingModel
  readonly log?: (message: string) => void
  /** Up to this many passages are searched in memory: cheaper there, but it blocks the process. */
  readonly residentRows?: number
}

/**
 * The passages in LanceDB. Opening proves that the keyword leg finds Chinese. An index made by another
 * model opens, but refuses to search until `sync` has rebuilt it.
 */
export async function openPassageIndex(options: PassageIndexOptions): Promise<PassageIndex> {
  const { model } = options
  const store = await openStore({ log: () => {}, residentRows: 5_000, ...options })
  const inTurn = limitConcurrency(searchesAtOnce)
  const writeInTurn = limitConcurrency(1)
  const first = await store.current({ anyModel: true })
  if (first && !first.otherModel) await probeKeywordLeg(first.table)
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
        return state ? (await state.search()).vector(checked, options) : []
      }),
    gramStatistics: async () => (await (await store.current())?.search())?.statistics ?? countGrams([]),
    sync: (documents, onProgress = () => {}) =>
      writeInTurn(() => store.write((table) => synchronise(table, model, documents, onProgress))),
    count: async () => (await store.current({ anyModel: true }))?.table.countRows() ?? 0,
    close: async () => store.close(),
  }
}

/** On two cores more parallel searches only wait inside LanceDB. */
const searchesAtOnce = 4

async function synchronise(
  table: Table,
  model: EmbeddingModel,
  documents: Parameters<PassageIndex['sync']>[0],
  onProgress: (done: number, total: number) => void,
): Promise<SyncReport> {
  const plan = planSync(await readStoredRows(table), documents)
  await carryOut(plan, table, model, onProgress)
  await bringUpToDate(table)
  await probeKeywordLeg(table)
  return plan.report
}

interface State {
  readonly table: Table
  /** The model that the table was made with, where it is not ours. */
  readonly otherModel: string | null
  /** Reads what a search needs, once. */
  readonly search: () => Promise<PassageSearch>
}

interface Store {
  /** The table as it stands now, also where another process wrote it; null before the first sync. */
  current(options?: { readonly anyModel?: boolean }): Promise<State | null>
  write<Result>(task: (table: Table) => Promise<Result>): Promise<Result>
  close(): void
}

/** How soon what another process wrote is seen; asking for the version costs as much as a search. */
const checkEveryMs = 200

async function openStore(options: Required<PassageIndexOptions>): Promise<Store> {
  const { uri, model, log } = options
  const connection = await reporting('index-unreadable', uri, () => connectTo(uri))
  let table: Table | null = null
  let seen: { readonly version: number; readonly state: State } | null = null
  let checkedAt = Number.NEGATIVE_INFINITY

  async function current({ anyModel = false } = {}): Promise<State | null> {
    table ??= await reporting('index-unreadable', uri, () => openTable(connection))
    if (!table) return null
    const isFresh = performance.now() - checkedAt < checkEveryMs
    const version = isFresh && seen ? seen.version : await table.version()
    if (!isFresh) checkedAt = performance.now()
    if (seen?.version !== version) {
      const state = await readState(table, options)
      // Another search may have come here first: there is one state, and one reading of it, per version.
      if (seen?.version !== version) seen = { version, state }
    }
    const { state } = seen
    if (state.otherModel !== null && !anyModel) throw modelMismatch(uri, model, state.otherModel)
    return state
  }

  async function write<Result>(task: (table: Table) => Promise<Result>): Promise<Result> {
    const release = isLocal(uri) ? await acquireLock(uri, '检索索引') : async () => {}
    try {
      return await reporting('index-unwritable', uri, async () => task(await writableTable()))
    } finally {
      checkedAt = Number.NEGATIVE_INFINITY
      await release()
    }
  }

  async function writableTable(): Promise<Table> {
    const state = await current({ anyModel: true })
    if (state && state.otherModel === null) return state.table
    if (state) log(`检索索引由另一个向量模型建立：${state.otherModel}；现在用 ${model.name} 重新建立。`)
    seen = null
    table = await createTable(connection, model)
    return table
  }

  return { current, write, close: () => connection.close() }
}

async function readState(table: Table, { model, residentRows }: Required<PassageIndexOptions>): Promise<State> {
  let search: Promise<PassageSearch> | null = null
  return {
    table,
    otherModel: await otherModelOf(table, model),
    search: () => {
      search ??= createSearch(table, residentRows).catch((cause: unknown) => {
        // The next search tries again.
        search = null
        throw cause
      })
      return search
    },
  }
}

function modelMismatch(uri: string, model: EmbeddingModel, found: string): RetrievalError {
  return new RetrievalError(
    'model-mismatch',
    `检索索引 ${uri} 由另一个向量模型建立：${found}，现在设置的是 ${model.name}（${model.dimension} 维）。请重新导入（npm run ingest），或把向量模型改回原来的。`,
  )
}

async function reporting<Result>(
  code: 'index-unreadable' | 'index-unwritable',
  uri: string,
  task: () => Promise<Result>,
): Promise<Result> {
  try {
    return await task()
  } catch (cause) {
    if (cause instanceof RetrievalError) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    const what = code === 'index-unreadable' ? '打不开检索索引' : '写入检索索引时失败，原有内容仍可使用'
    throw new RetrievalError(code, `${what}：${uri}（${reason}）。请检查路径、权限和磁盘空间，然后重试。`, { cause })
  }
}
