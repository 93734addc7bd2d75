import { type Amount, readAmounts } from './amounts.ts'
import { withBounds } from './bounds.ts'
import { type FoundDate, findDates } from './find-dates.ts'
import { withoutNames } from './names.ts'
import { givenSpan, type PlainText, plainText } from './plain-text.ts'
import { type Quantity, unbounded } from './quantity.ts'
import { joinLimits, joinRange } from './ranges.ts'

export type { Interval, Quantity, QuantityKind } from './quantity.ts'

const numerals =
  /[\d０-９零〇一二两兩三四五六七八九十百千万萬亿億几幾半廿卅俩倆仨壹贰貳叁肆伍陆柒捌玖拾前昨去今本明后上这下年]/

/** Every number, amount, share, duration, age and date of a text, from left to right; none overlap. */
export function findQuantities(text: string, asOf: string): Quantity[] {
  if (!numerals.test(text)) return []
  const plain = plainText(text)
  const unnamed = withoutNames(plain.text)
  const dates = findDates(unnamed, asOf)
  const rest = dates.reduce((left, { start, end }) => blank(left, start, end), unnamed)
  const ranges = joinNeighbours(rest, readAmounts(rest), joinRange)
  const amounts = joinNeighbours(rest, boundAll(rest, ranges), joinLimits)
  const quantities = [...dates.map((date) => dateQuantity(date, text, plain)), ...amounts.map(quantityOf(text, plain))]
  return quantities.sort((one, other) => one.start - other.start)
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + '|'.repeat(end - start) + text.slice(end)
}

type Join = (text: string, first: Amount, second: Amount) => Amount | null

function joinNeighbours(text: string, amounts: readonly Amount[], join: Join): Amount[] {
  const joined: Amount[] = []
  for (const amount of amounts) {
    const last = joined.at(-1)
    const both = last && join(text, last, amount)
    if (both) joined[joined.length - 1] = both
    else joined.push(amount)
  }
  return joined
}

function boundAll(text: string, amounts: readonly Amount[]): Amount[] {
  const bounded: Amount[] = []
  for (const amount of amounts) {
    const free = bounded.at(-1)?.end ?? 0
    const isRange = amount.interval.low !== amount.interval.high
    const found = amount.start < free ? null : withBounds(text, amount, free, isRange)
    if (found) bounded.push(found)
  }
  return bounded
}

function quantityOf(text: string, plain: PlainText): (amount: Amount) => Quantity {
  return ({ start, end, kind, unit, interval, isApproximate }) => {
    const span = givenSpan(plain, start, end)
    return { ...span, text: text.slice(span.start, span.end), kind, unit, interval, isApproximate }
  }
}

function dateQuantity(date: FoundDate, text: string, plain: PlainText): Quantity {
  const span = givenSpan(plain, date.start, date.end)
  const { from, until, isApproximate, isNoDay } = date
  const days = { ...(from ? { from } : {}), ...(until ? { until } : {}) }
  return {
    ...span,
    text: text.slice(span.start, span.end),
    kind: isNoDay ? 'no-day' : 'date',
    unit: null,
    interval: unbounded,
    ...days,
    isApproximate,
  }
}
