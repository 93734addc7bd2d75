import type { IsoDate, Locale } from '../policy/index.ts'
import { dateOf } from './calendar.ts'
import type { CompiledFact } from './compile-catalogue.ts'
import type { FactDefinition, Unit } from './fact.ts'
import english from './wording/en.json' with { type: 'json' }
import chinese from './wording/zh-CN.json' with { type: 'json' }

type Code = keyof typeof chinese
const templates: Readonly<Record<Locale, Readonly<Record<Code, string>>>> = { 'zh-CN': chinese, en: english }

/** Fills a template of a language. */
export function word(locale: Locale, code: Code, values: Readonly<Record<string, string>> = {}): string {
  return templates[locale][code].replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

export function labelOf({ label }: FactDefinition, locale: Locale): string {
  return locale === 'en' ? label.en : label.zh
}

/** A number with its unit as people write it: 3600万元, 7%, 42人. */
export function sayAmount(value: number, unit: Unit, locale: Locale): string {
  if (unit === 'ratio') return word(locale, 'unit.ratio', { value: sayNumber(value * 100) })
  if (unit === 'months' && isCounted(value)) return sayBrokenMonths(value, locale)
  if (unit !== 'yuan') return word(locale, `unit.${unit}`, { value: sayNumber(value) })
  if (locale === 'en') return word(locale, 'unit.yuan', { value: Math.round(value).toLocaleString('en') })
  const size = Math.abs(value)
  if (size >= 1e8) return word(locale, 'unit.hundred-million-yuan', { value: sayNumber(value / 1e8) })
  if (size >= 1e4) return word(locale, 'unit.ten-thousand-yuan', { value: sayNumber(value / 1e4) })
  return word(locale, 'unit.yuan', { value: sayNumber(value) })
}

/** Whether months were counted between two days, the days beyond them as 31sts. */
function isCounted(months: number): boolean {
  return !Number.isInteger(months) && Math.abs(months * 31 - Math.round(months * 31)) < 1e-6
}

function sayBrokenMonths(months: number, locale: Locale): string {
  return months < 1
    ? word(locale, 'unit.part-month')
    : word(locale, 'unit.months-over', { value: String(Math.floor(months)) })
}

function sayNumber(value: number): string {
  return String(Number(value.toFixed(value >= 1000 ? 2 : 4)))
}

const dateFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

export function sayDate(date: IsoDate, locale: Locale): string {
  return dateFormats[locale].format(Date.parse(date))
}

/** A number of a fact, or a day for a date. */
export function sayValue({ definition }: CompiledFact, value: number, locale: Locale): string {
  if (definition.type === 'date') return sayDate(dateOf(value), locale)
  return sayAmount(value, definition.type === 'number' ? definition.unit : 'count', locale)
}
