import type { SourceDocument } from '../../src/policy/index.ts'

const passagesPerDocument = 10
/** 5,000 words of two characters out of 1,000: about as many as such texts have. */
const words = syntheticWords()

/** Always the same documents for a size: sentences of made-up words, common ones more often than rare ones. */
export function syntheticDocuments(passages: number): SourceDocument[] {
  const next = randomNumbers(passages)
  return Array.from({ length: Math.ceil(passages / passagesPerDocument) }, (_, i) => syntheticDocument(i, next))
}

export function syntheticQuestions(count: number): string[] {
  const next = randomNumbers(7)
  return Array.from({ length: count }, () => `${pickWords(next, 6).join('')}有哪些${pickWords(next, 2).join('')}？`)
}

function syntheticDocument(number: number, next: () => number): SourceDocument {
  const id = `synthetic-${number}`
  const texts = Array.from({ length: passagesPerDocument }, () => sentence(next))
  const passages = texts.map((text, i) => {
    const start = i * text.length
    const place = { start, bodyStart: start, end: start + text.length, validFrom: null, validUntil: null }
    return { id: `${id}#c${i}`, documentId: id, anchor: `c${i}`, headings: ['给什么'], text, ...place }
  })
  const dates = { publishedOn: null, effectiveFrom: null, effectiveUntil: number % 5 === 0 ? '2025-12-31' : null }
  const title = `关于${pickWords(next, 4).join('')}的办法`
  const rest = { documentNumber: null, level: null, kind: null, sourceUrl: null, aliases: [], text: '' }
  return { id, origin: 'original', title, status: 'in-force', ...rest, ...dates, passages }
}

function sentence(next: () => number): string {
  return `${pickWords(next, 20).join('')}，${pickWords(next, 20).join('')}${Math.floor(next() * 1000)}万元。`
}

/** The third power favours the front of the list, as language favours its common words. */
function pickWords(next: () => number, count: number): string[] {
  return Array.from({ length: count }, () => words[Math.floor(next() ** 3 * words.length)] ?? '')
}

function syntheticWords(): string[] {
  const next = randomNumbers(1)
  const character = () => String.fromCharCode(0x4e00 + Math.floor(next() ** 2 * 1_000) * 20)
  return Array.from({ length: 5_000 }, () => character() + character())
}

/** mulberry32 */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
