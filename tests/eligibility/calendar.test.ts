import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, dateOf, dayNumber, monthsBetween, nextDay, previousDay } from '../../src/eligibility/calendar.ts'

describe('months between two days', () => {
  test.each<[string, string, number]>([
    ['2023-03-01', '2026-03-01', 36],
    ['2023-03-01', '2026-02-28', 36 - 1 + 27 / 31],
    ['2023-03-01', '2026-03-02', 36 + 1 / 31],
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2023-01-31', '2023-02-27', 1 - 1 / 31],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2028-02-29', 48],
    ['2024-02-29', '2028-02-28', 48 - 1 / 31],
    ['2024-12-31', '2025-01-01', 1 / 31],
    ['2024-05-20', '2024-05-20', 0],
  ])('%s to %s: %d', (from, until, months) => expect(monthsBetween(from, until)).toBeCloseTo(months, 10))

  const day = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2060-01-01') })

  test('grow with every day, and shrink with a later beginning', () => {
    fc.assert(
      fc.property(day, day, (from, until) => {
        expect(monthsBetween(dateOf(from), dateOf(until + 1))).toBeGreaterThan(
          monthsBetween(dateOf(from), dateOf(until)),
        )
        expect(monthsBetween(dateOf(from + 1), dateOf(until))).toBeLessThanOrEqual(
          monthsBetween(dateOf(from), dateOf(until)),
        )
      }),
    )
  })

  test('are complete on the day that adding them gives, and not the day before', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const reached = addMonths(dateOf(from), months)
        expect(monthsBetween(dateOf(from), reached)).toBe(months)
        expect(monthsBetween(dateOf(from), previousDay(reached))).toBeLessThan(months)
      }),
    )
  })
})

describe('some months later', () => {
  test.each<[string, number, string]>([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2024-12-15', 1, '2025-01-15'],
    ['2024-03-15', -3, '2023-12-15'],
    ['2024-05-20', 0, '2024-05-20'],
  ])('%s + %d is %s', (date, months, later) => expect(addMonths(date, months)).toBe(later))
})

test.each([
  ['2024-02-28', '2024-02-29'],
  ['2023-02-28', '2023-03-01'],
  ['2025-12-31', '2026-01-01'],
])('%s comes right before %s', (before, after) => {
  expect(nextDay(before)).toBe(after)
  expect(previousDay(after)).toBe(before)
})
