import { describe, expect, test } from 'vitest'
import { keyFailures, matchReasons, parseProfile } from '../../src/eligibility/index.ts'
import type { Rule } from '../../src/policy/index.ts'
import { isIndustry, assessor as real, catalogue as realCatalogue } from './real-eligibility.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const clause = 'who'

function gapsOf(rule: Rule, profile: Readonly<Record<string, unknown>>) {
  const { distance } = assessorOf([policyWith(rule)]).assess('sample-loan', profileOf(profile), asOf, 'en')
  return distance?.gaps.map(({ fact, by }) => [fact, by])
}

function profileOf(values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value: value as number }]))
}

describe('of alternatives that all fail, the distance is that of the nearest:', () => {
  const assess = (id: string, profile: Readonly<Record<string, unknown>>) =>
    real.assess(id, parseProfile(profile, realCatalogue, asOf, 'zh-CN', isIndustry).profile, asOf, 'zh-CN')

  test('a figure that is short, not a band meant for others', () => {
    const { distance } = assess('high-tech-enterprise', { revenue: 200_000_000, rdRatio3y: 0.039 })
    expect(distance).toEqual({ unmet: 1, gaps: [{ fact: 'rdRatio3y', anchor: 'rd-ratio-middle', by: 0.001 }] })
  })

  test('the layoff rate of small firms for a small firm', () => {
    const assessment = assess('unemployment-insurance-refund', {
      entityType: 'company',
      unemploymentPaidMonths: 12,
      insuredEmployees: 30,
      layoffRate: 0.201,
    })
    expect(assessment.distance?.gaps).toEqual([{ fact: 'layoffRate', anchor: 'layoff-small', by: 0.001 }])
    expect(keyFailures(assessment).map((one) => one.clause?.anchor)).toEqual(['layoff-small'])
    expect(matchReasons(assessment, String).unmet).toEqual(['上年度裁员率：须不超过20%，现为20.1%，超出0.1%'])
  })

  test('the hires of small firms for a firm of exactly 100 people', () => {
    const { distance } = assess('startup-guaranteed-loan', {
      entityType: 'company',
      founderGroup: 'none',
      startupLoanTimes: 0,
      sizeClass: 'small',
      employees: 100,
      keyGroupHireRatio: 0.099,
      hireContractMonths: 12,
      hasArrears: false,
    })
    expect(distance?.gaps).toEqual([{ fact: 'keyGroupHireRatio', anchor: 'hire-ratio-small', by: 0.001 }])
  })

  test('a figure rather than a kind', () => {
    const rule: Rule = {
      any: [
        { fact: 'place', is: 'changning', clause },
        { fact: 'employees', atLeast: 100, clause },
      ],
    }
    expect(gapsOf(rule, { place: 'shanghai', employees: 10 })).toEqual([['employees', 90]])
  })

  test('the smaller gap for its bound', () => {
    const rule: Rule = {
      any: [
        { fact: 'employees', atLeast: 20, clause },
        { fact: 'revenue', atLeast: 10_000_000, clause },
      ],
    }
    expect(gapsOf(rule, { employees: 10, revenue: 9_000_000 })).toEqual([['revenue', 1_000_000]])
  })
})

describe('a gap is the least change that keeps the bound:', () => {
  test.each<[Rule, Readonly<Record<string, unknown>>, [string, number | null]]>([
    [{ fact: 'patents', below: 3, clause }, { patents: 3 }, ['patents', 1]],
    [{ fact: 'patents', above: 5, clause }, { patents: 3 }, ['patents', 3]],
    [{ fact: 'rdRatio', above: 0.05, clause }, { rdRatio: 0.05 }, ['rdRatio', 0]],
    [{ fact: 'rdRatio', atLeast: 0.05, clause }, { rdExpense: 1, revenue: 300 }, ['rdRatio', 0.046667]],
    [{ fact: 'monthsEstablished', atMost: 24, clause }, { establishedOn: '2024-08-31' }, ['establishedOn', 1]],
    [{ fact: 'monthsEstablished', below: 24, clause }, { establishedOn: '2024-09-01' }, ['establishedOn', 1]],
    [{ fact: 'monthsEstablished', atLeast: 36, clause }, { establishedOn: '2024-03-31' }, ['establishedOn', 211]],
    [{ fact: 'monthsEstablished', atLeast: 36, clause }, { monthsEstablished: 30 }, ['monthsEstablished', 6]],
    [{ fact: 'place', is: 'changning', clause }, { place: 'shanghai' }, ['place', null]],
    [
      { expression: 'patents * 10', label: { zh: '得分', en: 'score' }, atLeast: 60, clause },
      { patents: 4 },
      ['patents', 20],
    ],
    [
      { expression: 'patents + employees', label: { zh: '得分', en: 'score' }, atLeast: 60, clause },
      { patents: 4, employees: 6 },
      ['score', 50],
    ],
  ])('%j with %j', (rule, profile, gap) => {
    expect(gapsOf(rule, profile)).toEqual([gap])
  })
})
