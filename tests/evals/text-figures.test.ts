import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresWithoutQuote, statesFigure } from '../../evals/answers/text-figures.ts'

describe('a figure is stated only as a whole number', () => {
  test.each([
    ['最高50万元', '50万元', true],
    ['最高150万元', '50万元', false],
    ['最高 50 万元', '50万元', true],
    ['比例为0.5%', '5%', false],
    ['比例为５０％', '50%', true],
    ['到2027年12月31日', '2027年12月31日|2027-12-31', true],
    ['until 2027-12-31', '2027年12月31日|2027-12-31', true],
    ['每次1,000元', '1000元', true],
  ])('%s – %s: %s', (text, figure, expected) => {
    expect(statesFigure(text, figure)).toBe(expected)
  })
})

describe('a figure of a sentence must stand in a cited quote', () => {
  test.each([
    ['最高补贴50万元。', '上限50万元。', []],
    ['最高补贴500000元。', '上限50万元。', []],
    ['最高补贴60万元。', '上限50万元。', ['60万元']],
    ['贴息1.5个百分点，最长两年。', '按1.5个百分点贴息，最长2年。', []],
    ['最长3年。', '最长2年。', ['3年']],
    ['比例50%。', '50人以上。', ['50%']],
    ['at most 3 million yuan', '上限300万元。', []],
    ['2026年第3条说明如下。', '本条没有数字。', []],
    ['依据长发改规〔2024〕9号。', '本条没有数字。', []],
  ])('%s against %s', (sentence, quote, missing) => {
    expect(figuresWithoutQuote(sentence, [quote], ['长发改规〔2024〕9号'])).toEqual(missing)
  })

  test('a sentence copied from its quote never has a figure too many', () => {
    const amount = fc
      .integer({ min: 1, max: 9999 })
      .chain((number) =>
        fc.constantFrom('万元', '%', '人', '年', '个月', '个百分点').map((unit) => `不超过${number}${unit}`),
      )
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (parts) => {
        expect(figuresWithoutQuote(parts.join('，'), [parts.join('，')], [])).toEqual([])
      }),
    )
  })
})
