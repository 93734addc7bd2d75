import type { Table } from '@lancedb/lancedb'
import type { Passage, SourceDocument } from '../policy/index.ts'
import { type EmbeddingModel, RetrievalError, type SyncReport, searchableText } from '../retrieval/index.ts'
import { oneOf } from './lancedb-filter.ts'
import { checkedVector, type PassageRow, rowOf } from './lancedb-rows.ts'

export interface StoredRow {
  readonly documentId: string
  readonly digest: string
}

interface PendingRow {
  readonly row: PassageRow
  readonly embeddedText: string
}

export interface SyncPlan {
  /** Passages to write, by document, so that one document is never split between two commits. */
  readonly writes: readonly (readonly PendingRow[])[]
  readonly removedIds: readonly string[]
  readonly report: SyncReport
}

/** Compares what is stored with what shall be. */
export function planSync(stored: ReadonlyMap<string, StoredRow>, documents: readonly SourceDocument[]): SyncPlan {
  const wanted = new Map<string, PendingRow[]>()
  for (const document of documents) {
    if (wanted.has(document.id)) throw duplicate('文件', document.id)
    wanted.set(
      document.id,
      document.passages.map((passage) => pendingRow(document, passage)),
    )
  }
  const rows = [...wanted.values()].flat()
  const ids = new Set<string>()
  for (const { row } of rows) {
    if (ids.has(row.id)) throw duplicate('片段', row.id)
    ids.add(row.id)
  }
  const isChanged = ({ row }: PendingRow) => stored.get(row.id)?.digest !== row.digest
  const writes = [...wanted.values()].map((pending) => pending.filter(isChanged)).filter(({ length }) => length > 0)
  const removedIds = [...stored.keys()].filter((id) => !ids.has(id))
  return { writes, removedIds, report: reportOf(stored, wanted, writes, removedIds) }
}

function pendingRow(document: SourceDocument, passage: Passage): PendingRow {
  return { row: rowOf(document, passage), embeddedText: searchableText(document, passage) }
}

function reportOf(
  stored: ReadonlyMap<string, StoredRow>,
  wanted: ReadonlyMap<string, readonly PendingRow[]>,
  writes: SyncPlan['writes'],
  removedIds: readonly string[],
): SyncReport {
  const before = new Set([...stored.values()].map(({ documentId }) => documentId))
  const touched = new Set([
    ...writes.flat().map(({ row }) => row.document_id),
    ...removedIds.flatMap((id) => stored.get(id)?.documentId ?? []),
  ])
  return {
    documentsAdded: [...touched].filter((id) => !before.has(id)).length,
    documentsChanged: [...touched].filter((id) => before.has(id) && wanted.has(id)).length,
    documentsRemoved: [...before].filter((id) => !wanted.has(id)).length,
    passagesWritten: writes.flat().length,
    passagesRemoved: removedIds.length,
  }
}

function duplicate(what: string, id: string): RetrievalError {
  return new RetrievalError('bad-document', `有两个${what}的编号相同：${id}。请改掉其中一个，然后重新导入。`)
}

/** Rows per commit: many, because each commit makes a file that later reads must open. */
const commitRows = 4_000
const embeddingBatch = 250
const deleteBatch = 1_000

/**
 * Carries out a plan. What was removed goes first, so that nothing withdrawn answers while the rest is
 * written; each commit is whole documents. Cut off anywhere, the next sync finds the rest by its digests.
 */
export async function carryOut(
  plan: SyncPlan,
  table: Table,
  model: EmbeddingModel,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  for (let i = 0; i < plan.removedIds.length; i += deleteBatch) {
    await table.delete(oneOf('id', plan.removedIds.slice(i, i + deleteBatch)))
  }
  const isEmpty = (await table.countRows()) === 0
  let done = 0
  for (const commit of groupByCommit(plan.writes)) {
    const rows: Record<string, unknown>[] = []
    for (let i = 0; i < commit.length; i += embeddingBatch) {
      rows.push(...(await embed(commit.slice(i, i + embeddingBatch), model)))
      onProgress(done + rows.length, plan.report.passagesWritten)
    }
    await (isEmpty ? table.add(rows) : upsert(table, rows))
    done += rows.length
  }
}

function groupByCommit(writes: SyncPlan['writes']): PendingRow[][] {
  const commits: PendingRow[][] = []
  for (const document of writes) {
    const last = commits.at(-1)
    if (last && last.length + document.length <= commitRows) last.push(...document)
    else commits.push([...document])
  }
  return commits
}

async function embed(pending: readonly PendingRow[], model: EmbeddingModel): Promise<Record<string, unknown>[]> {
  const vectors = await model.embeddings.embedDocuments(pending.map(({ embeddedText }) => embeddedText))
  return pending.map(({ row, embeddedText }, i) => ({ ...row, vector: checkedVector(vectors[i], model, embeddedText) }))
}

async function upsert(table: Table, rows: Record<string, unknown>[]): Promise<void> {
  await table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(rows)
}
