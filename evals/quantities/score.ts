import type { Quantity } from '../../src/reading/quantities/find-quantities.ts'
import type { Row, Span } from './rows.ts'
import { isYuan } from './scope.ts'

/** An interval as a row states it. Openness is absent where the origin's convention is not that of Chinese law. */
interface Expected {
  readonly low: number | null
  readonly high: number | null
  readonly lowOpen?: boolean
  readonly highOpen?: boolean
  /** Where the row says so: first and last character. */
  readonly span?: readonly [start: number, end: number]
  /** 几十万 and 左右: the reading need only lie within the bounds, or around the point. */
  readonly isVague?: boolean
}

const currencyWord = /[元块圆角毛¥]|人民币/
/** Wordings with bounds inside (民法典 1259), which MSRT reads as half open. */
const closedInLaw = /以上|以下|间|[~–]/

/** Whether the quantities read are those the row expects, no more and no fewer. */
export function isRight(row: Row, quantities: readonly Quantity[]): boolean {
  switch (row.file) {
    case 'cn2an':
    case 'duckling_numeral':
      return matchAll(quantities, [point(row.value ?? Number.NaN)])
    case 'duckling_money':
      return matchAll(quantities, [duckling(row.expect ?? '')])
    case 'jio_money':
      return matchAll(quantities, [jio(row)])
    case 'jio_money_extract':
      return sameSpans(quantities.filter(isCurrency), row.spans ?? [])
    case 'msrt_currency':
      return matchAll(
        quantities.filter(isCurrency),
        spansOf(row)
          .filter(isYuan)
          .map((span) => numberOf(span)),
      )
    case 'msrt_age':
    case 'msrt_duration':
      return matchAll(
        quantities.filter(({ kind }) => kind === 'age' || kind === 'duration'),
        spansOf(row).map(periodOf),
      )
    case 'msrt_percent':
      return matchAll(
        quantities.filter(({ kind }) => kind === 'ratio'),
        spansOf(row).map((span) => numberOf(span, 0.01)),
      )
    case 'msrt_number_range':
      return matchAll(
        quantities.filter((quantity) => !isPoint(quantity)),
        spansOf(row).map((span) => rangeOf(row, span)),
      )
    default:
      return numbersMatch(quantities, spansOf(row))
  }
}

/** Numbers of a text; shares and sums the origin leaves to its other models may stand beside them. */
function numbersMatch(quantities: readonly Quantity[], spans: readonly Span[]): boolean {
  const expected = spans.map((span) => ({ ...numberOf(span), isVague: /[几幾多余]/.test(span.text) }))
  const others = quantities.filter((quantity) => !expected.some((one) => overlaps(quantity, one)))
  const found = quantities.filter((quantity) => !others.includes(quantity))
  return others.every((one) => one.kind === 'ratio' || /[元币刀]/.test(one.unit ?? '')) && matchNumbers(found, expected)
}

/** A percentage counts as its number (611.255) or as its share; a vague number as its least value. */
function matchNumbers(found: readonly Quantity[], expected: readonly Expected[]): boolean {
  if (found.length !== expected.length) return false
  return expected.every((one, index) => {
    const quantity = found[index]
    if (!quantity) return false
    const low = quantity.interval.low ?? Number.NaN
    const factors = quantity.kind === 'ratio' ? [1, 100] : [1]
    return factors.some((factor) => isClose(low * factor, one.low)) && (one.isVague || isPoint(quantity))
  })
}

function matchAll(quantities: readonly Quantity[], expected: readonly Expected[]): boolean {
  return quantities.length === expected.length && expected.every((one, index) => matches(quantities[index], one))
}

function matches(quantity: Quantity | undefined, expected: Expected): boolean {
  if (!quantity || (expected.span && !overlaps(quantity, expected))) return false
  const { low, high, lowOpen, highOpen } = quantity.interval
  if (expected.isVague) return isWithin(low, high, expected)
  const isOpenAlike =
    (expected.lowOpen === undefined || expected.lowOpen === lowOpen) &&
    (expected.highOpen === undefined || expected.highOpen === highOpen)
  const highOf = expected.high === null && quantity.isApproximate ? null : high
  return isClose(low, expected.low) && isClose(highOf, expected.high) && isOpenAlike
}

function isWithin(low: number | null, high: number | null, expected: Expected): boolean {
  if (low === null || high === null || expected.low === null || expected.high === null) return false
  if (expected.low === expected.high) return isClose((low + high) / 2, expected.low)
  return low >= expected.low && high <= expected.high
}

function sameSpans(quantities: readonly Quantity[], spans: readonly Span[]): boolean {
  const inYuan = spans.filter(({ text }) => !/日元|美元|港/.test(text))
  return (
    quantities.length === inYuan.length &&
    inYuan.every(({ start, end }, index) => {
      const quantity = quantities[index]
      return quantity !== undefined && quantity.start <= start && quantity.end >= (end ?? start)
    })
  )
}

function isCurrency({ kind, unit, text }: Quantity): boolean {
  return kind === 'money' && (currencyWord.test(unit ?? '') || currencyWord.test(text) || /k$/i.test(text))
}

function isPoint({ interval, kind }: Quantity): boolean {
  return kind === 'date' || (interval.low !== null && interval.low === interval.high)
}

function spansOf({ spans }: Row): readonly Span[] {
  return spans ?? []
}

function numberOf(span: Span, factor = 1): Expected {
  return { ...point(Number.parseFloat(span.value ?? '') * factor), span: placeOf(span) }
}

function placeOf({ start, end, text }: Span): readonly [number, number] {
  return [start, end ?? start + text.length - 1]
}

/** An age in years; a younger one in months, as durations are. */
function periodOf(span: Span): Expected {
  const weeks = /^P(\d+)W$/.exec(span.timex ?? '')?.[1]
  if (weeks) return point((Number(weeks) * 7) / 30.4375)
  const perMonth = { Year: 1, Month: 1, Week: 7 / 30.4375, Day: 1 / 30.4375 }[span.unit ?? ''] ?? Number.NaN
  return { ...point(Number(span.value) * perMonth), span: placeOf(span) }
}

/** `(20,35]` */
function rangeOf({ input }: Row, span: Span): Expected {
  const [, left, low = '', high = '', right] = /^([[(])([-\d.]*),([-\d.]*)([\])])$/.exec(span.value ?? '') ?? []
  const factor = span.text.includes('百分之') ? 0.01 : 1
  const bound = (text: string) => (text === '' ? null : Number(text) * factor)
  const openness = closedInLaw.test(input)
    ? {}
    : { ...(low ? { lowOpen: left === '(' } : {}), ...(high ? { highOpen: right === ')' } : {}) }
  return { low: bound(low), high: bound(high), ...openness, span: placeOf(span) }
}

/** `simple Dollar 7`, `under Dollar 1.2`, `between Dollar (5.6, 5.78)`; cents are hundredths. */
function duckling(text: string): Expected {
  const [how, unit] = text.split(' ')
  const [first = Number.NaN, second = first] = (text.match(/[\d.]+/g) ?? []).map(
    (word) => Number(word) * (unit === 'Cent' ? 0.01 : 1),
  )
  return { low: how === 'under' ? null : first, high: how === 'above' ? null : second }
}

function jio({ min = Number.NaN, max = Number.NaN, bound }: Row): Expected {
  if (bound === '>=') return { low: min, high: null }
  if (bound === '<=') return { low: null, high: max }
  return { low: min, high: max, isVague: bound === '~' }
}

function point(value: number): Expected {
  return { low: value, high: value }
}

function overlaps({ start, end }: Quantity, { span }: Expected): boolean {
  return span !== undefined && start <= span[1] && end > span[0]
}

function isClose(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other
  return one === other || Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))
}
