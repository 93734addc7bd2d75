import type { FactCatalogue } from '../../eligibility/index.ts'

/** Shorter words differ from too many others by one character. */
const shortest = 3

/**
 * The number facts that a text nearly names: 市场战有率, 月小售额, a word with one character amiss, as slips of the keyboard
 * and of voice input leave it. Of words of different length the longest counts, so that 月小售额 is no 销售额.
 */
export function nearlyNamed(text: string, { facts }: FactCatalogue): readonly string[] {
  const near = Object.entries(facts).flatMap(([fact, { type, label, words }]) => {
    if (type !== 'number') return []
    const lengths = [label.zh, ...words].filter((word) => isNear(text, word)).map(({ length }) => length)
    return lengths.length > 0 ? [{ fact, length: Math.max(...lengths) }] : []
  })
  const longest = Math.max(...near.map(({ length }) => length))
  return near.filter(({ length }) => length === longest).map(({ fact }) => fact)
}

function isNear(text: string, word: string): boolean {
  if (word.length < shortest || !/^\p{Script=Han}+$/u.test(word)) return false
  return Array.from({ length: text.length - word.length + 1 }, (_, start) => start).some((start) => {
    const amiss = [...word].filter((char, place) => char !== text[start + place])
    return amiss.length === 1
  })
}
