import type { FactCatalogue, FactDefinition } from '../../eligibility/index.ts'
import { createFinder, type Find } from './find-words.ts'
import { type CueGroup, cueGroups, type ReadingWords } from './reading-words.ts'

/** What a word names: a fact, an option of it, or the contrary of it. */
export interface Label {
  readonly fact: string
  readonly definition: FactDefinition
  readonly option: string | null
  /** 信用良好 of a bad credit record, 亏损 of profit. */
  readonly isOpposite: boolean
  /** Found by a word with a gap, which may hold other words. */
  readonly isParted: boolean
  /** Named only where the fact was asked for: 逾期 of this loan. */
  readonly isOnlyAsked: boolean
}

/** All words of the catalogue and of `corpus/reading.yaml`, compiled. */
export interface FactWords {
  readonly findLabels: Find<Label>
  readonly findCues: Find<CueGroup>
  /** Words that hold a name and say nothing of it: 净资产. */
  readonly findNeutral: Find<true>
  readonly typos: ReadonlyMap<string, string>
}

/** A label is used as a word where it is one. */
const plainLabel = /^[\p{Letter}\p{Number} ’&-]{2,40}$/u

export function createFactWords({ facts }: FactCatalogue, reading: ReadingWords): FactWords {
  const cues = cueGroups.flatMap((group) => reading[group].map((word) => [word, group] as const))
  const findNeutral = createFinder<true>(reading.neutral.map((word) => [word, true]))
  const findNames = createFinder(
    Object.entries(facts).flatMap(([fact, definition]) => [
      ...entriesOf(fact, definition, null, false, wordsOf(definition)),
      ...entriesOf(fact, definition, null, true, reading.opposites[fact] ?? []),
      ...entriesOf(fact, definition, null, true, reading.losses[fact] ?? []),
      ...optionEntries(fact, definition),
      ...entriesOf(fact, definition, null, false, reading.onlyAsked[fact] ?? [], true),
    ]),
  )
  return {
    findLabels: (text) => {
      const neutral = findNeutral(text)
      return findNames(text).filter(
        (name) =>
          !neutral.some(
            ({ start, end }) => start <= name.start && end >= name.end && end - start > name.end - name.start,
          ),
      )
    },
    findNeutral,
    findCues: createFinder(cues),
    typos: new Map(Object.entries(reading.typos)),
  }
}

function wordsOf({ label, words, type }: FactDefinition): string[] {
  if (type === 'choice' || type === 'industry') return []
  return [...words, ...[label.zh, label.en].filter((text) => plainLabel.test(text))]
}

type Entry = readonly [word: string, label: Label]

function optionEntries(fact: string, definition: FactDefinition): Entry[] {
  if (definition.type !== 'choice') return []
  return Object.entries(definition.options).flatMap(([option, { words }]) =>
    entriesOf(fact, definition, option, false, words),
  )
}

function entriesOf(
  fact: string,
  definition: FactDefinition,
  option: string | null,
  isOpposite: boolean,
  words: readonly string[],
  isOnlyAsked = false,
): Entry[] {
  const whole = { fact, definition, option, isOpposite, isParted: false, isOnlyAsked }
  const parted = { ...whole, isParted: true }
  return words.map((word) => [word, word.includes('…') ? parted : whole])
}
