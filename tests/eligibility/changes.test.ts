import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CompanyProfile, changesBetween } from '../../src/eligibility/index.ts'
import { isApplicable, type Policy, standingOf } from '../../src/policy/index.ts'
import { assessor, policies, randomFirm } from './real-eligibility.ts'
import { assessorOf, policyWith } from './sample-eligibility.ts'

const clause = 'who'
const small = { fact: 'employees', atMost: 300, clause } as const
const sample = (changes: Partial<Policy>) => policyWith(small, [], changes)

function changes(policy: Policy, from: string, until: string, profile?: CompanyProfile) {
  const firm = profile && { profile, locale: 'zh-CN' as const }
  return changesBetween(assessorOf([policy]), [policy], from, until, firm)
}
const said = (policy: Policy, from: string, until: string) =>
  changes(policy, from, until).policies.map(({ policyId: _, ...change }) => Object.values(change).join(' '))

describe('between two days', () => {
  const limited = sample({ effectiveFrom: '2025-05-01', effectiveUntil: '2026-04-30' })
  test.each<[string, Policy, string, string, string[]]>([
    [
      'a policy begins and ends',
      limited,
      '2025-01-01',
      '2026-12-31',
      ['policy-began 2025-05-01', 'policy-ended 2026-05-01'],
    ],
    ['the first day itself is no change', limited, '2025-05-01', '2026-04-30', []],
    ['the last day is', limited, '2025-04-30', '2026-05-01', ['policy-began 2025-05-01', 'policy-ended 2026-05-01']],
    [
      'it is superseded',
      sample({ effectiveUntil: '2026-04-30', supersededBy: 'newer' }),
      '2026-01-01',
      '2026-12-31',
      ['policy-superseded 2026-05-01 newer'],
    ],
    [
      'it begins when it was published, not before',
      sample({ effectiveFrom: '2025-01-01', publishedOn: '2025-03' }),
      '2024-01-01',
      '2026-01-01',
      ['policy-began 2025-03-01'],
    ],
    ['a draft never begins', sample({ status: 'draft', effectiveFrom: '2025-01-01' }), '2024-01-01', '2026-01-01', []],
    ['a clause begins', sample({}), '2026-06-01', '2027-06-01', ['clause-began 2027-01-01 later']],
    [
      'a clause of a policy that has ended does not',
      sample({ effectiveUntil: '2026-12-31' }),
      '2026-06-01',
      '2027-06-01',
      ['policy-ended 2027-01-01'],
    ],
    [
      'a window opens and closes',
      sample({ windows: [{ name: '2026', from: '2026-03-01', until: '2026-04-30', clause }] }),
      '2026-01-01',
      '2026-12-31',
      ['window-opened 2026-03-01 who 2026', 'window-closed 2026-05-01 who 2026'],
    ],
  ])('%s', (_, policy, from, until, expected) => expect(said(policy, from, until)).toEqual(expected))
})

describe('for a firm', () => {
  const firm = { employees: { value: 42 } }
  test('a verdict changes because the policy ended', () => {
    const { verdicts } = changes(sample({ effectiveUntil: '2026-04-30' }), '2026-01-01', '2026-12-31', firm)
    expect(verdicts).toMatchObject([
      {
        from: 'eligible',
        to: 'ineligible',
        date: '2026-05-01',
        changes: [{ kind: 'policy-ended' }],
        findings: [{ from: null, to: 'unmet', text: '政策已过有效期' }],
      },
    ])
  })

  test('a verdict changes because a clause began', () => {
    const policy = policyWith({ all: [small, { fact: 'rdRatio', atLeast: 0.05, clause: 'later' }] })
    expect(changes(policy, '2026-01-01', '2027-12-31', firm).verdicts).toMatchObject([
      {
        from: 'eligible',
        to: 'undetermined',
        date: '2027-01-01',
        changes: [{ kind: 'clause-began', anchor: 'later' }],
        findings: [{ from: null, to: 'unknown' }],
      },
    ])
  })

  test('a verdict changes because time passed', () => {
    const policy = policyWith({ fact: 'monthsEstablished', atLeast: 36, clause })
    expect(
      changes(policy, '2026-01-01', '2027-12-31', { establishedOn: { value: '2024-02-29' } }).verdicts,
    ).toMatchObject([
      {
        from: 'ineligible',
        to: 'eligible',
        date: '2027-02-28',
        changes: [],
        findings: [{ from: 'unmet', to: 'met', text: '成立时长：须不低于36个月，现为36个月' }],
      },
    ])
  })

  test('nothing changes where the verdict is the same', () => {
    expect(changes(sample({}), '2026-01-01', '2026-12-31', firm).verdicts).toEqual([])
  })
})

const day = fc
  .integer({ min: 19_700, max: 20_900 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10))

test('the changes of a span are those of its two parts', () => {
  fc.assert(
    fc.property(fc.tuple(day, day, day), (days) => {
      const [from = '', middle = '', until = ''] = days.toSorted()
      const of = (a: string, b: string) => changesBetween(assessor, policies, a, b).policies
      expect(of(from, until)).toEqual([...of(from, middle), ...of(middle, until)])
    }),
  )
})

test('a policy applies at the end where it applied at the beginning and nothing is said of it', () => {
  fc.assert(
    fc.property(fc.tuple(day, day), (days) => {
      const [from = '', until = ''] = days.toSorted()
      const told = new Set(
        changesBetween(assessor, policies, from, until)
          .policies.filter(({ kind }) => kind.startsWith('policy'))
          .map(({ policyId }) => policyId),
      )
      const turned = policies.filter(
        (policy) => isApplicable(standingOf(policy, from)) !== isApplicable(standingOf(policy, until)),
      )
      expect(turned.filter(({ id }) => !told.has(id))).toEqual([])
    }),
  )
})

test('every verdict that differs is told, with a day on which it turned', () => {
  fc.assert(
    fc.property(fc.tuple(day, day), fc.integer(), (days, seed) => {
      const [from = '', until = ''] = days.toSorted()
      const { more: profile } = randomFirm(seed)
      const { verdicts } = changesBetween(assessor, policies, from, until, { profile, locale: 'en' })
      const verdictOn = (id: string, on: string) => assessor.assess(id, profile, on, 'en').verdict
      const differing = policies.filter(({ id, rule }) => rule && verdictOn(id, from) !== verdictOn(id, until))
      expect(verdicts.map(({ policyId }) => policyId).toSorted()).toEqual(differing.map(({ id }) => id).toSorted())
      for (const { policyId, date, from: was } of verdicts) expect(verdictOn(policyId, date)).not.toBe(was)
    }),
    { numRuns: 6 },
  )
})
