import { expect, test } from 'vitest'
import { type CompiledFact, compileCatalogue } from '../../../src/eligibility/compile-catalogue.ts'
import type { PreparedRule } from '../../../src/eligibility/prepare-rule.ts'
import { repliesFor } from '../../../src/eligibility/quick-replies.ts'
import { catalogue, factsOf, readFacts } from './real-fact-reader.ts'

const { facts } = compileCatalogue(catalogue, [])
const asked = facts.filter(({ definition }) => definition.question)
const locales = ['zh-CN', 'en'] as const
const unsure = ['不清楚', 'Not sure']

const cutsOf: Readonly<Record<string, readonly number[]>> = {
  yuan: [500, 35_000, 1_000_000, 3_000_000, 123_450_000, 20_000_000_000],
  ratio: [0.03, 0.025, 0.5, 1],
  people: [1, 30, 300],
  count: [1, 6, 15],
  months: [3, 12, 24],
  years: [2, 3],
  points: [60, 70],
}

/** Rules that cut the range of a fact at some values, the bound itself on either side. */
function rulesAt(fact: CompiledFact, values: readonly number[]): PreparedRule[] {
  return values.map((value, place) => {
    const bounds =
      place % 2 === 0
        ? { low: Number.NEGATIVE_INFINITY, lowOpen: false, high: value, highOpen: false }
        : { low: value, lowOpen: false, high: Number.POSITIVE_INFINITY, highOpen: false }
    return { kind: 'range', fact, bounds } as unknown as PreparedRule // holds: replies look at fact and bounds only
  })
}

test.each(locales)('every range offered in %s for a number reads back as that fact and its bounds', (locale) => {
  const wrong: string[] = []
  for (const fact of asked) {
    const { definition, key } = fact
    if (definition.type !== 'number') continue
    const cuts = (cutsOf[definition.unit] ?? []).slice(-3)
    const sorted = cuts.map((value, place) => ({ value, isFirstAbove: place % 2 === 1 }))
    repliesFor([fact], rulesAt(fact, cuts), locale)
      .slice(0, -1)
      .forEach(({ message }, place) => {
        const [lower, upper] = [sorted[place - 1], sorted[place]]
        const expected = {
          ...(lower ? { [lower.isFirstAbove ? 'min' : 'above']: lower.value } : {}),
          ...(upper ? { [upper.isFirstAbove ? 'below' : 'max']: upper.value } : {}),
        }
        const [read] = factsOf(message, [key])
        if (JSON.stringify(read) !== JSON.stringify({ [key]: expected }))
          wrong.push(`${message}: ${JSON.stringify(read)}`)
      })
  }
  expect(wrong).toEqual([])
})

test.each(locales)('every option offered in %s reads back as that option', (locale) => {
  const wrong: string[] = []
  for (const fact of asked) {
    const { definition, key } = fact
    if (definition.type !== 'choice') continue
    const options = Object.keys(definition.options)
    repliesFor([fact], [], locale)
      .slice(0, -1)
      .forEach(({ message }, place) => {
        const [read] = factsOf(message, [key])
        if (JSON.stringify(read) !== JSON.stringify({ [key]: options[place] }))
          wrong.push(`${key} ${message}: ${JSON.stringify(read)}`)
      })
  }
  expect(wrong).toEqual([])
})

test.each(locales)('yes and no in %s answer the claim that was asked', (locale) => {
  const wrong: string[] = []
  for (const fact of asked) {
    if (fact.definition.type !== 'boolean') continue
    const [yes, no] = repliesFor([fact], [], locale)
    if (JSON.stringify(factsOf(yes?.message ?? '', [fact.key])) !== JSON.stringify([{ [fact.key]: true }]))
      wrong.push(`yes ${fact.key}`)
    if (JSON.stringify(factsOf(no?.message ?? '', [fact.key])) !== JSON.stringify([{ [fact.key]: false }]))
      wrong.push(`no ${fact.key}`)
  }
  expect(wrong).toEqual([])
})

test.each(locales)('a group asked in %s is settled by none, or by the one that is tapped', (locale) => {
  const group = asked.filter(({ definition }) => definition.group === 'record')
  const keys = group.map(({ key }) => key)
  const [none, ...claims] = repliesFor(group, [], locale).slice(0, -1)
  expect(factsOf(none?.message ?? '', keys)).toEqual([Object.fromEntries(keys.map((key) => [key, false]))])
  expect(claims.map(({ message }) => factsOf(message, keys))).toEqual(keys.map((key) => [{ [key]: true }]))
})

test('not sure says nothing of any fact', () => {
  for (const { key } of asked)
    for (const message of unsure) {
      const { firms, isUnsure } = readFacts(message, [key])
      expect([firms, isUnsure]).toEqual([[{}], true])
    }
})
