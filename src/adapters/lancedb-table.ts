import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, connect, Index, type Table } from '@lancedb/lancedb'
import type { EmbeddingModel } from '../retrieval/index.ts'
import { metadataFor, schemaFor } from './lancedb-rows.ts'
import type { StoredRow } from './lancedb-sync.ts'

const tableName = 'passages'

/** Below this a flat scan is faster than a partitioned index, and exact. */
const vectorIndexFromRows = 50_000

/** An address without a scheme is a folder on this machine. */
export function isLocal(uri: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:\/\//i.test(uri)
}

/** Readers see what another process wrote: at once on a disk, where looking is cheap, else within seconds. */
export async function connectTo(uri: string): Promise<Connection> {
  if (isLocal(uri)) await mkdir(uri, { recursive: true })
  return connect(uri, { readConsistencyInterval: isLocal(uri) ? 0 : 5 })
}

/** A table of passages; there are two while the vectors of another model are made. */
export interface StoredTable {
  readonly name: string
  readonly table: Table
  /** Name and dimension of the model that it was made with, where they are not ours; else null. */
  readonly otherModel: string | null
  /** It was once brought up to date with all its indices, and its rows have our format. */
  readonly isWhole: boolean
  readonly createdAt: string
}

export async function readTables(connection: Connection, model: EmbeddingModel): Promise<StoredTable[]> {
  const names = (await connection.tableNames()).filter((name) => name.startsWith(tableName))
  return (await Promise.all(names.map((name) => readTable(connection, name, model)))).filter((one) => one !== null)
}

async function readTable(connection: Connection, name: string, model: EmbeddingModel): Promise<StoredTable | null> {
  try {
    const table = await connection.openTable(name)
    const [{ metadata }, existing] = await Promise.all([table.schema(), indexedColumns(table)])
    return {
      name,
      table,
      otherModel: otherModelOf(metadata, model),
      isWhole:
        metadata.get('rowFormat') === metadataFor(model).rowFormat &&
        Object.keys(indices).every((column) => existing.has(column)),
      createdAt: metadata.get('createdAt') ?? '',
    }
  } catch (error) {
    // Another process may have removed it since it was listed.
    if ((await connection.tableNames()).includes(name)) throw error
    return null
  }
}

function otherModelOf(metadata: ReadonlyMap<string, string>, model: EmbeddingModel): string | null {
  const expected = Object.entries(metadataFor(model))
  if (expected.every(([key, value]) => metadata.get(key) === value)) return null
  return `${metadata.get('model') ?? '未知'}（${metadata.get('dimension') ?? '?'} 维，格式 ${metadata.get('rowFormat') ?? '?'}）`
}

/**
 * The table that answers: ours once it is whole, till then that of the model before, whose words can be searched
 * by any model. Becoming whole is thus the swap, and there is no moment at which it is half done.
 */
export function tableToSearch(tables: readonly StoredTable[]): StoredTable | null {
  const own = tables.find(isOurs)
  if (own?.isWhole) return own
  const others = tables.filter((table) => !isOurs(table) && table.isWhole)
  return others.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))[0] ?? own ?? null
}

export function isOurs({ otherModel }: StoredTable): boolean {
  return otherModel === null
}

/** An empty table for this model beside all others. Names are used once: caches know tables by them. */
export async function createTable(connection: Connection, model: EmbeddingModel): Promise<Table> {
  const isFirst = (await connection.tableNames()).every((name) => !name.startsWith(tableName))
  const name = isFirst ? tableName : `${tableName}-${randomUUID().slice(0, 8)}`
  return connection.createEmptyTable(name, schemaFor(model, new Date().toISOString()))
}

/** Removes a table. A folder is first renamed, so that a table which is half gone is never opened. */
export async function removeTable(connection: Connection, uri: string, { name }: StoredTable): Promise<void> {
  if (!isLocal(uri)) return connection.dropTable(name)
  const grave = join(uri, `${name}${removedEnding}`)
  await rename(join(uri, `${name}.lance`), grave)
  await rm(grave, { recursive: true, force: true })
}

/** Completes removals that were cut off. */
export async function clearRemovedTables(uri: string): Promise<void> {
  if (!isLocal(uri)) return
  const names = (await readdir(uri)).filter((name) => name.endsWith(removedEnding))
  await Promise.all(names.map((name) => rm(join(uri, name), { recursive: true, force: true })))
}

const removedEnding = '.removed'

/** Creates missing indices, merges small files and brings every index up to date with the rows. */
export async function bringUpToDate(table: Table): Promise<void> {
  const existing = await indexedColumns(table)
  for (const [column, config] of Object.entries(indices)) {
    if (!existing.has(column)) await table.createIndex(column, { config: config() })
  }
  if (!existing.has('vector') && (await table.countRows()) >= vectorIndexFromRows) {
    await table.createIndex('vector', { config: Index.ivfFlat({ distanceType: 'cosine' }) })
  }
  if (await hasUnindexedRows(table)) {
    await table.optimize({ cleanupOlderThan: new Date(Date.now() - keepVersionsMs) })
  }
}

async function indexedColumns(table: Table): Promise<Set<string>> {
  return new Set((await table.listIndices()).flatMap((index) => index.columns))
}

/** Old versions stay for readers that still use them. */
const keepVersionsMs = 3_600_000

const indices: Record<string, () => Index> = {
  // The default tokenizer finds nothing in Chinese; ours has cut the text into grams already.
  grams: () =>
    Index.fts({
      baseTokenizer: 'whitespace',
      stem: false,
      removeStopWords: false,
      asciiFolding: false,
      withPosition: false,
    }),
  id: () => Index.btree(),
  document_id: () => Index.btree(),
  valid_from: () => Index.btree(),
  valid_until: () => Index.btree(),
  status: () => Index.bitmap(),
  level: () => Index.bitmap(),
  kind: () => Index.bitmap(),
}

/** So it is after every write, and after one that was cut off before its rows were indexed. */
async function hasUnindexedRows(table: Table): Promise<boolean> {
  const names = (await table.listIndices()).map(({ name }) => name)
  const statistics = await Promise.all(names.map((name) => table.indexStats(name)))
  return statistics.some((one) => one !== undefined && one.numUnindexedRows > 0)
}

/** Document and digest of every row, by id. */
export async function readStoredRows(table: Table): Promise<Map<string, StoredRow>> {
  const stored = new Map<string, StoredRow>()
  for await (const batch of table.query().select(['id', 'document_id', 'digest'])) {
    for (const row of batch) {
      stored.set(String(row.id), { documentId: String(row.document_id), digest: String(row.digest) })
    }
  }
  return stored
}
