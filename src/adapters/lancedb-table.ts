import { mkdir } from 'node:fs/promises'
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

export async function openTable(connection: Connection): Promise<Table | null> {
  return (await connection.tableNames()).includes(tableName) ? connection.openTable(tableName) : null
}

/** An empty table for this model in place of any other, in one step. */
export async function createTable(connection: Connection, model: EmbeddingModel): Promise<Table> {
  const exists = (await connection.tableNames()).includes(tableName)
  return connection.createEmptyTable(tableName, schemaFor(model), { mode: exists ? 'overwrite' : 'create' })
}

/** The name and dimension of the model that the table was made with, where they are not this one's; else null. */
export async function otherModelOf(table: Table, model: EmbeddingModel): Promise<string | null> {
  const { metadata } = await table.schema()
  const expected = Object.entries(metadataFor(model))
  if (expected.every(([key, value]) => metadata.get(key) === value)) return null
  return `${metadata.get('model') ?? '未知'}（${metadata.get('dimension') ?? '?'} 维，格式 ${metadata.get('rowFormat') ?? '?'}）`
}

/** Creates missing indices, merges small files and brings every index up to date with the rows. */
export async function bringUpToDate(table: Table): Promise<void> {
  const existing = new Set((await table.listIndices()).flatMap((index) => index.columns))
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
