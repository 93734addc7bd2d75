import { MatchQuery, type Query, type Table, type VectorQuery } from '@lancedb/lancedb'
import {
  countGrams,
  createResidentSearch,
  gramsOf,
  type LegHit,
  type LegQuery,
  type PassageSearch,
  RetrievalError,
  tellingGrams,
} from '../retrieval/index.ts'
import { oneOf, whereOf } from './lancedb-filter.ts'
import { passageOf, residentColumns, residentPassageOf } from './lancedb-rows.ts'

/** Enough passages to know which grams are common, where not all of them are in memory. */
const sampledPassages = 20_000

/**
 * Reads the table as it stands: whole into memory where it is small enough, else as searches in LanceDB
 * (full-text and, above its own threshold, partitioned vector index). Both agree, but for long questions.
 */
export async function createSearch(table: Table, residentRows: number): Promise<PassageSearch> {
  if ((await table.countRows()) <= residentRows) {
    return createResidentSearch((await rowsOf(table.query().select(residentColumns))).map(residentPassageOf))
  }
  const sample = await rowsOf(table.query().select(['search_text']).limit(sampledPassages))
  return createTableSearch(table, countGrams(sample.map((row) => String(row.search_text))))
}

function createTableSearch(table: Table, statistics: PassageSearch['statistics']): PassageSearch {
  return {
    statistics,
    keywords: async (query, options) => {
      const grams = rarest(tellingGrams(query, statistics), statistics)
      if (grams.length === 0) return []
      const search = table.query().fullTextSearch(new MatchQuery(grams.join(' '), 'grams'))
      return hitsOf(search, '_score', options, (score) => score)
    },
    vector: async (vector, options) => {
      if (vector.every((value) => value === 0)) return []
      const search = table
        .query()
        .nearestTo([...vector])
        .distanceType('cosine')
      return hitsOf(search, '_distance', options, (distance) => 1 - distance)
    },
  }
}

/** Among a million passages a long question costs a posting list per gram, and the rare ones decide. */
const gramsPerSearch = 16

function rarest(grams: readonly string[], statistics: PassageSearch['statistics']): string[] {
  const byFrequency = (one: string, other: string) => statistics.frequencyOf(one) - statistics.frequencyOf(other)
  return grams.toSorted(byFrequency).slice(0, gramsPerSearch)
}

async function hitsOf(
  search: Query | VectorQuery,
  scoreColumn: string,
  { filter, limit }: LegQuery,
  scoreOf: (value: number) => number,
): Promise<LegHit[]> {
  const where = whereOf(filter)
  if (where !== null) search.where(where)
  const rows = await rowsOf(search.select(['passage', 'search_text', scoreColumn]).limit(limit))
  return rows
    .map((row) => ({
      passage: passageOf(row.passage),
      searchText: String(row.search_text),
      score: scoreOf(Number(row[scoreColumn])),
    }))
    .filter(({ score }) => Number.isFinite(score))
    .sort((one, other) => other.score - one.score || (one.passage.id < other.passage.id ? -1 : 1))
}

/** Looks for a passage by its own first characters: an index that was cut wrongly finds nothing and says nothing. */
export async function probeKeywordLeg(table: Table): Promise<void> {
  const [row] = await rowsOf(table.query().select(['id', 'search_text']).limit(1))
  if (row === undefined) return
  const grams = gramsOf(String(row.search_text).slice(0, 12))
  const search = table.query().fullTextSearch(new MatchQuery(grams.join(' '), 'grams'))
  const itself = search.where(oneOf('id', [String(row.id)])).select(['id', '_score'])
  const found = await rowsOf(itself.limit(1)).catch((cause: unknown) => cause)
  if (Array.isArray(found) && found.length > 0) return
  throw new RetrievalError(
    'keyword-leg-blind',
    `检索索引的全文检索找不到中文（用片段 ${row.id} 自己的文字也查不到它）。请删除索引文件夹并重新导入（npm run ingest）。`,
    { cause: found },
  )
}

async function rowsOf(query: Query | VectorQuery): Promise<Record<string, unknown>[]> {
  // Arrow gives each row as an object with the selected columns as its properties.
  return (await query.toArray()) as Record<string, unknown>[]
}
