import { describe, expect, test } from 'vitest'
import {
  ExpressionError,
  factsOf,
  numbersOf,
  parseExpression,
  type Range,
  rangeOf,
} from '../../src/eligibility/index.ts'

const facts: Readonly<Record<string, Range>> = {
  two: { low: 2, high: 2 },
  small: { low: 1, high: 3 },
  wide: { low: -2, high: 4 },
  open: { low: 10, high: Number.POSITIVE_INFINITY },
  zero: { low: 0, high: 0 },
  fromZero: { low: 0, high: 5 },
  debt: { low: -5, high: -1 },
}
const range = (text: string) => {
  const { low, high } = rangeOf(parseExpression(text), (key) => facts[key] ?? { low: Number.NaN, high: Number.NaN })
  return [low, high]
}

describe('an expression', () => {
  test.each<[string, number]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 2 - 3', 5],
    ['12 / 2 / 3', 2],
    ['-two + 5', 3],
    ['2 * -two', -4],
    ['min(3, two, 7)', 2],
    ['max(3, two, 7)', 7],
    ['2520000 / 36000000', 0.07],
    ['0.1 + 0.2', 0.3],
    ['1.005 * 100', 100.5],
  ])('%s is %d', (text, value) => expect(range(text)).toEqual([value, value]))

  test.each<[string, string]>([
    ['', '"": expected a number, a fact or "(", found the end'],
    ['1 +', '"1 +": expected a number, a fact or "(", found the end'],
    ['(1 + 2', '"(1 + 2": expected ")", found the end'],
    ['1 2', '"1 2": expected an operator, found 2'],
    ['two three', '"two three": expected an operator, found three'],
    ['1 + )', '"1 + )": expected a number, a fact or "(", found )'],
    ['min(1, 2', '"min(1, 2": expected ")", found the end'],
    ['average(1, 2)', '"average(1, 2)": the function "average" is unknown; use min, max, bands'],
    ['1 + 研发', '"1 + 研发": cannot be read from " 研发" on'],
    ['two ^ 2', '"two ^ 2": cannot be read from " ^ 2" on'],
    ['.5', '".5": cannot be read from ".5" on'],
  ])('%j cannot be read, and the message shows where', (text, message) => {
    expect(() => parseExpression(text)).toThrow(new ExpressionError(message))
  })

  test('names its facts and numbers, facts once', () => {
    const expression = parseExpression('min(rdExpense * 0.5, 3000000) + max(rdExpense, employees) / 2')
    expect(factsOf(expression)).toEqual(['rdExpense', 'employees'])
    expect(numbersOf(expression)).toEqual([0.5, 3_000_000, 2])
  })
})

describe('with facts in ranges, an expression lies in a range', () => {
  const infinite = Number.POSITIVE_INFINITY
  test.each<[string, number, number]>([
    ['small + wide', -1, 7],
    ['small - wide', -3, 5],
    ['small * wide', -6, 12],
    ['wide * wide', -8, 16],
    ['two / small', 0.666666666667, 2],
    ['open / small', 3.33333333333, infinite],
    ['small / open', 0, 0.3],
    ['fromZero * open', 0, infinite],
    ['small / wide', -infinite, infinite],
    ['two / fromZero', 0.4, infinite],
    ['small / debt', -3, -0.2],
    ['zero / zero', 0, 0],
    ['two / zero', infinite, infinite],
    ['debt / zero', -infinite, -infinite],
    ['min(small, wide, 2)', -2, 2],
    ['max(small, wide, 2)', 2, 4],
  ])('%s: %d to %d', (text, low, high) => expect(range(text)).toEqual([low, high]))
})

describe('bands give the points of the highest floor that is reached', () => {
  test.each<[string, number, number]>([
    ['bands(0.019, 0.02, 10, 0.05, 20)', 0, 0],
    ['bands(0.02, 0.02, 10, 0.05, 20)', 10, 10],
    ['bands(0.049, 0.02, 10, 0.05, 20)', 10, 10],
    ['bands(0.05, 0.02, 10, 0.05, 20)', 20, 20],
    ['bands(9, 0.02, 10, 0.05, 20)', 20, 20],
    ['bands(small, 2, 10, 3, 20)', 0, 20],
    ['bands(open, 2, 10, 3, 20)', 20, 20],
    ['bands(-debt, 1, 5, 3, 10)', 5, 10],
  ])('%s: %d to %d', (text, low, high) => expect(range(text)).toEqual([low, high]))
})
