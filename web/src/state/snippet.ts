const longest = 90

export interface TextPiece {
  readonly text: string
  readonly isMarked: boolean
}

/** A stretch of a text around the first of the words. */
export function snippetOf(text: string, words: string): string {
  const plain = text.replace(/\s*\n[\s|:-]*/g, ' ').replaceAll('|', ' ')
  if (plain.length <= longest) return plain
  const found = Math.max(0, firstPlace(plain, words))
  const from = Math.max(0, Math.min(found - longest / 3, plain.length - longest))
  const piece = plain.slice(from, from + longest)
  return `${from > 0 ? '…' : ''}${piece}${from + longest < plain.length ? '…' : ''}`
}

/** A text in pieces, those that are one of the words marked. */
export function markWords(text: string, words: string): TextPiece[] {
  const sought = wordsOf(words)
  if (sought.length === 0) return [{ text, isMarked: false }]
  const pattern = new RegExp(`(${sought.map(escapeForPattern).join('|')})`, 'gi')
  // Splitting by a group gives what lies between at even places and the group at odd ones.
  return text
    .split(pattern)
    .map((piece, index) => ({ text: piece, isMarked: index % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

function firstPlace(text: string, words: string): number {
  const places = wordsOf(words).map((word) => text.toLowerCase().indexOf(word.toLowerCase()))
  return Math.min(...places.filter((place) => place >= 0), text.length) % text.length
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

function escapeForPattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
