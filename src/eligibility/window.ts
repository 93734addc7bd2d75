import { type ApplicationWindow, type IsoDate, isWithin } from '../policy/index.ts'
import type { Assessment } from './assessment.ts'

/** The window that matters on a day: the open one, else the next to open, else the last to have closed. */
export function windowOn(windows: readonly ApplicationWindow[], asOf: IsoDate): Assessment['window'] {
  const show = ({ name, from, until }: ApplicationWindow, state: NonNullable<Assessment['window']>['state']) => ({
    state,
    name,
    from,
    until,
  })
  const open = windows.find((window) => isWithin(window, asOf))
  if (open) return show(open, 'open')
  const upcoming = windows
    .filter(({ from }) => from !== null && from > asOf)
    .sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  if (upcoming[0]) return show(upcoming[0], 'upcoming')
  const closed = [...windows].sort((a, b) => (b.until ?? '').localeCompare(a.until ?? ''))
  return closed[0] ? show(closed[0], 'closed') : null
}
