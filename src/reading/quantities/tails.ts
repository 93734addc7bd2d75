import { chineseDigits } from '../../policy/index.ts'
import { readNumeral } from './numeral.ts'
import { matchAt } from './numeral-pieces.ts'
import { closed, exactly, type Interval, shifted } from './quantity.ts'
import type { Unit } from './units.ts'

const halfAgain = /年半载/y
const coins =
  /零?([一二两三四五六七八九]|\d)[角毛](?:零?([一二两三四五六七八九]|\d)分?)?|零([一二三四五六七八九]|\d)(?![\d十百千万亿])分?|([一二三四五六七八九]|\d)分(?!之)/y
const lastCoin = /([一二两三四五六七八九]|\d)(?![\d十百千万亿一二三四五六七八九个名位人年月天家%成折点分.])/y
const months = /(?:零|又|多)?([一二两三四五六七八九十]+|\d+)个月/y

interface Tail {
  readonly interval: Interval
  readonly end: number
  readonly isRough: boolean
}

/** 三毛 of 五元三毛, 三个月 of 一年三个月, 半载 of 一年半载. */
export function addTail(text: string, unit: Unit, interval: Interval): Tail {
  const none = { interval, end: unit.end, isRough: false }
  if (unit.name === 'year') return addMonths(text, unit, interval) ?? none
  if (unit.name === '成' && !unit.addition) return addTenth(text, unit, interval) ?? none
  if (unit.kind !== 'money' || unit.addition) return none
  return addCoins(text, unit, interval) ?? none
}

function addMonths(text: string, unit: Unit, interval: Interval): Tail | null {
  const loose = matchAt(halfAgain, text, unit.end - (unit.addition === 'half' ? 2 : 1))
  if (loose) return { interval: closed(12, 18), end: loose.index + loose[0].length, isRough: true }
  const match = matchAt(months, text, unit.end)
  const count = match?.[1] ? readNumeral(match[1], 0)?.interval.low : null
  if (!match || !count) return null
  const years = unit.addition === 'more' ? exactly(interval.low ?? 0) : interval
  return { interval: shifted(years, count), end: unit.end + match[0].length, isRough: false }
}

/** 七成五 is 75 %. */
function addTenth(text: string, unit: Unit, interval: Interval): Tail | null {
  const match = matchAt(lastCoin, text, unit.end)
  return match ? { interval: shifted(interval, digit(match[1]) * 0.01), end: unit.end + 1, isRough: false } : null
}

function addCoins(text: string, unit: Unit, interval: Interval): Tail | null {
  const match = unit.factor === 1 ? matchAt(coins, text, unit.end) : null
  if (match) {
    const [word, dimes, cents, zeroCents, onlyCents] = match
    const more = digit(dimes) * 0.1 + (digit(cents) + digit(zeroCents) + digit(onlyCents)) * 0.01
    return { interval: shifted(interval, more), end: unit.end + word.length, isRough: false }
  }
  const isBlock = unit.name?.startsWith('块') ?? false
  const short = isBlock || unit.factor < 1 ? matchAt(lastCoin, text, unit.end) : null
  if (!short) return null
  const more = digit(short[1]) * (isBlock ? 0.1 : 0.01)
  return { interval: shifted(interval, more), end: unit.end + 1, isRough: false }
}

function digit(char: string | undefined): number {
  return char ? (chineseDigits[char] ?? Number(char)) : 0
}
