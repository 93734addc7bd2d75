import type { FactDefinition, FactValue } from '../../eligibility/index.ts'
import { matchForm } from '../normalise.ts'

type ChoiceFact = Extract<FactDefinition, { type: 'choice' }>

/** Words of places by option, for facts whose options are places. */
export type PlaceWords = Readonly<Record<string, readonly string[]>>

/** Reads an option of a choice by key, label or word; several, parted by 、 or 或, leave it open between them. */
export function createChoiceReader(places: PlaceWords): (text: string, fact: ChoiceFact) => FactValue | null {
  const compiled = new WeakMap<ChoiceFact, ReadonlyMap<string, string>>()
  const optionsOf = (fact: ChoiceFact) => {
    const known = compiled.get(fact) ?? namesOf(fact)
    compiled.set(fact, known)
    return known
  }
  return (text, fact) => {
    const options = optionsOf(fact)
    const whole = options.get(formOf(text))
    if (whole) return { value: whole }
    const parts = text.split(/[、,;/]|或者?/).map((part) => options.get(formOf(part)))
    const named = [...new Set(parts.filter((part) => part !== undefined))]
    if (named.length > 1 && parts.every((part) => part !== undefined)) return { oneOf: named }
    return isOfPlaces(fact, places) ? placeIn(text, places) : null
  }
}

function namesOf({ options }: ChoiceFact): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [key, { label, words }] of Object.entries(options))
    for (const name of [key, label.zh, label.en, ...words]) if (!names.has(formOf(name))) names.set(formOf(name), key)
  return names
}

/** 小型企业, 小型 and 小 are one. */
function formOf(text: string): string {
  const form = matchForm(text.normalize('NFKC')).replaceAll(' ', '')
  return form.replace(/(?<=.)(?:企业|公司)$/, '').replace(/(?<=.)[型类区]$/, '')
}

function isOfPlaces({ options }: ChoiceFact, places: PlaceWords): boolean {
  const names = Object.keys(places)
  return names.length > 0 && names.every((place) => place in options)
}

/** An address goes from the large to the small, so the first place named decides: 静安区南京西路 is not in 南京. */
function placeIn(text: string, places: PlaceWords): FactValue | null {
  const form = matchForm(text)
  const isInShanghai = form.includes('上海')
  const found = Object.entries(places).flatMap(([option, words]) =>
    words.flatMap((word) => {
      const at = form.indexOf(matchForm(word))
      return at < 0 ? [] : [{ option, at, length: word.length }]
    }),
  )
  const fitting = found.filter(({ option }) => !isInShanghai || option === 'changning' || option === 'shanghai')
  const [first] = fitting.sort((a, b) => a.at - b.at || b.length - a.length)
  if (first) return { value: first.option }
  return isInShanghai ? { oneOf: ['changning', 'shanghai'] } : null
}
