import { expect, test } from 'vitest'
import type { Policy } from '../../src/policy/index.ts'
import { policyDates } from '../../src/server/policy-dates.ts'
import { blankPolicy } from '../blank-policy.ts'

const asOf = '2026-11-23'

test.each([
  ['ends in 60 days', null, '2027-01-22', 'closing'],
  ['ends today', '2026-01-01', asOf, 'closing'],
  ['ends in 61 days', null, '2027-01-23', null],
  ['ended yesterday', null, '2026-11-22', null],
  ['has no end', '2026-01-01', null, null],
  ['begins tomorrow', '2026-11-24', null, 'opening'],
  ['begins in 61 days', '2027-01-23', null, null],
] as const)('a period that %s', (_title, from, until, expected) => {
  const { closing, opening } = policyDates(
    [policyWith({ windows: [{ name: '申报', from, until, clause: 'x' }] })],
    asOf,
  )
  expect({ closing: closing.length, opening: opening.length }).toEqual({
    closing: expected === 'closing' ? 1 : 0,
    opening: expected === 'opening' ? 1 : 0,
  })
})

test('the newest of the last year come first, and none that does not apply', () => {
  const policies = [
    policyWith({ id: 'older', publishedOn: '2026-01-19' }),
    policyWith({ id: 'newest', publishedOn: '2026-06' }),
    policyWith({ id: 'last-year', publishedOn: '2025-11-22' }),
    policyWith({ id: 'undated', publishedOn: null }),
    policyWith({ id: 'draft', publishedOn: '2026-06-18', status: 'draft' }),
    policyWith({ id: 'tomorrow', publishedOn: '2026-11-24' }),
  ]
  expect(policyDates(policies, asOf).newest.map(({ policyId }) => policyId)).toEqual(['newest', 'older'])
})

test('an expired policy has no period to keep', () => {
  const windows = [{ name: '申报', from: null, until: '2026-12-31', clause: 'x' }]
  expect(policyDates([policyWith({ windows, effectiveUntil: '2026-10-31' })], asOf).closing).toEqual([])
})

function policyWith(changes: Partial<Policy>): Policy {
  return { ...blankPolicy, clauses: [], status: 'in-force', ...changes }
}
