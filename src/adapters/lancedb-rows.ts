import { createHash } from 'node:crypto'
import { Field, FixedSizeList, Float32, Int32, Schema, Utf8 } from 'apache-arrow'
import { Level, Passage, PolicyKind, SourceDocument } from '../policy/index.ts'
import {
  dayNumber,
  type EmbeddingModel,
  gramsOf,
  normaliseForSearch,
  type ResidentPassage,
  RetrievalError,
  searchableText,
} from '../retrieval/index.ts'
import { beginningOfTime, endOfTime } from './lancedb-filter.ts'

/** Raised when rows come to hold something else: an index of another format is rebuilt by the next sync. */
const rowFormat = '1'

/** A passage as it is stored, all but its vector and its grams. */
export interface PassageRow {
  readonly [column: string]: string | number | null
  readonly id: string
  readonly document_id: string
  /** Over everything else in the row: equal digests need no writing. */
  readonly digest: string
  /** The `Passage` as JSON. */
  readonly passage: string
  readonly search_text: string
  readonly level: string | null
  readonly kind: string | null
  readonly status: string
  readonly valid_from: number
  readonly valid_until: number
}

/** The table's columns, with the model that made its vectors and the time as metadata. */
export function schemaFor(model: EmbeddingModel, createdAt: string): Schema {
  const text = (name: string, nullable = false) => new Field(name, new Utf8(), nullable)
  const day = (name: string) => new Field(name, new Int32(), false)
  const vector = new FixedSizeList(model.dimension, new Field('item', new Float32(), true))
  const texts = ['id', 'document_id', 'digest', 'passage', 'search_text', 'grams', 'status'].map((name) => text(name))
  const columns = [...texts, text('level', true), text('kind', true), day('valid_from'), day('valid_until')]
  const metadata = new Map(Object.entries({ ...metadataFor(model), createdAt }))
  return new Schema([...columns, new Field('vector', vector, false)], metadata)
}

export function metadataFor(model: EmbeddingModel): Record<string, string> {
  return { rowFormat, model: model.name, dimension: String(model.dimension) }
}

export function rowOf(document: SourceDocument, passage: Passage): PassageRow {
  const searchText = normaliseForSearch(searchableText(document, passage))
  const row = {
    id: passage.id,
    document_id: document.id,
    passage: JSON.stringify(passage),
    search_text: searchText,
    level: document.level,
    kind: document.kind,
    status: document.status,
    valid_from: Math.max(
      ...[document.effectiveFrom, passage.validFrom].map((d) => (d ? dayNumber(d) : beginningOfTime)),
    ),
    valid_until: Math.min(...[document.effectiveUntil, passage.validUntil].map((d) => (d ? dayNumber(d) : endOfTime))),
  }
  return { ...row, digest: createHash('sha256').update(JSON.stringify(row)).digest('hex') }
}

/** What the full-text index takes as the words of a text: its grams between spaces. */
export function gramWordsOf(searchText: string): string {
  return gramsOf(searchText).join(' ')
}

/** A vector that may be stored or searched with; LanceDB itself cuts and pads wrong lengths in silence. */
export function checkedVector(vector: readonly number[] | undefined, model: EmbeddingModel, what: string): number[] {
  if (vector?.length === model.dimension && vector.every(Number.isFinite)) return [...vector]
  const found = vector?.length === model.dimension ? '含有非数字的值' : `长度是 ${vector?.length ?? 0}`
  throw new RetrievalError(
    'bad-vector',
    `向量模型 ${model.name} 为「${what.slice(0, 40)}」返回的向量不可用：${found}，应为 ${model.dimension} 个数。请检查向量模型的设置。`,
  )
}

/** Rows are written by `rowOf` alone, but the folder may hold anything: hence the check. */
export function passageOf(stored: unknown): Passage {
  return Passage.parse(JSON.parse(String(stored)))
}

/** The columns that `residentPassageOf` reads. */
export const residentColumns = [
  'passage',
  'search_text',
  'vector',
  'level',
  'kind',
  'status',
  'valid_from',
  'valid_until',
]

export function residentPassageOf(row: Record<string, unknown>): ResidentPassage {
  return {
    passage: passageOf(row.passage),
    searchText: String(row.search_text),
    // The schema makes this column a list of numbers, and Arrow's lists are iterable.
    vector: Float32Array.from(row.vector as Iterable<number>),
    level: Level.nullable().parse(row.level),
    kind: PolicyKind.nullable().parse(row.kind),
    status: SourceDocument.shape.status.parse(row.status),
    validFrom: Number(row.valid_from),
    validUntil: Number(row.valid_until),
  }
}
