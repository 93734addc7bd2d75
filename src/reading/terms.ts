import type { Lexicon } from './lexicon.ts'
import { matchForm } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { blankOut, createWordFinder } from './words.ts'

/** A word of the question that a fitting clause should contain, or another word for the same thing. */
export interface Term {
  readonly word: string
  readonly alternatives: readonly string[]
  /** Hardly narrows anything, such as 小微企业 or 长宁. */
  readonly isGeneric: boolean
}

/** Takes the words that carry meaning out of what is left of a question. */
export interface TermReader {
  /** `rest`: the question in match form, with names and topic words blanked out by bars. */
  read(rest: string): Term[]
}

/** Figures are conditions of the firm, not words to look for. */
const quantity = /\d+(?:\.\d+)?(?:[千百十]?[万亿]|[千百])?(?:元|块|人|个月|个|名|家|年|月|天|日|%|倍|项|件)?/g

export function createTermReader(lexicon: Lexicon, vocabulary: Vocabulary): TermReader {
  const stopWords = createWordFinder(lexicon.stopWords.map((word) => [word, true] as const))
  const generic = new Set(lexicon.genericTerms.map(matchForm))
  const synonyms = createWordFinder(
    lexicon.synonyms.flatMap((group, index) => group.map((word) => [word, index] as const)),
  )
  const alternativesOf = (word: string): string[] =>
    synonyms.find(word).flatMap((match) => (lexicon.synonyms[match.value] ?? []).map(matchForm))

  return {
    read(rest) {
      const named = synonyms.find(rest)
      const unnamed = blankOut(rest, named).replace(quantity, '|')
      const remaining = blankOut(unnamed, stopWords.find(unnamed))
      const chunks = remaining.split(/[|\s]+/).map((chunk) => trimEdges(chunk, lexicon, vocabulary))
      const words = [...new Set([...named.map(({ word }) => word), ...chunks])]
      return words
        .filter((word) => word.length > 1)
        .map((word) => ({ word, alternatives: alternativesOf(word), isGeneric: generic.has(word) }))
    },
  }
}

/** Takes function words off the ends; a pair the corpus knows stays whole (就业 keeps its 就). */
function trimEdges(chunk: string, lexicon: Lexicon, vocabulary: Vocabulary): string {
  const isFunction = (char: string | undefined, pair: string) =>
    char !== undefined &&
    (lexicon.particles.includes(char) ||
      (lexicon.edgeCharacters.includes(char) && !(pair.length > 1 && vocabulary.has(pair))))
  let word = chunk
  while (isFunction(word[0], word.slice(0, 2))) word = word.slice(1)
  while (isFunction(word.at(-1), word.slice(-2))) word = word.slice(0, -1)
  return word
}
