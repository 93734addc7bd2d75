import type { FactReply, FactValue } from '../contract.ts'
import { fill, formatDate, formatNumber, formatPercent, formatYuan, wording } from '../wording/index.ts'
import { industryLabel } from './industries.ts'
import { locale } from './preferences.ts'

/** What is known of a fact, in plain words: 42人, 70至80人, 可能是小型、微型. */
export function factText(fact: FactReply | undefined, value: FactValue): string {
  const words = wording.value.values
  if ('value' in value) return valueText(fact, value.value)
  if ('oneOf' in value) {
    const choices = value.oneOf.map((each) => valueText(fact, each)).join(words.separator)
    return fill(words.oneOf, { choices })
  }
  return boundsText(fact, value)
}

type Bounds = Extract<FactValue, { min?: unknown; max?: unknown }>
type Bound = number | string | undefined

function boundsText(fact: FactReply | undefined, { min, above, max, below }: Bounds): string {
  const words = wording.value.values
  const lower = min ?? above
  const upper = max ?? below
  if (lower === undefined && upper === undefined) return words.unknown
  const text = (bound: Bound) => (bound === undefined ? '' : valueText(fact, bound))
  if (typeof lower === 'string' || typeof upper === 'string') return datesText(lower, upper)
  if (upper === undefined) return fill(min === undefined ? words.above : words.atLeast, { value: text(lower) })
  if (lower === undefined) return fill(max === undefined ? words.below : words.atMost, { value: text(upper) })
  if (min !== undefined && min === max) return text(min)
  const both = { from: withoutUnit(fact, lower), to: text(upper) }
  return fill(min === undefined && max === undefined ? words.aboveBelow : words.between, both)
}

/** A whole year or month is worded as such. */
function datesText(lower: Bound, upper: Bound): string {
  const words = wording.value.values
  const [from, until] = [String(lower ?? ''), String(upper ?? '')]
  if (until === '') return fill(words.from, { value: formatDate(from, locale.value) })
  if (from === '') return fill(words.until, { value: formatDate(until, locale.value) })
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === `${year}-01-01` && until === `${year}-12-31`) return formatDate(year, locale.value)
  if (from === `${month}-01` && until === lastDayOf(month)) return formatDate(month, locale.value)
  return fill(words.between, { from: formatDate(from, locale.value), to: formatDate(until, locale.value) })
}

function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, number ?? 0, 0)).toISOString().slice(0, 10)
}

function valueText(fact: FactReply | undefined, value: number | boolean | string): string {
  const words = wording.value.values
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return quantityText(value, fact?.unit ?? null)
  if (fact?.type === 'industry') return industryLabel(fact.options, value)
  const option = fact?.options.find((each) => each.value === value)
  if (option !== undefined) return option.label
  return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, locale.value) : value
}

export function quantityText(value: number, unit: FactReply['unit']): string {
  const words = wording.value.values
  if (unit === 'yuan') return formatYuan(value, locale.value, words.yuan)
  if (unit === 'ratio') return formatPercent(value, locale.value)
  const count = formatNumber(value, locale.value)
  return unit === null ? count : fill((value === 1 ? words.unit : words.units)[unit], { count })
}

/** The lower end of a range needs no unit of its own: 70至80人. */
function withoutUnit(fact: FactReply | undefined, value: number): string {
  const unit = fact?.unit ?? null
  return unit === 'yuan' || unit === 'ratio' ? quantityText(value, unit) : formatNumber(value, locale.value)
}
