import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuantities } from '../../../src/reading/quantities/find-quantities.ts'

const asOf = '2026-05-20'
const pieces = fc.constantFrom(
  ...'零一二两三五七十百千万亿几数半多来余把点负-~到至左右约上下不超过年月日天个人岁元块角毛分折成%,，（含）()第号以内前后去今本',
  ...[
    '个月',
    '以上',
    '百分之',
    '分之',
    '不到',
    '之间',
    '2021',
    '3.5',
    '12',
    '8',
    '1,200',
    ' ',
    'w',
    'k',
    '１２',
    '壹佰',
    '萬',
    '😀',
  ],
)
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
)

test('every integer up to a billion is read back from its Chinese numeral', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 20_000 }))
  fc.assert(
    fc.property(number, (value) => {
      const written = inChinese(value)
      expect(findQuantities(written, asOf), written).toMatchObject([
        { text: written, interval: { low: value, high: value } },
      ])
    }),
    { numRuns: 3000, examples: [[0], [10], [11], [100], [110], [1010], [10_010], [100_000], [1e8], [1e9]] },
  )
})

test('spans slice to their text, in order and without overlap', () => {
  fc.assert(
    fc.property(text, (given) => {
      let end = 0
      for (const quantity of findQuantities(given, asOf)) {
        expect(quantity.text).toBe(given.slice(quantity.start, quantity.end))
        expect(quantity.text).not.toBe('')
        expect(quantity.start).toBeGreaterThanOrEqual(end)
        end = quantity.end
      }
    }),
    { numRuns: 2000 },
  )
})

test('no interval is empty, no bound is missing from a number and no date runs backwards', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const { kind, interval, from, until } of findQuantities(given, asOf)) {
        const { low, high } = interval
        if (low !== null && high !== null) expect(low, given).toBeLessThanOrEqual(high)
        if (kind === 'date') expect(from ?? until, given).toBeDefined()
        else if (kind === 'no-day') expect([low, high, from, until], given).toEqual([null, null, undefined, undefined])
        else expect(low ?? high, given).not.toBeNull()
        if (from && until) expect(from <= until, given).toBe(true)
        expect(Number.isNaN(low) || Number.isNaN(high)).toBe(false)
      }
    }),
    { numRuns: 2000 },
  )
})

test('full-width digits and signs read as half-width ones', () => {
  const halfWidth = fc.array(fc.constantFrom('5', '12', '3.5', '%', '人', '万', '-', '到', '年', '以上', '1,200'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(halfWidth, (parts) => {
      const given = parts.join('')
      const read = (typed: string) => findQuantities(typed, asOf).map(({ text: _text, unit: _unit, ...rest }) => rest)
      expect(read(fullWidth(given))).toEqual(read(given))
    }),
  )
})

function fullWidth(given: string): string {
  return given.replace(/[!-+.-~-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}

/** The plain way to write a number in Chinese, 十 and not 一十 in front. */
function inChinese(value: number): string {
  if (value === 0) return '零'
  const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4]
  const words = groups.map((group, place) => (group === 0 ? '' : `${groupInChinese(group)}${['亿', '万', ''][place]}`))
  let written = ''
  groups.forEach((group, place) => {
    if (group === 0) return
    const isGap = written !== '' && (group < 1000 || groups[place - 1] === 0)
    written += (isGap ? '零' : '') + words[place]
  })
  return written.replace(/^一十/, '十')
}

function groupInChinese(group: number): string {
  const digits = [...String(group).padStart(4, '0')].map(Number)
  let written = ''
  digits.forEach((digit, place) => {
    if (digit === 0) return
    const isGap = written !== '' && digits[place - 1] === 0
    written += `${isGap ? '零' : ''}${'零一二三四五六七八九'[digit]}${['千', '百', '十', ''][place]}`
  })
  return written
}
