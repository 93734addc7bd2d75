/** A word found in a text, and what it stands for. */
export interface Found<Value> {
  readonly start: number
  readonly end: number
  readonly value: Value
}

export type Find<Value> = (text: string) => Found<Value>[]

const gap = '…'
const within = '[^，。；！？,;!?|]{0,8}?'

/**
 * Finds words in a lower-case text, the longest at each place; `…` in a word stands for up to eight characters, and
 * such words are looked for where no other is found.
 */
export function createFinder<Value>(entries: Iterable<readonly [word: string, value: Value]>): Find<Value> {
  const values = new Map<string, Value[]>()
  for (const [word, value] of entries) {
    const known = values.get(word.toLowerCase()) ?? []
    if (!known.includes(value)) values.set(word.toLowerCase(), [...known, value])
  }
  const words = [...values.keys()]
  const longest = new Map<string, number>()
  for (const word of words.filter((one) => !one.includes(gap))) {
    const [first = ''] = word
    longest.set(first, Math.max(longest.get(first) ?? 0, word.length))
  }
  const findParted = partedFinder(values)
  return (text) => {
    const found: Found<Value>[] = []
    for (let start = 0; start < text.length; ) {
      const end = wordEnd(text, start, longest.get(text[start] ?? '') ?? 0, values)
      for (const value of values.get(text.slice(start, end)) ?? []) found.push({ start, end, value })
      start = Math.max(end, start + 1)
    }
    const gapped = findParted(text)
    const parted = gapped.filter(
      (one) => ![...found, ...gapped.filter((other) => !covers(one, other))].some((other) => covers(other, one)),
    )
    return [...found.filter((one) => !parted.some((other) => covers(other, one))), ...parted].sort(
      (one, other) => one.start - other.start,
    )
  }
}

/** The end of the longest word that begins at a place; the place itself where none does. */
function wordEnd(text: string, start: number, longest: number, values: ReadonlyMap<string, unknown>): number {
  for (let length = Math.min(longest, text.length - start); length > 0; length -= 1) {
    if (values.has(text.slice(start, start + length)) && standsAlone(text, start, start + length)) return start + length
  }
  return start
}

/** A Latin word counts only between word boundaries. */
function standsAlone(text: string, start: number, end: number): boolean {
  const isLatin = (place: number) => /[a-z]/.test(text[place] ?? '')
  return !(isLatin(start) && isLatin(start - 1)) && !(isLatin(end - 1) && isLatin(end))
}

function covers(outer: Found<unknown>, inner: Found<unknown>): boolean {
  return outer.start <= inner.start && outer.end >= inner.end
}

function partedFinder<Value>(values: ReadonlyMap<string, readonly Value[]>): Find<Value> {
  const parted = [...values].flatMap(([word, meanings]) => {
    const parts = word.split(gap)
    return parts.length < 2 ? [] : [{ first: parts[0] ?? '', pattern: patternOf(parts), meanings }]
  })
  return (text) =>
    parted
      .filter(({ first }) => text.includes(first))
      .flatMap(({ pattern, meanings }) =>
        [...text.matchAll(pattern)].flatMap(({ 0: words, index }) =>
          meanings.map((value) => ({ start: index, end: index + words.length, value })),
        ),
      )
}

function patternOf(parts: readonly string[]): RegExp {
  return new RegExp(parts.map(literal).join(within), 'g')
}

/** The source of a pattern that matches any of some words, the longest first. */
export function alternatives(words: readonly string[]): string {
  return words
    .toSorted((one, other) => other.length - one.length)
    .map((word) => literal(word.toLowerCase()))
    .join('|')
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
