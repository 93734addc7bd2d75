import type { Lexicon } from './lexicon.ts'
import { matchForm } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { blankOut, createFlagFinder, createWordFinder } from './words.ts'

/** A word of the question that a fitting clause should contain, or another word for the same thing. */
export interface Term {
  readonly word: string
  readonly alternatives: readonly string[]
  /** Hardly narrows anything, such as 小微企业 or 费用. */
  readonly isGeneric: boolean
  /** Worth saying that a policy does not speak of it; half a phrase is not. */
  readonly isReported: boolean
}

/** A name as a term: found by itself, not by other words. */
export function exactTerm(word: string): Term {
  return { word: matchForm(word), alternatives: [], isGeneric: false, isReported: false }
}

/** Takes the words that carry meaning out of what is left of a question. */
export interface TermReader {
  /** `rest`: the question in match form, with names and topic words blanked out by bars. */
  read(rest: string): Term[]
}

/** Figures are conditions of the firm, not words to look for. */
const quantity =
  /\d+(?:\.\d+)?[多来余几]?(?:[千百十]?[万亿]|[千百])?(?:元|块|人|个月|个|名|家|年|月|天|日|%|倍|项|件)?/g

export function createTermReader(lexicon: Lexicon, vocabulary: Vocabulary): TermReader {
  const stopWords = createFlagFinder(lexicon.stopWords)
  const generic = createFlagFinder(lexicon.genericTerms)
  const genericWords = new Set(lexicon.genericTerms.map(matchForm))
  const reported = new Set(
    [...lexicon.reportedTerms, ...lexicon.contentWords, ...lexicon.synonyms.flat()].map(matchForm),
  )
  const synonyms = createWordFinder(
    lexicon.synonyms.flatMap((group, index) => group.map((word) => [word, index] as const)),
  )
  const alternativesOf = (word: string): string[] =>
    synonyms.find(word).flatMap((match) => (lexicon.synonyms[match.value] ?? []).map(matchForm))

  return {
    read(rest) {
      const named = synonyms.find(rest)
      const unmatched = blankOut(rest, named)
      const general = generic.find(unmatched)
      const unnamed = blankOut(unmatched, general).replace(quantity, '|')
      const chunks = blankOut(unnamed, stopWords.find(unnamed)).split(/[|\s]+/)
      const words = chunks.flatMap((chunk) => splitKnown(chunk, lexicon, vocabulary))
      return [...new Set([...[...named, ...general].map(({ word }) => word), ...words])].map((word) => ({
        word,
        alternatives: alternativesOf(word),
        isGeneric: genericWords.has(word),
        isReported: reported.has(word),
      }))
    },
  }
}

/**
 * Cuts a run of characters where the corpus never puts two of them together, and takes function words off the ends.
 * What the corpus does not know at all stays a word, unless a function word is part of it.
 */
function splitKnown(chunk: string, lexicon: Lexicon, vocabulary: Vocabulary): string[] {
  if (/^[a-z0-9]/.test(chunk)) return chunk.length > 1 ? [chunk] : []
  const runs: { text: string; isKnown: boolean }[] = []
  for (let index = 0; index < chunk.length - 1; index += 1) {
    const pair = chunk.slice(index, index + 2)
    const isKnown = vocabulary.isCommon(pair, 3)
    const last = runs.at(-1)
    if (last?.isKnown === isKnown) runs[runs.length - 1] = { text: last.text + pair.slice(1), isKnown }
    else runs.push({ text: pair, isKnown })
  }
  return runs
    .flatMap(({ text, isKnown }) =>
      isKnown ? trimEdges(text, lexicon, vocabulary) : unknownWords(text, lexicon, runs),
    )
    .filter((word) => word.length > 1)
}

/** An unknown run shares its end characters with its known neighbours; function words part what is left. */
function unknownWords(text: string, lexicon: Lexicon, runs: readonly { text: string; isKnown: boolean }[]): string[] {
  const known = runs.filter(({ isKnown }) => isKnown)
  const startsInKnown = known.some((run) => run.text.endsWith(text[0] ?? ''))
  const endsInKnown = known.some((run) => run.text.startsWith(text.at(-1) ?? ''))
  const own = text.slice(startsInKnown ? 1 : 0, endsInKnown ? -1 : undefined)
  const isFunction = (char: string) => lexicon.particles.includes(char) || lexicon.edgeCharacters.includes(char)
  return [...own]
    .map((char) => (isFunction(char) ? '|' : char))
    .join('')
    .split('|')
}

/** A pair the corpus knows stays whole (就业 keeps its 就). */
function trimEdges(chunk: string, lexicon: Lexicon, vocabulary: Vocabulary): string {
  const isFunction = (char: string | undefined, pair: string) =>
    char !== undefined &&
    (lexicon.particles.includes(char) || (lexicon.edgeCharacters.includes(char) && !vocabulary.isCommon(pair, 8)))
  let word = chunk
  while (isFunction(word[0], word.slice(0, 2))) word = word.slice(1)
  const isTrailing = (char: string | undefined) => char !== undefined && lexicon.trailingCharacters.includes(char)
  while (isTrailing(word.at(-1)) || isFunction(word.at(-1), word.slice(-2))) word = word.slice(0, -1)
  return word
}
