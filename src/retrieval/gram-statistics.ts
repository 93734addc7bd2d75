import { gramsOf, normaliseForSearch } from './search-text.ts'

/** In how many passages each gram of the index occurs. */
export interface GramStatistics {
  /** Number of passages counted. */
  readonly total: number
  frequencyOf(gram: string): number
}

/** 2^20 counters: grams that share one are rare enough not to matter, and the memory stays at 4 MB. */
const slots = 1 << 20

/** Counts the uni- and bigrams of normalised texts, each once per text. */
export function countGrams(texts: Iterable<string>): GramStatistics {
  const counts = new Uint32Array(slots)
  const lastText = new Uint32Array(slots)
  let total = 0
  for (const text of texts) {
    total += 1
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (code === space) continue
      countOnce(counts, lastText, slotOf(code, 0), total)
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : space
      if (next !== space) countOnce(counts, lastText, slotOf(code, next), total)
    }
  }
  return {
    total,
    frequencyOf: (gram) => counts[slotOf(gram.charCodeAt(0), gram.length > 1 ? gram.charCodeAt(1) : 0)] ?? 0,
  }
}

/** Inverse document frequency as in BM25: what a gram tells, never negative. */
export function gramWeight(statistics: GramStatistics, gram: string): number {
  const frequency = statistics.frequencyOf(gram)
  return Math.log(1 + (statistics.total - frequency + 0.5) / (frequency + 0.5))
}

/** A gram in more than this share of all passages slows the search and hardly moves its order. */
const commonShare = 0.5

/** The distinct grams of a query that tell passages apart; all of them where none does. */
export function tellingGrams(query: string, statistics: GramStatistics): string[] {
  const grams = [...new Set(gramsOf(normaliseForSearch(query)))]
  const telling = grams.filter((gram) => statistics.frequencyOf(gram) <= commonShare * statistics.total)
  return telling.length > 0 ? telling : grams
}

const space = 32

function slotOf(first: number, second: number): number {
  return ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0) % slots
}

function countOnce(counts: Uint32Array, lastText: Uint32Array, slot: number, text: number): void {
  if (lastText[slot] === text) return
  lastText[slot] = text
  counts[slot] = (counts[slot] ?? 0) + 1
}
