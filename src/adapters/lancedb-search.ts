import { MatchQuery, type Table } from '@lancedb/lancedb'
import {
  type GramStatistics,
  gramsOf,
  type LegHit,
  type LegQuery,
  normaliseForSearch,
  RetrievalError,
} from '../retrieval/index.ts'
import { oneOf, whereOf } from './lancedb-filter.ts'
import { passageOf } from './lancedb-rows.ts'

const columns = ['passage', 'search_text']

/** BM25 over grams: the passages that share the most telling ones with the query. */
export async function searchKeywords(
  table: Table,
  query: string,
  statistics: GramStatistics,
  options: LegQuery,
): Promise<LegHit[]> {
  const grams = tellingGrams(query, statistics)
  if (grams.length === 0) return []
  const where = whereOf(options.filter)
  const search = table.query().fullTextSearch(new MatchQuery(grams.join(' '), 'grams'))
  if (where !== null) search.where(where)
  const rows: unknown[] = await search
    .select([...columns, '_score'])
    .limit(options.limit)
    .toArray()
  return hitsOf(rows, (row) => Number(row._score))
}

/** Nearest vectors by cosine. */
export async function searchVector(table: Table, vector: readonly number[], options: LegQuery): Promise<LegHit[]> {
  if (vector.every((value) => value === 0)) return []
  const where = whereOf(options.filter)
  const search = table
    .query()
    .nearestTo([...vector])
    .distanceType('cosine')
  if (where !== null) search.where(where)
  const rows: unknown[] = await search
    .select([...columns, '_distance'])
    .limit(options.limit)
    .toArray()
  return hitsOf(rows, (row) => 1 - Number(row._distance))
}

/** Looks for a passage by its own first characters: an index that was cut wrongly finds nothing and says nothing. */
export async function probeKeywordLeg(table: Table): Promise<void> {
  const rows: unknown[] = await table.query().select(['id', 'search_text']).limit(1).toArray()
  // Arrow gives each row as an object with the selected columns as its properties.
  const row = rows[0] as Record<string, unknown> | undefined
  if (row === undefined) return
  const grams = gramsOf(String(row.search_text).slice(0, 12))
  const search = table.query().fullTextSearch(new MatchQuery(grams.join(' '), 'grams'))
  const found = await search
    .where(oneOf('id', [String(row.id)]))
    .select(['id', '_score'])
    .limit(1)
    .toArray()
    .catch(() => [])
  if (found.length > 0) return
  throw new RetrievalError(
    'keyword-leg-blind',
    `检索索引的全文检索找不到中文（用片段 ${row.id} 自己的文字也查不到它）。请删除索引文件夹并重新导入（npm run ingest）。`,
  )
}

/** A gram in more than this share of all passages slows the search and hardly moves its order. */
const commonShare = 0.5

function tellingGrams(query: string, statistics: GramStatistics): string[] {
  const grams = [...new Set(gramsOf(normaliseForSearch(query)))]
  const telling = grams.filter((gram) => statistics.frequencyOf(gram) <= commonShare * statistics.total)
  return telling.length > 0 ? telling : grams
}

function hitsOf(rows: readonly unknown[], scoreOf: (row: Record<string, unknown>) => number): LegHit[] {
  return rows
    .map((row) => {
      // Arrow gives each row as an object with the selected columns as its properties.
      const values = row as Record<string, unknown>
      return {
        passage: passageOf(values.passage),
        score: scoreOf(values),
        searchText: String(values.search_text),
      }
    })
    .filter(({ score }) => Number.isFinite(score))
    .sort((a, b) => b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1))
}
