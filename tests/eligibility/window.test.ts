import { expect, test } from 'vitest'
import { windowOn } from '../../src/eligibility/window.ts'

const window = (name: string, from: string | null, until: string | null) => ({ name, from, until, clause: 'window' })
const windows = [
  window('2027', '2027-03-01', '2027-04-30'),
  window('2025', '2025-03-01', '2025-04-30'),
  window('2026', '2026-03-01', '2026-04-30'),
  window('2024', null, '2024-04-30'),
]

test.each([
  ['2026-02-28', '2026', 'upcoming'],
  ['2026-03-01', '2026', 'open'],
  ['2026-04-30', '2026', 'open'],
  ['2026-05-01', '2027', 'upcoming'],
  ['2027-04-30', '2027', 'open'],
  ['2027-05-01', '2027', 'closed'],
  ['2020-01-01', '2024', 'open'],
])('on %s the window of %s is %s', (day, name, state) => {
  expect(windowOn(windows, day)).toMatchObject({ name, state })
})

test('no window matters where there is none', () => expect(windowOn([], '2026-01-01')).toBeNull())

test('a window without an end stays open', () => {
  expect(windowOn([window('always', '2020-01-01', null)], '2099-01-01')?.state).toBe('open')
})
