import type { Amount } from './amounts.ts'
import { type Interval, scaled } from './quantity.ts'

const through = /^(?:\(含\))?(?:到|至|-+|~+)$/
const together = /^[和与跟]$/
const between = /^(?:之间|间(?![接隔断歇])|不等)/
const also = /^(?:[,，、]|的?同时|并且|而且|[且并但而又])*$/

/** Joins 10 and 20人 of 10到20人; the bare one of the two shares the unit of the other. */
export function joinRange(text: string, first: Amount, second: Amount): Amount | null {
  const gap = text.slice(first.end, second.start)
  const [closing = ''] = between.exec(text.slice(second.end, second.end + 3)) ?? []
  const isListed = gap === '、' && isNextNumber(text, first, second)
  if (!through.test(gap) && !isListed && !(closing && together.test(gap))) return null
  const low = first.isBare ? likeSecond(first, second) : first
  const high = second.isBare && !first.isBare && first.kind === 'ratio' ? likeFirst(second, first) : second
  const isOneKind = low.kind === high.kind || high.isBare || low.isBare
  const ends = rangeOf(low.interval, high.interval)
  if (!isOneKind || !ends) return null
  const isSure = !first.isWeak || !second.isWeak || Boolean(closing)
  const kept = high.isBare && !low.isBare ? low : high
  const isApproximate = isListed || first.isApproximate || second.isApproximate
  const span = { start: first.start, end: second.end + closing.length }
  return { ...kept, ...span, interval: ends, isApproximate, isUnitLed: false, isBare: false, isWeak: !isSure }
}

/** 7、8个: neighbours of one digit, not the numbers of a list, 1、2、. */
function isNextNumber(text: string, first: Amount, second: Amount): boolean {
  const low = first.interval.low ?? 0
  const isOwn = first.isBare && !second.isBare && first.end - first.start === 1 && low > 1 && low < 9
  return (
    isOwn &&
    [1, ...second.multipliers].some((worth) => second.interval.low === (low + 1) * worth * second.factor) &&
    !/[\d一二三四五六七八九]、$/.test(text.slice(0, first.start))
  )
}

/** Joins 100人以上 and 500人以下 into one interval. */
export function joinLimits(text: string, first: Amount, second: Amount): Amount | null {
  const gap = text.slice(first.end, second.start)
  const isFit = first.kind === second.kind || first.isBare || second.isBare
  if (!isFit || !also.test(gap)) return null
  const [below, above] = first.interval.low === null ? [second, first] : [first, second]
  const { interval: lower } = below
  const { interval: upper } = above
  if (lower.high !== null || upper.low !== null || lower.low === null || upper.high === null) return null
  if (lower.low >= upper.high) return null
  const { kind, unit } = first.isBare ? second : first
  const interval = { ...lower, high: upper.high, highOpen: upper.highOpen }
  return { ...first, kind, unit, end: second.end, interval, isBare: first.isBare && second.isBare }
}

function rangeOf(low: Interval, high: Interval): Interval | null {
  if (low.low === null || high.high === null || low.low >= high.high) return null
  return { low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen }
}

/** 10 of 10到20万元: with the largest unit that keeps it below the other end. */
function likeSecond(first: Amount, second: Amount): Amount {
  const limit = second.interval.high ?? 0
  const most = first.interval.high ?? 0
  const hasOwn = first.multipliers.some((worth) => worth >= 1e4)
  const multipliers = hasOwn ? [] : second.multipliers
  const factor = multipliers.find((worth) => most * worth * second.factor < limit) ?? 1
  return { ...first, kind: second.kind, interval: scaled(first.interval, factor * second.factor) }
}

/** 八 of 百分之五到八. */
function likeFirst(second: Amount, first: Amount): Amount {
  return { ...second, kind: first.kind, unit: first.unit, interval: scaled(second.interval, first.factor) }
}
