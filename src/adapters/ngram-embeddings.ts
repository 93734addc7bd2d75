import { type EmbeddingModel, normaliseForSearch, searchQueryOf } from '../retrieval/index.ts'

const dimension = 512
/** Longer grams tell more. */
const weightByLength = [0, 0.5, 1, 1] as const
/** Characters that stand in every text; a gram that holds one says less. */
const commonCharacters = new Set('的了和是在有与及对将被给于等要能会以为由其所都并或各该这那可不应当可进行')
const commonWeight = 0.4

/**
 * The embedding that needs no download: character grams of one to three, hashed with a sign into a
 * fixed number of dimensions. It sees spelling, not meaning; nothing is fitted, so vectors never go stale.
 */
export function createNgramEmbeddings(): EmbeddingModel {
  return {
    name: 'ngram-hash-1',
    dimension,
    embeddings: {
      embedDocuments: async (texts) => texts.map((text) => embed(normaliseForSearch(text))),
      embedQuery: async (text) => embed(searchQueryOf(text)),
    },
  }
}

function embed(text: string): number[] {
  const vector = new Array<number>(dimension).fill(0)
  for (const [gram, count] of countGramsOf(text)) {
    const hash = hashOf(gram)
    const sign = hash & 1 ? 1 : -1
    const slot = (hash >>> 1) % dimension
    vector[slot] = (vector[slot] ?? 0) + sign * weightOf(gram) * (1 + Math.log(count))
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}

function countGramsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const run of text.split(' ')) {
    for (let start = 0; start < run.length; start += 1) {
      for (let end = start + 1; end < weightByLength.length + start && end <= run.length; end += 1) {
        const gram = run.slice(start, end)
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
    }
  }
  return counts
}

function weightOf(gram: string): number {
  const weight = weightByLength[gram.length] ?? 0
  return [...gram].some((character) => commonCharacters.has(character)) ? weight * commonWeight : weight
}

/** FNV-1a over UTF-16 units, with the final mix of MurmurHash so that the low bits are usable. */
function hashOf(gram: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < gram.length; i += 1) hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
