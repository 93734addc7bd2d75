import type { IsoDate } from '../policy/index.ts'
import type { FactDefinition } from './fact.ts'

const dayMs = 86_400_000
const daysOfYear = 365

/** Days since 1970-01-01. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(date) / dayMs
}

export function dateOf(day: number): IsoDate {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** Whole months from one day to another, and the days beyond them as a fraction; exact on the same day of a month. */
export function monthsBetween(from: IsoDate, until: IsoDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [untilYear = 0, untilMonth = 0, untilDay = 0] = until.split('-').map(Number)
  const whole = (untilYear - fromYear) * 12 + untilMonth - fromMonth
  const anniversary = Math.min(fromDay, lastDayOf(untilYear, untilMonth))
  return whole + (untilDay - anniversary) / 31
}

/** The same day some months later, or the last day of that month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const newDay = Math.min(day, lastDayOf(newYear, newMonth))
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`
}

/** The time between two days as a fact counts it: in years of 365 days, else in months. */
export function spanBetween(from: IsoDate, until: IsoDate, fact: FactDefinition): number {
  return isInYears(fact) ? (dayNumber(until) - dayNumber(from)) / daysOfYear : monthsBetween(from, until)
}

/** The day some time later, as a fact counts it. */
export function addSpan(date: IsoDate, count: number, fact: FactDefinition): IsoDate {
  return isInYears(fact) ? dateOf(dayNumber(date) + count * daysOfYear) : addMonths(date, count)
}

function isInYears(fact: FactDefinition): boolean {
  return fact.type === 'number' && fact.yearsSince !== undefined
}

export function nextDay(date: IsoDate): IsoDate {
  return dateOf(dayNumber(date) + 1)
}

export function previousDay(date: IsoDate): IsoDate {
  return dateOf(dayNumber(date) - 1)
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
