import type { Table } from '@lancedb/lancedb'
import type { Passage, SourceDocument } from '../policy/index.ts'
import { type EmbeddingModel, RetrievalError, type SyncReport, searchableText } from '../retrieval/index.ts'
import { oneOf } from './lancedb-filter.ts'
import { checkedVector, gramWordsOf, rowOf } from './lancedb-rows.ts'

export interface StoredRow {
  readonly documentId: string
  readonly digest: string
}

/** A passage to write. Its row is made anew when its turn comes: a large corpus would not fit in memory twice. */
interface Pending {
  readonly document: SourceDocument
  readonly passage: Passage
}

export interface SyncPlan {
  /** Passages to write, by document, so that one document is never split between two commits. */
  readonly writes: readonly (readonly Pending[])[]
  readonly removedIds: readonly string[]
  readonly report: SyncReport
}

/** Compares what is stored with what shall be. */
export function planSync(stored: ReadonlyMap<string, StoredRow>, documents: readonly SourceDocument[]): SyncPlan {
  const documentIds = uniqueIds('文件', documents)
  const ids = uniqueIds(
    '片段',
    documents.flatMap(({ passages }) => passages),
  )
  const writes = documents
    .map((document) => changedPassages(document, stored).map((passage) => ({ document, passage })))
    .filter(({ length }) => length > 0)
  const removedIds = [...stored.keys()].filter((id) => !ids.has(id))
  return { writes, removedIds, report: reportOf(stored, documentIds, writes, removedIds) }
}

function changedPassages(document: SourceDocument, stored: ReadonlyMap<string, StoredRow>): Passage[] {
  return document.passages.filter((passage) => stored.get(passage.id)?.digest !== rowOf(document, passage).digest)
}

function uniqueIds(what: string, items: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set<string>()
  for (const { id } of items) {
    if (ids.has(id)) {
      throw new RetrievalError('bad-document', `有两个${what}的编号相同：${id}。请改掉其中一个，然后重新导入。`)
    }
    ids.add(id)
  }
  return ids
}

function reportOf(
  stored: ReadonlyMap<string, StoredRow>,
  wanted: ReadonlySet<string>,
  writes: SyncPlan['writes'],
  removedIds: readonly string[],
): SyncReport {
  const before = new Set([...stored.values()].map(({ documentId }) => documentId))
  const touched = new Set([
    ...writes.flat().map(({ document }) => document.id),
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
  await withdraw(plan.removedIds, table)
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

export async function withdraw(ids: readonly string[], table: Table): Promise<void> {
  for (let i = 0; i < ids.length; i += deleteBatch) {
    await table.delete(oneOf('id', ids.slice(i, i + deleteBatch)))
  }
}

function groupByCommit(writes: SyncPlan['writes']): Pending[][] {
  const commits: Pending[][] = []
  for (const document of writes) {
    const last = commits.at(-1)
    if (last && last.length + document.length <= commitRows) last.push(...document)
    else commits.push([...document])
  }
  return commits
}

async function embed(pending: readonly Pending[], model: EmbeddingModel): Promise<Record<string, unknown>[]> {
  const texts = pending.map(({ document, passage }) => searchableText(document, passage))
  const vectors = await model.embeddings.embedDocuments(texts).catch((cause: unknown) => {
    throw embeddingFailed(model, cause)
  })
  return pending.map(({ document, passage }, i) => {
    const row = rowOf(document, passage)
    return { ...row, grams: gramWordsOf(row.search_text), vector: checkedVector(vectors[i], model, texts[i] ?? '') }
  })
}

function embeddingFailed(model: EmbeddingModel, cause: unknown): RetrievalError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new RetrievalError(
    'embedding-failed',
    `向量模型 ${model.name} 没有返回向量（${reason}）。已写入的内容保留；请检查模型服务，然后重新导入。`,
    { cause },
  )
}

async function upsert(table: Table, rows: Record<string, unknown>[]): Promise<void> {
  await table.mergeInsert('id').whenMatchedUpdateAll().whenNotMatchedInsertAll().execute(rows)
}
