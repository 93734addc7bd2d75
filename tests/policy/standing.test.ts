import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isApplicable, isWithin, Standing, standingOf } from '../../src/policy/index.ts'

const limited = {
  publishedOn: null,
  status: 'in-force',
  effectiveFrom: '2025-05-01',
  effectiveUntil: '2027-04-30',
} as const
const open = { status: 'in-force', publishedOn: null, effectiveFrom: null, effectiveUntil: null } as const
/** Takes effect before it is published, as tax rules do. */
const published = { ...open, effectiveFrom: '2026-01-01', publishedOn: '2026-03-15' } as const

describe('a policy on a day', () => {
  test.each([
    ['not yet in force the day before it starts', limited, '2025-04-30', 'not-yet'],
    ['in force on its first day', limited, '2025-05-01', 'in-force'],
    ['in force on its last day', limited, '2027-04-30', 'in-force'],
    ['expired the day after', limited, '2027-05-01', 'expired'],
    [
      'superseded the day after, where a newer one exists',
      { ...limited, supersededBy: 'newer' },
      '2027-05-01',
      'superseded',
    ],
    [
      'in force on its last day although a newer one exists',
      { ...limited, supersededBy: 'newer' },
      '2027-04-30',
      'in-force',
    ],
    ['in force on any day where it has no dates', open, '1999-01-01', 'in-force'],
    ['unverified between its dates', { ...limited, status: 'unverified' }, '2026-01-01', 'unverified'],
    ['expired after its dates, also when unverified', { ...limited, status: 'unverified' }, '2027-05-01', 'expired'],
    [
      'not yet in force before its dates, also when unverified',
      { ...limited, status: 'unverified' },
      '2025-04-30',
      'not-yet',
    ],
    ['not yet in force the day before it is published', published, '2026-03-14', 'not-yet'],
    ['in force from the day it is published', published, '2026-03-15', 'in-force'],
    ['in force in the month it is published', { ...open, publishedOn: '2026-03' }, '2026-03-01', 'in-force'],
    ['not yet in force the month before', { ...open, publishedOn: '2026-03' }, '2026-02-28', 'not-yet'],
    ['in force in the year it is published', { ...open, publishedOn: '2026' }, '2026-01-01', 'in-force'],
    ['not yet in force the year before', { ...open, publishedOn: '2026' }, '2025-12-31', 'not-yet'],
    ['a draft, whatever its dates', { ...limited, status: 'draft' }, '2026-01-01', 'draft'],
    ['historical, whatever its dates', { ...limited, status: 'historical' }, '2026-01-01', 'historical'],
    [
      'superseded when historical with a newer one',
      { ...open, status: 'historical', supersededBy: 'newer' },
      '2026-01-01',
      'superseded',
    ],
  ] as const)('is %s', (_, policy, asOf, expected) => {
    expect(standingOf(policy, asOf)).toBe(expected)
  })

  test.each(Standing.options)('that is %s is presented as applying only when in force or unverified', (standing) => {
    expect(isApplicable(standing)).toBe(['in-force', 'unverified'].includes(standing))
  })
})

describe('laws of standing', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const policy = fc.record({
    status: fc.constantFrom('in-force', 'draft', 'historical', 'unverified'),
    publishedOn: fc.option(day),
    effectiveFrom: fc.option(day),
    effectiveUntil: fc.option(day),
    supersededBy: fc.option(fc.constant('newer')),
  })

  test('a policy has exactly one standing on every day', () => {
    fc.assert(fc.property(policy, day, (one, asOf) => Standing.options.includes(standingOf(one, asOf))))
  })

  test('an expired, superseded, future or draft policy is never shown as applying', () => {
    fc.assert(
      fc.property(policy, day, (one, asOf) => {
        const applies = isApplicable(standingOf(one, asOf))
        const isDead = one.status === 'draft' || one.status === 'historical'
        const isKnown = !one.publishedOn || one.publishedOn <= asOf
        expect(applies).toBe(
          !isDead && isKnown && isWithin({ from: one.effectiveFrom, until: one.effectiveUntil }, asOf),
        )
      }),
    )
  })
})
