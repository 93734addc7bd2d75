import type { Assessment } from '../contract.ts'
import { fill, formatDate } from '../wording/index.ts'
import { matchesWording } from '../wording/matches/index.ts'
import { locale } from './preferences.ts'

/** A day to be remembered. */
export interface CalendarDay {
  /** The same in every download, so that a second one replaces the first. */
  readonly uid: string
  /** ISO date. */
  readonly date: string
  readonly summary: string
  readonly description: string
}

/** The first and the last day of every period that is still to come, as of a day. */
export function calendarDays(assessments: readonly Assessment[], asOf: string): readonly CalendarDay[] {
  const words = matchesWording.value.calendar
  const days = assessments.flatMap(({ policyId, title, window }) => {
    if (window === null || window.state === 'closed') return []
    const description = fill(words.note, { name: window.name, asOf: formatDate(asOf, locale.value) })
    const on = (date: string | null, mark: 'opens' | 'closes') =>
      date === null || date < asOf
        ? []
        : [
            {
              uid: `${policyId}-${mark}-${date}@policy-navigator`,
              date,
              summary: fill(words[mark], { title }),
              description,
            },
          ]
    return [...on(window.from, 'opens'), ...on(window.until, 'closes')]
  })
  return days.toSorted((one, other) => one.date.localeCompare(other.date) || one.uid.localeCompare(other.uid))
}

/** An iCalendar file (RFC 5545) of whole days, which are the same day in every time zone. */
export function calendarText(days: readonly CalendarDay[], name: string, stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Policy Navigator//Changning//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    ...days.flatMap((day) => eventLines(day, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventLines({ uid, date, summary, description }: CalendarDay, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${plain(date)}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(date))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function plain(date: string): string {
  return date.replaceAll('-', '')
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

const longestLine = 75

/** Lines are cut after 75 bytes, never inside a character; the rest goes on after a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let text = ''
  let length = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (length + size > longestLine) {
      text += '\r\n '
      length = 1
    }
    text += character
    length += size
  }
  return text
}
