import { dayAfter } from '../../policy/index.ts'
/** A span of calendar days, first and last as ISO dates. */
export interface Days {
  readonly from: string
  readonly until: string
}

/** Months of a part of the year, first and last. */
const partsOfYear: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 3],
  中: [5, 8],
  底: [10, 12],
  末: [10, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
}
const partsOfMonth: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  上旬: [1, 10],
  中: [11, 20],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
}

export function wholeYears(first: number, last = first): Days {
  return { from: `${first}-01-01`, until: `${last}-12-31` }
}

export function partOfYear(year: number, part: string): Days {
  const [first, last] = partsOfYear[part] ?? [1, 12]
  return { from: dayOf(year, first, 1), until: dayOf(year, last, daysIn(year, last)) }
}

/** A month, or the days of it that 初, 中旬 or 底 name. */
export function partOfMonth(year: number, month: number, part = ''): Days | null {
  if (month < 1 || month > 12) return null
  const [first, last] = partsOfMonth[part] ?? [1, 31]
  return { from: dayOf(year, month, first), until: dayOf(year, month, Math.min(last, daysIn(year, month))) }
}

export function singleDay(year: number, month: number, day: number): Days | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  const iso = dayOf(year, month, day)
  return { from: iso, until: iso }
}

/** The week some weeks after that of a day, from Monday to Sunday, or the day of it that 一 to 日 names. */
export function weekOf(iso: string, weeks: number, weekDay?: string): Days {
  const monday = dayAfter(iso, weeks * 7 - ((new Date(iso).getUTCDay() + 6) % 7))
  if (!weekDay) return { from: monday, until: dayAfter(monday, 6) }
  const day = dayAfter(monday, Math.min('一二三四五六日天'.indexOf(weekDay), 6))
  return { from: day, until: day }
}

/** The quarter some quarters after that of a day. */
export function quarterOf(iso: string, quarters: number): Days {
  const { year, month } = monthAfter(iso, quarters * 3)
  return partOfYear(year, `${'一二三四'[Math.floor((month - 1) / 3)]}季度`)
}

/** Year and month some months after those of a day. */
export function monthAfter(iso: string, months: number): { year: number; month: number } {
  const count = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  return { year: Math.floor(count / 12), month: (count % 12) + 1 }
}

function dayOf(year: number, month: number, day: number): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-')
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
