import { matchForm } from './normalise.ts'

export interface Match<Value> {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly value: Value
}

/** Finds words of a list in a text in match form; at each place the longest wins. */
export interface WordFinder<Value> {
  find(text: string): Match<Value>[]
}

/** Compiles words and their values; one word may carry several values. */
export function createWordFinder<Value>(entries: Iterable<readonly [word: string, value: Value]>): WordFinder<Value> {
  const values = new Map<string, Value[]>()
  let longest = 0
  for (const [word, value] of entries) {
    const form = matchForm(word)
    if (form === '') continue
    values.set(form, [...(values.get(form) ?? []), value])
    longest = Math.max(longest, form.length)
  }
  return {
    find(text) {
      const matches: Match<Value>[] = []
      let start = 0
      while (start < text.length) {
        const word = longestAt(text, start, longest, values)
        for (const value of word ? (values.get(word) ?? []) : [])
          matches.push({ start, end: start + (word?.length ?? 0), word: word ?? '', value })
        start += word?.length ?? 1
      }
      return matches
    },
  }
}

/** Compiles words of which only the presence matters. */
export function createFlagFinder(words: readonly string[]): WordFinder<true> {
  return createWordFinder(words.map((word) => [word, true] as const))
}

/** Compiles groups of words; a match carries the name of its group. */
export function createGroupFinder<Key extends string>(
  groups: Readonly<Record<Key, readonly string[]>>,
): WordFinder<Key> {
  // holds: the entries of a record have its keys
  const entries = Object.entries(groups) as [Key, readonly string[]][]
  return createWordFinder(entries.flatMap(([key, words]) => words.map((word) => [word, key] as const)))
}

function longestAt(text: string, start: number, longest: number, values: ReadonlyMap<string, unknown>): string | null {
  for (let length = Math.min(longest, text.length - start); length > 0; length -= 1) {
    const word = text.slice(start, start + length)
    if (values.has(word) && standsAlone(text, start, word)) return word
  }
  return null
}

/** A Latin word counts only between word boundaries: no "tax" in "syntax". */
function standsAlone(text: string, start: number, word: string): boolean {
  const before = text[start - 1] ?? ' '
  const after = text[start + word.length] ?? ' '
  return !(/^[a-z]/.test(word) && /[a-z]/.test(before)) && !(/[a-z]$/.test(word) && /[a-z]/.test(after))
}

/** The text with every match blanked out by a bar, which no word contains. */
export function blankOut(text: string, matches: readonly { readonly start: number; readonly end: number }[]): string {
  let rest = text
  for (const { start, end } of matches) rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end)
  return rest
}
