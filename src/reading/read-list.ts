import type { Lexicon } from './lexicon.ts'
import { matchForm } from './normalise.ts'
import type { Intent, ListRequest } from './reading.ts'
import { createFlagFinder, createGroupFinder, createWordFinder, type Match } from './words.ts'

type ListEntry = Lexicon['lists'][number]

export interface ListReader {
  /**
   * A part of a question, in match form, that asks for a list: 「有哪些贷款」, 「缺钱」.
   * Beside the name of a policy only the clear words count: 「招什么人才算」 asks for no list.
   */
  read(form: string, beside?: 'name'): { readonly intent: Intent; readonly used: readonly string[] } | null
  /** The kind of policy that a question names anywhere: 「贷款方面呢」. */
  overview(form: string): ListRequest | null
}

export function createListReader(lexicon: Lexicon): ListReader {
  const nouns = createWordFinder(lexicon.lists.flatMap((list) => list.words.map((word) => [word, list] as const)))
  const needs = createWordFinder(
    lexicon.lists.flatMap((list) => (list.needs ?? []).map((word) => [word, list] as const)),
  )
  const asking = createFlagFinder(lexicon.listWords)
  const endings = createFlagFinder(lexicon.listEndings)
  const qualify = createQualifier(lexicon)
  return {
    read(form, beside) {
      const after = endings.find(form)
      const before = beside === 'name' ? after : asking.find(form)
      const asked = nouns
        .find(form)
        .filter(
          (noun) =>
            before.some((word) => isBefore(word, noun)) ||
            after.some((word) => isBefore(noun, word) && form.length - word.end <= 1),
        )
      const named = [...(beside === 'name' ? [] : needs.find(form)), ...asked]
      const { request, used } = qualify(form, named)
      const isLimited =
        named.some(({ value }) => !value.isGeneric) || request.levels.length > 0 || request.standing !== null
      if (named.length === 0 || !isLimited) return null
      return {
        intent: { kind: 'list', request },
        used: [...[...before, ...after, ...named].map(({ word }) => word), ...used],
      }
    },
    overview(form) {
      const named = [...needs.find(form), ...nouns.find(form)].filter(({ value }) => !value.isGeneric)
      return named.length > 0 ? qualify(form, named).request : null
    },
  }
}

/** Reads what limits a list: kinds, parts, levels, and whether ended policies or drafts are meant. */
function createQualifier(lexicon: Lexicon) {
  const levels = createGroupFinder(lexicon.levels)
  const standings = createGroupFinder(lexicon.standings)
  const kindNames = new Set(lexicon.lists.flatMap(({ words }) => words.map(matchForm)))
  return (form: string, named: readonly Match<ListEntry>[]): { request: ListRequest; used: string[] } => {
    const [places, states] = [levels.find(form), standings.find(form)]
    return {
      request: {
        kinds: [...new Set(named.flatMap(({ value }) => value.kinds ?? []))],
        parts: [...new Set(named.flatMap(({ value }) => value.parts ?? []))],
        levels: [...new Set(places.map(({ value }) => value))],
        categories: named.filter(({ value }) => value.parts).map(({ word }) => word.replace(/政策$/, '')),
        standing: states[0]?.value ?? null,
        words: named.map(({ word }) => word),
        isNeed: named.some(({ word }) => !kindNames.has(word)),
      },
      used: [...places, ...states].map(({ word }) => word),
    }
  }
}

/** Whether one word follows another closely: 「有哪些市级的贷款」, 「贷款产品都有哪些」. */
function isBefore(first: { readonly end: number }, second: { readonly start: number }): boolean {
  return first.end <= second.start && second.start - first.end <= 12
}
