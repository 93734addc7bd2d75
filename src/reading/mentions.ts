import type { Policy } from '../policy/index.ts'
import { matchForm } from './normalise.ts'
import type { Vocabulary } from './vocabulary.ts'
import { createWordFinder } from './words.ts'

/** A policy named in a question, by title, alias or document number. */
export interface Mention {
  readonly words: string
  readonly start: number
  readonly end: number
  /** Versions of a policy may share a name. */
  readonly policyIds: readonly string[]
  /** What the name says beyond a shorter name of the same policy: 保费补贴 in 科技履约贷保费补贴. */
  readonly beyond: string
}

export interface MentionFinder {
  /** Names in a text in match form, in order. */
  find(text: string): Mention[]
  /** Whether the name that was found has a mark inside. */
  hasMark(mention: Mention): boolean
}

/** Punctuation that parts a question. */
export const mark = /[？?。！!；;，,]/

export function createMentionFinder(policies: readonly Policy[], vocabulary: Vocabulary): MentionFinder {
  const names = policies.flatMap((policy) =>
    namesOf(policy).map((name): [string, string] => [matchForm(name), policy.id]),
  )
  const finder = createWordFinder(names)
  const idsOf = new Map<string, Set<string>>()
  for (const [name, id] of names) idsOf.set(name, (idsOf.get(name) ?? new Set()).add(id))
  const withBeyond = (mention: Found): Mention => ({ ...mention, beyond: beyondName(mention, idsOf) })
  const marked = new Set(
    policies
      .flatMap(namesOf)
      .filter((name) => mark.test(name))
      .map(matchForm),
  )
  const longNames = [...idsOf.keys()].filter((name) => name.length >= 5 && /^[\u4e00-\u9fff]+$/.test(name))
  return {
    hasMark: ({ words }) => marked.has(words),
    find(text) {
      const exact = group(finder.find(text)).map(withBeyond)
      if (exact.length > 0) return exact
      const [slip] = findSlip(text, longNames, vocabulary)
      const matches = slip
        ? finder.find(slip.name).map((match) => ({ ...match, start: slip.start, end: slip.end }))
        : []
      return group(matches).map(withBeyond)
    },
  }
}

function namesOf(policy: Policy): string[] {
  const quoted = [policy.title, ...policy.aliases].map((name) => name.replace(/（[^）]*）$/, ''))
  return [...new Set([policy.title, policy.titleEn, ...policy.aliases, ...quoted, ...policy.documentNumbers])]
}

type Found = Omit<Mention, 'beyond'>

function group(matches: readonly { start: number; end: number; word: string; value: string }[]): Found[] {
  const byPlace = new Map<number, Found>()
  for (const { start, end, word, value } of matches) {
    const known = byPlace.get(start)
    byPlace.set(start, { words: word, start, end, policyIds: [...new Set([...(known?.policyIds ?? []), value])] })
  }
  return [...byPlace.values()]
}

function beyondName({ words, policyIds }: Found, idsOf: ReadonlyMap<string, ReadonlySet<string>>): string {
  for (let length = words.length - 2; length >= 2; length -= 1) {
    const ids = idsOf.get(words.slice(0, length))
    if (policyIds.every((id) => ids?.has(id))) return words.slice(length).trim()
  }
  return ''
}

/** A long name with one wrong character, where what was typed is no word of the corpus. */
function findSlip(text: string, names: readonly string[], vocabulary: Vocabulary) {
  for (const name of names)
    for (let start = 0; start + name.length <= text.length; start += 1) {
      const place = onlyDifference(text, start, name)
      const isInner = place !== null && place > start && place < start + name.length - 1
      const pairs = !isInner ? [] : [text.slice(place - 1, place + 1), text.slice(place, place + 2)]
      if (pairs.some((pair) => pair.length === 2 && !vocabulary.has(pair)))
        return [{ name, start, end: start + name.length }]
    }
  return []
}

function onlyDifference(text: string, start: number, name: string): number | null {
  let place: number | null = null
  for (let index = 0; index < name.length; index += 1) {
    if (text[start + index] === name[index]) continue
    if (place !== null) return null
    place = start + index
  }
  return place
}
