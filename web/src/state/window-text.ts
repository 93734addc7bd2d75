import { fill, formatDate } from '../wording/index.ts'
import { libraryWording } from '../wording/library/index.ts'
import { locale } from './preferences.ts'

export interface Period {
  readonly from: string | null
  readonly until: string | null
}

export type PeriodState = 'open' | 'upcoming' | 'closed'

export function periodState({ from, until }: Period, asOf: string): PeriodState {
  if (from !== null && asOf < from) return 'upcoming'
  return until !== null && until < asOf ? 'closed' : 'open'
}

/** 「2026年12月31日截止，还有38天」 */
export function periodText(period: Period, asOf: string): string {
  const words = libraryWording.value.periods
  const { from, until } = period
  const on = (date: string) => formatDate(date, locale.value)
  switch (periodState(period, asOf)) {
    case 'open':
      return until === null ? words.open : withDays(fill(words.openUntil, { until: on(until) }), daysLeft(asOf, until))
    case 'upcoming':
      return from === null
        ? words.upcoming
        : withDays(fill(words.upcomingFrom, { from: on(from) }), daysUntil(asOf, from))
    case 'closed':
      return until === null ? words.closed : fill(words.closedSince, { until: on(until) })
  }
}

function daysLeft(asOf: string, until: string): string {
  const { left, leftOne, lastDay } = libraryWording.value.days
  const count = daysBetween(asOf, until)
  if (count === 0) return lastDay
  return count === 1 ? leftOne : fill(left, { count })
}

function daysUntil(asOf: string, from: string): string {
  const words = libraryWording.value.days
  const count = daysBetween(asOf, from)
  return count === 1 ? words.untilOne : fill(words.until, { count })
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
}

function withDays(text: string, days: string): string {
  return fill(libraryWording.value.periods.withDays, { text, days })
}
