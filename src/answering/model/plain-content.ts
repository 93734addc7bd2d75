import { figurePlaces, normaliseDigits } from '../../policy/index.ts'
import words from './guard-words.json' with { type: 'json' }

/** One pattern for many words, the longest first. */
export function patternOf(list: readonly string[]): RegExp {
  const longestFirst = [...list].sort((a, b) => b.length - a.length)
  return new RegExp(longestFirst.map(RegExp.escape).join('|'), 'g')
}

const silent = patternOf([...words.joining, ...words.duties, ...words.possibilities, ...words.synonyms.flat()])

/** The runs of characters that carry the content of a text: without figures, denials and words that only join. */
export function contentRuns(text: string): string[] {
  return (
    withoutFigures(text)
      .replace(silent, '')
      .match(/\p{Script=Han}+/gu) ?? []
  )
}

/** Two characters that stand side by side; one that stands alone is a pair of its own. */
export function contentPairs(runs: readonly string[]): Set<string> {
  return new Set(runs.flatMap(pairsOf))
}

function pairsOf(run: string): string[] {
  return run.length === 1 ? [run] : [...run].slice(1).map((_, at) => run.slice(at, at + 2))
}

/** Per character of a run: whether a pair that it belongs to is known. */
export function knownCharacters(run: string, isKnown: (pair: string) => boolean): boolean[] {
  if (run.length === 1) return [isKnown(run)]
  return [...run].map((_, at) => isKnown(run.slice(at, at + 2)) || (at > 0 && isKnown(run.slice(at - 1, at + 1))))
}

function withoutFigures(text: string): string {
  const plain = normaliseDigits(text)
  return figurePlaces(plain).reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, plain)
}
