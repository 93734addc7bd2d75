import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankOut, createWordFinder } from '../../src/reading/words.ts'

const words = (list: readonly string[], text: string) =>
  createWordFinder(list.map((word) => [word, word] as const))
    .find(text)
    .map(({ word }) => word)

describe('a word finder', () => {
  test.each([
    ['the longest word at a place', ['企业', '企业贷', '贷'], '长宁企业贷', ['企业贷']],
    ['words one after another', ['高新', '技术', '企业'], '高新技术企业', ['高新', '技术', '企业']],
    ['no part of a word already found', ['新技术', '高新'], '高新技术', ['高新']],
    ['a word given in another form', ['科技 履约贷款'], '科技履约贷', ['科技履约贷']],
    ['Latin words between word boundaries', ['tax', 'vat'], 'the tax and vat', ['tax', 'vat']],
    ['no Latin word inside another', ['tax', 'loan'], 'syntax of loans', []],
    ['Latin words beside Chinese', ['ai'], '做ai的公司', ['ai']],
    ['no empty word', ['', '？'], '贷款？', []],
  ])('finds %s', (_, list, text, expected) => expect(words(list, text)).toEqual(expected))

  test('gives every value of a word, in order', () => {
    const finder = createWordFinder([
      ['专精特新', 1],
      ['贷款', 2],
      ['专精特新', 3],
    ])
    expect(finder.find('专精特新').map(({ value }) => value)).toEqual([1, 3])
  })

  test('says where each word stands, and no two overlap', () => {
    const list = ['企业', '业贷', '企业贷款', '款', 'tax']
    const text = fc.array(fc.constantFrom('企', '业', '贷', '款', 'tax', ' ', '的'), { maxLength: 20 })
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('')
        const matches = createWordFinder(list.map((word) => [word, true] as const)).find(joined)
        return matches.every(
          ({ start, end, word }, index) => joined.slice(start, end) === word && start >= (matches[index - 1]?.end ?? 0),
        )
      }),
    )
  })
})

test('what is blanked out keeps every other place as it was', () => {
  expect(blankOut('长宁企业贷额度', [{ start: 2, end: 5 }])).toBe('长宁|||额度')
})
