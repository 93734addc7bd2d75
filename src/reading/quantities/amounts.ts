import { type Numeral, readNumeral } from './numeral.ts'
import { matchAt } from './numeral-pieces.ts'
import { closed, exactly, type Interval, negated, type QuantityKind, scaled, shifted } from './quantity.ts'
import { addTail } from './tails.ts'
import { isNominal, readUnit, type Unit } from './units.ts'

/** A number with its unit in a plain text, before the words around it are read. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly kind: QuantityKind
  readonly unit: string | null
  readonly interval: Interval
  readonly isApproximate: boolean
  /** What its unit multiplies, and the units of its numeral: for a bare number before 到, which shares them. */
  readonly factor: number
  readonly multipliers: readonly number[]
  readonly isBare: boolean
  /** 百, 千万: counts only in company. */
  readonly isUnitLed: boolean
  /** Chinese digits that may well be part of a word; only a range makes them a number. */
  readonly isWeak: boolean
}

const opening = /好几|大几|小几|[零〇一二两三四五六七八九十百千万亿几数半廿卅俩仨]|\d|\.\d/g
const currencyBefore = /(?:人民币|RMB|CNY|¥) ?$/
const foreignBefore = /(?:US\$|\$|USD|港币|美金|新台币|台币|日币) ?$/
const share = /一半(?!以?外|是火)|半数|(?<=过)半(?![年个天月])|百分百/y
const level = /[元块]?级(?!别)/y

/** Every number of a plain text with its unit, from left to right. */
export function readAmounts(text: string): Amount[] {
  const amounts: Amount[] = []
  let at = 0
  for (;;) {
    opening.lastIndex = at
    const match = opening.exec(text)
    if (!match) return amounts
    const amount = readAmount(text, match.index, at)
    if (amount) amounts.push(amount)
    at = amount?.end ?? match.index + 1
    if (!amount && /\d/.test(match[0])) while (/[\d.]/.test(text[at] ?? '')) at += 1
  }
}

function readAmount(text: string, start: number, free: number): Amount | null {
  const part = matchAt(share, text, start)
  if (part) return plainRatio(start, start + part[0].length, exactly(part[0] === '百分百' ? 1 : 0.5))
  const numeral = readNumeral(text, start)
  if (!numeral) return null
  const sign = /(?:负|(?<![\d)\w-])-) ?$/.exec(text.slice(Math.max(free, start - 2), start))?.[0] ?? ''
  const isNegative = sign !== '' && !(free > 0 && start - sign.length === free && sign.startsWith('-'))
  const amount = readFraction(text, start, numeral) ?? readCounted(text, start, numeral)
  if (!amount || !isNegative) return amount
  return { ...amount, start: start - sign.length, interval: negated(amount.interval), isWeak: false }
}

/** 百分之七, 五分之一, 三又二分之一. */
function readFraction(text: string, start: number, whole: Numeral): Amount | null {
  if (text[whole.end] === '又') {
    const below = readNumeral(text, whole.end + 1)
    const rest = below && readFraction(text, whole.end + 1, below)
    if (!rest?.interval.low || whole.isRough) return null
    return { ...rest, start, kind: 'number', interval: shifted(whole.interval, rest.interval.low) }
  }
  const above = text.startsWith('分之', whole.end) ? readNumeral(text, whole.end + 2) : null
  if (!above || !whole.interval.low || whole.isRough) return null
  const factor = 1 / whole.interval.low
  return { ...plainRatio(start, above.end, scaled(above.interval, factor)), isApproximate: above.isRough, factor }
}

function plainRatio(start: number, end: number, interval: Interval): Amount {
  const flags = { isApproximate: false, isBare: false, isUnitLed: false, isWeak: false }
  return { start, end, kind: 'ratio', unit: null, interval, factor: 1, multipliers: [], ...flags }
}

function readCounted(text: string, start: number, numeral: Numeral): Amount | null {
  const { interval, isRough, isUnitLed, multipliers, end } = numeral
  const common = { isApproximate: isRough, isUnitLed: isUnitLed && !isRough, multipliers }
  if (isUnitLed && matchAt(level, text, end)) return levelOf(text, start, numeral)
  const before = text.slice(Math.max(0, start - 5), start)
  const isPlus = text[end] === '+'
  const unit =
    readUnit(text, end + Number(isPlus), interval.low ?? 0) ?? currencyOf(before, end) ?? ownMeasure(text, end)
  if (!unit) return bareAmount(text, start, numeral)
  const [prefix = ''] = unit.kind === 'money' || unit.name === '$' ? (currencyBefore.exec(before) ?? []) : []
  const [foreign] = unit.kind === 'money' ? (foreignBefore.exec(before) ?? []) : []
  const valued = addTail(text, unit, withAddition(isPlus ? { ...interval, high: null } : interval, unit))
  return {
    ...common,
    start: start - prefix.length,
    end: valued.end,
    kind: foreign ? 'number' : unit.kind,
    unit: foreign?.trim() ?? nameOf(unit, text.slice(start, unit.end)),
    interval: valued.interval,
    isApproximate: isRough || unit.addition === 'more' || unit.addition === 'around' || valued.isRough,
    factor: unit.factor,
    isBare: false,
    isWeak: false,
  }
}

/** 俩 and 仨 hold their measure: 招了仨. */
function ownMeasure(text: string, end: number): Unit | null {
  return /[俩仨]/.test(text[end - 1] ?? '') ? { kind: 'number', name: '个', factor: 1, end, addition: null } : null
}

/** ¥300 and $20 carry their unit in front. */
function currencyOf(before: string, end: number): Unit | null {
  const [foreign] = foreignBefore.exec(before) ?? []
  const [name] = foreign ? [foreign] : (currencyBefore.exec(before) ?? [])
  if (!name) return null
  return { kind: foreign ? 'number' : 'money', name: name.trim(), factor: 1, end, addition: null }
}

/** 万元 of 50万元, 万块 of 3万块钱, and 人 of 50人. */
function nameOf(unit: Unit, typed: string): string | null {
  if (unit.kind !== 'money' || !unit.name) return unit.name
  const [scale = ''] = /[万亿](?=[元圆块])/.exec(typed) ?? []
  return scale + unit.name
}

function withAddition(interval: Interval, { addition, factor }: Unit): Interval {
  const { low, high } = interval
  switch (addition) {
    case 'half':
      return scaled(shifted(interval, 0.5), factor)
    case 'more':
      return scaled({ low, lowOpen: true, high: high === null ? null : high + 1, highOpen: true }, factor)
    case 'around':
      return scaled(low === null || high === null ? interval : closed(low * 0.9, high * 1.5), factor)
    case null:
      return scaled(interval, factor)
  }
}

/** 千万级: from ten million to ten times as much. */
function levelOf(text: string, start: number, numeral: Numeral): Amount {
  const low = numeral.interval.low ?? 0
  const end = numeral.end + (matchAt(level, text, numeral.end)?.[0].length ?? 0)
  const base = plainRatio(start, end, { ...closed(low, low * 10), highOpen: true })
  return { ...base, kind: 'money', unit: text.slice(numeral.end, end), isApproximate: true }
}

function bareAmount(text: string, start: number, numeral: Numeral): Amount | null {
  const { end, interval, isRough, isArabic, isPlain, isUnitLed, hasScale, multipliers } = numeral
  if (isNominal(text, end) && isPlain) return null
  const isAlone = !numeral.isUnitOnly && standsAlone(text, start, end)
  const isWeak = !isArabic && (isPlain || text.slice(start, end) === '十') && !isAlone
  const flags = { isApproximate: isRough, isBare: true, isUnitLed: isUnitLed && !isRough && !isAlone, isWeak }
  const [unit = null] = hasScale ? (/[万亿wW](?!.*[万亿wW])/.exec(text.slice(start, end)) ?? []) : []
  return { start, end, kind: hasScale ? 'money' : 'number', unit, interval, factor: 1, multipliers, ...flags }
}

const wordBefore = /[\p{Letter}](?<![是有为共达在约])$/u
const wordAfter = /^[\p{Letter}](?<![的这那是不吗呢吧了左上以])/u

/** Whether Chinese digits are a word of their own: 这是五那是四, but not 四川. */
function standsAlone(text: string, start: number, end: number): boolean {
  return !wordBefore.test(text.slice(Math.max(0, start - 1), start)) && !wordAfter.test(text.slice(end, end + 1))
}
