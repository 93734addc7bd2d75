import { gramsOf, normaliseForSearch } from '../../src/retrieval/index.ts'

const k1 = 1.2
const b = 0.75

interface Posting {
  readonly document: number
  readonly count: number
}

/** The baseline to beat: plain BM25 over uni- and bigrams of whole texts. Gives the best places first. */
export function createBm25(texts: readonly string[]): (query: string, limit: number) => number[] {
  const postings = new Map<string, Posting[]>()
  const lengths = texts.map((text, document) => {
    const grams = gramsOf(normaliseForSearch(text))
    for (const [gram, count] of countEach(grams)) {
      const list = postings.get(gram)
      if (list) list.push({ document, count })
      else postings.set(gram, [{ document, count }])
    }
    return grams.length
  })
  const averageLength = lengths.reduce((total, length) => total + length, 0) / (lengths.length || 1)
  return (query, limit) => {
    const scores = new Float64Array(texts.length)
    for (const [gram, repeated] of countEach(gramsOf(normaliseForSearch(query)))) {
      const list = postings.get(gram) ?? []
      const weight = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5))
      for (const { document, count } of list) {
        const damping = k1 * (1 - b + (b * (lengths[document] ?? 0)) / averageLength)
        scores[document] = (scores[document] ?? 0) + (repeated * weight * count * (k1 + 1)) / (count + damping)
      }
    }
    const found = [...scores.keys()].filter((document) => (scores[document] ?? 0) > 0)
    return found.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other).slice(0, limit)
  }
}

function countEach(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}
