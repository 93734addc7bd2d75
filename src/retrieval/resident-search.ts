import type { IsoDate, Level, Passage, PolicyKind, SourceDocument } from '../policy/index.ts'
import { type GramStatistics, gramWeight, tellingGrams } from './gram-statistics.ts'
import type { LegHit, LegQuery, PassageFilter } from './ports.ts'
import { gramsOf } from './search-text.ts'

/** A stored passage with all that a search or a filter asks of it. */
export interface ResidentPassage {
  readonly passage: Passage
  readonly searchText: string
  readonly vector: ArrayLike<number>
  readonly level: Level | null
  readonly kind: PolicyKind | null
  readonly status: SourceDocument['status']
  /** Days as numbers: 20261123. */
  readonly validFrom: number
  readonly validUntil: number
}

/** Both legs over one state of the index. */
export interface PassageSearch {
  readonly statistics: GramStatistics
  keywords(query: string, options: LegQuery): Promise<LegHit[]>
  vector(vector: readonly number[], options: LegQuery): Promise<LegHit[]>
}

/** Both legs over passages in memory: for a few thousand, ten times cheaper than asking a database. */
export function createResidentSearch(passages: readonly ResidentPassage[]): PassageSearch {
  // In order of id, so that a stable sort by score breaks ties by id.
  const rows = passages.toSorted((a, b) => (a.passage.id < b.passage.id ? -1 : 1))
  const keywords = createKeywordLeg(rows)
  const unitVectors = rows.map(({ vector }) => toUnit(vector))
  return {
    statistics: keywords.statistics,
    keywords: async (query, options) => best(rows, keywords.scoresOf(query), options, 0),
    vector: async (vector, options) => {
      const unit = toUnit(vector)
      return unit ? best(rows, cosines(unit, unitVectors), options, Number.NEGATIVE_INFINITY) : []
    },
  }
}

/** 2026-11-23 → 20261123: sorts as the date does and needs no date type in a database. */
export function dayNumber(date: IsoDate): number {
  return Number(date.replaceAll('-', ''))
}

const k1 = 1.2
const b = 0.75

/** BM25 over uni- and bigrams. */
function createKeywordLeg(rows: readonly ResidentPassage[]) {
  const postings = new Map<string, { readonly row: number; readonly count: number }[]>()
  const lengths = rows.map(({ searchText }, row) => {
    const grams = gramsOf(searchText)
    for (const [gram, count] of countEach(grams)) {
      const list = postings.get(gram)
      if (list) list.push({ row, count })
      else postings.set(gram, [{ row, count }])
    }
    return grams.length
  })
  const averageLength = lengths.reduce((total, length) => total + length, 0) / (lengths.length || 1)
  const damping = lengths.map((length) => k1 * (1 - b + (b * length) / averageLength))
  const statistics = { total: rows.length, frequencyOf: (gram: string) => postings.get(gram)?.length ?? 0 }
  const scoresOf = (query: string): Float64Array => {
    const scores = new Float64Array(rows.length)
    for (const gram of tellingGrams(query, statistics)) {
      const weight = gramWeight(statistics, gram) * (k1 + 1)
      for (const { row, count } of postings.get(gram) ?? []) {
        scores[row] = (scores[row] ?? 0) + (weight * count) / (count + (damping[row] ?? 0))
      }
    }
    return scores
  }
  return { statistics, scoresOf }
}

/** The passages that score above `floor` and pass the filter, best first. */
function best(rows: readonly ResidentPassage[], scores: Float64Array, options: LegQuery, floor: number): LegHit[] {
  const allows = filterBy(options.filter)
  const found: LegHit[] = []
  let last = floor
  rows.forEach((row, i) => {
    const score = scores[i] ?? Number.NaN
    if (!(score > last) || !allows(row)) return
    // Among equals the earlier id keeps its place before the later one.
    const place = found.findLastIndex((hit) => hit.score >= score) + 1
    found.splice(place, 0, { passage: row.passage, searchText: row.searchText, score })
    if (found.length > options.limit) found.pop()
    if (found.length === options.limit) last = found.at(-1)?.score ?? floor
  })
  return found
}

function filterBy({ inForceAt, documentIds, levels, kinds }: PassageFilter): (row: ResidentPassage) => boolean {
  const day = inForceAt === undefined ? null : dayNumber(inForceAt)
  const ids = documentIds && new Set(documentIds)
  return (row) =>
    (day === null || isInForce(row, day)) &&
    (!ids || ids.has(row.passage.documentId)) &&
    (!levels || (row.level !== null && levels.includes(row.level))) &&
    (!kinds || (row.kind !== null && kinds.includes(row.kind)))
}

function isInForce({ status, validFrom, validUntil }: ResidentPassage, day: number): boolean {
  return (status === 'in-force' || status === 'unverified') && validFrom <= day && day <= validUntil
}

function toUnit(vector: ArrayLike<number>): Float32Array | null {
  const values = Float32Array.from(vector)
  const length = Math.hypot(...values)
  return length === 0 ? null : values.map((value) => value / length)
}

/** Only where the question has something: a hashed question is mostly zeros. NaN for an empty vector. */
function cosines(unit: Float32Array, others: readonly (Float32Array | null)[]): Float64Array {
  const used = Uint32Array.from([...unit.keys()].filter((i) => unit[i] !== 0))
  const scores = new Float64Array(others.length).fill(Number.NaN)
  others.forEach((other, row) => {
    if (!other) return
    let total = 0
    for (const i of used) total += (unit[i] ?? 0) * (other[i] ?? 0)
    scores[row] = total
  })
  return scores
}

function countEach(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}
