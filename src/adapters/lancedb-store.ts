import type { Table } from '@lancedb/lancedb'
import { type EmbeddingModel, type PassageSearch, RetrievalError } from '../retrieval/index.ts'
import { acquireLock } from './file-lock.ts'
import { createSearch } from './lancedb-search.ts'
import {
  clearRemovedTables,
  connectTo,
  createTable,
  isLocal,
  isOurs,
  readTables,
  removeTable,
  type StoredTable,
  tableToSearch,
} from './lancedb-table.ts'

export interface PassageIndexOptions {
  /** A folder, or the address of an object store. */
  readonly uri: string
  readonly model: EmbeddingModel
  readonly log?: (message: string) => void
  /** Up to this many passages are searched in memory: cheaper there, but it blocks the process. */
  readonly residentRows?: number
}

/** The table that answers, as it stood when last looked at. */
export interface StoreState {
  readonly stored: StoredTable
  readonly version: number
  /** Reads what a search needs, once. */
  readonly search: () => Promise<PassageSearch>
}

export interface WritableTables {
  /** The table of our model. */
  readonly own: Table
  /** The table of another model that answers until ours is whole; else null. */
  readonly answering: Table | null
}

export interface Store {
  /** The table that answers now, also where another process wrote it; null before the first sync. */
  current(): Promise<StoreState | null>
  write<Result>(task: (tables: WritableTables) => Promise<Result>): Promise<Result>
  close(): void
}

/** How soon what another process wrote is seen; asking for the version costs as much as a search. */
const checkEveryMs = 200

export async function openStore(options: Required<PassageIndexOptions>): Promise<Store> {
  const { uri, model, log, residentRows } = options
  const connection = await reporting('index-unreadable', uri, () => connectTo(uri))
  let seen: StoreState | null = null
  let checkedAt = Number.NEGATIVE_INFINITY

  async function current(): Promise<StoreState | null> {
    if (seen && performance.now() - checkedAt < checkEveryMs) return seen
    const found = (await unchangedTable(seen)) ?? (await reporting('index-unreadable', uri, findTable))
    checkedAt = performance.now()
    // Another search may have come here first: there is one state, and one reading of it, per version.
    if (found?.stored.name !== seen?.stored.name || found?.version !== seen?.version)
      seen = found && { ...found, search: once(() => createSearch(found.stored.table, residentRows)) }
    return seen
  }

  async function findTable() {
    const stored = tableToSearch(await readTables(connection, model))
    return stored && { stored, version: await stored.table.version() }
  }

  async function write<Result>(task: (tables: WritableTables) => Promise<Result>): Promise<Result> {
    const release = isLocal(uri) ? await acquireLock(uri, '检索索引') : async () => {}
    try {
      return await reporting('index-unwritable', uri, async () => task(await writableTables()))
    } finally {
      checkedAt = Number.NEGATIVE_INFINITY
      await release()
    }
  }

  /** What neither answers nor is ours goes now, when no search of ours can still be reading it. */
  async function writableTables(): Promise<WritableTables> {
    await clearRemovedTables(uri)
    const tables = await readTables(connection, model)
    const answering = tableToSearch(tables)
    const own = tables.find(isOurs)
    if (!own && tables[0])
      log(`检索索引由另一个向量模型建立：${(answering ?? tables[0]).otherModel}；现在用 ${model.name} 重新建立。`)
    for (const table of tables) if (table !== answering && table !== own) await removeTable(connection, uri, table)
    const ownTable = own?.table ?? (await createTable(connection, model))
    return { own: ownTable, answering: answering === null || isOurs(answering) ? null : answering.table }
  }

  return { current, write, close: () => connection.close() }
}

/** Ours, once whole, stays the one that answers unless its folder is gone. */
async function unchangedTable(seen: StoreState | null): Promise<Omit<StoreState, 'search'> | null> {
  if (!seen?.stored.isWhole || !isOurs(seen.stored)) return null
  const version = await seen.stored.table.version().catch(() => null)
  return version === null ? null : { stored: seen.stored, version }
}

function once<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let reading: Promise<Result> | null = null
  return () => {
    reading ??= read().catch((cause: unknown) => {
      // The next search tries again.
      reading = null
      throw cause
    })
    return reading
  }
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
