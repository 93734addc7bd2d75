import { expect, test } from 'vitest'
import { assessor } from './real-eligibility.ts'
import { assessorOf, policyWith } from './sample-eligibility.ts'

const rule = { fact: 'employees', atMost: 300, clause: 'who' }
const assess = (changes: Parameters<typeof policyWith>[2], asOf: string, employees = 42) =>
  assessorOf([policyWith(rule, [{ type: 'loan', label: '贷款', cap: 300, clause: 'amount' }], changes)]).assess(
    'sample-loan',
    { employees: { value: employees } },
    asOf,
    'zh-CN',
  )

test('an unverified policy says in its open reviews why it is undetermined', () => {
  const { verdict, openReviews } = assess({ status: 'unverified' }, '2026-09-01')
  expect(verdict).toBe('undetermined')
  expect(openReviews).toEqual([{ anchor: 'standing', text: '政策现在是否仍在执行还没有核实' }])
})

test('a rule that was not published yet says from when it applies', () => {
  const { findings, possibleFrom } = assessor.assess(
    'vat-small-scale',
    { vatStatus: { value: 'small-scale' }, usesThreePercentRate: { value: true }, sellsRealEstate: { value: false } },
    '2026-01-15',
    'zh-CN',
  )
  expect(findings[0]?.text).toBe('政策还没有发布；2026年1月30日发布后，自2026年1月1日起适用')
  expect(possibleFrom).toBe('2026-01-30')
})

test('a benefit of a policy that a firm cannot have is none', () => {
  expect(assess({}, '2026-09-01', 42).benefits).toMatchObject([{ outcome: 'met', amount: { max: 300 } }])
  expect(assess({}, '2026-09-01', 301).benefits).toMatchObject([{ outcome: 'unmet', amount: null, steps: [] }])
})

test.each([
  ['2025-06-01', 'upcoming'],
  ['2026-03-01', 'open'],
  ['2026-11-26', 'closed'],
])('on %s the last round of the key little giant grant is %s', (asOf, state) => {
  expect(assessor.assess('key-little-giant-grant', {}, asOf, 'zh-CN').window?.state).toBe(state)
})

test('a year of 365 days is over a day before the anniversary where a leap day lies between', () => {
  const yearOn = (asOf: string) => {
    const { findings } = assessor.assess('high-tech-enterprise', { establishedOn: { value: '2027-03-01' } }, asOf, 'en')
    return findings.find(({ clause }) => clause?.anchor === 'one-year')?.outcome
  }
  expect([yearOn('2028-02-28'), yearOn('2028-02-29')]).toEqual(['unmet', 'met'])
})

test('hires of a tenth are enough whatever the number of employees', () => {
  const { missingFacts } = assessor.assess(
    'startup-guaranteed-loan',
    { sizeClass: { oneOf: ['small', 'micro'] }, keyGroupHireRatio: { value: 0.15 } },
    '2026-09-01',
    'en',
  )
  expect(missingFacts).not.toContain('employees')
})
