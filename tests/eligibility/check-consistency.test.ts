import { describe, expect, test } from 'vitest'
import { parseProfile } from '../../src/eligibility/index.ts'
import { asOf, catalogue, industries, isIndustry } from './real-eligibility.ts'

const problemsOf = (input: Readonly<Record<string, unknown>>, locale: 'zh-CN' | 'en' = 'en') =>
  parseProfile(input, catalogue, asOf, locale, isIndustry, industries).problems.map(({ message }) => message)

describe('facts that cannot hold together:', () => {
  test.each<[Readonly<Record<string, unknown>>, string]>([
    [
      { techStaff: 20, employees: 10 },
      '"science and technology staff" (techStaff) 20 cannot be more than "employees" (employees) 10; please check',
    ],
    [
      { mainRevenue: { min: 300 }, revenue: { below: 200 } },
      '"main business revenue of last year" (mainRevenue) {"min":300} cannot be more than "revenue of last year" (revenue) {"below":200}; please check',
    ],
    [
      { rdRatio: 0.1, rdExpense: 5, revenue: 100 },
      '"R&D as a share of revenue, last year" (rdRatio) 0.1 does not agree with "R&D expense of last year" (rdExpense) 5 and "revenue of last year" (revenue) 100, which make 5%; please check',
    ],
    [
      { monthsEstablished: 14, establishedOn: '2020-01-01' },
      '"time since establishment" (monthsEstablished) 14 does not agree with "date of establishment" (establishedOn) "2020-01-01"; please check',
    ],
    [
      { sizeClass: 'micro', industry: 'I65', employees: 200, revenue: 50_000_000 },
      '"size class" (sizeClass) "micro" is not the size that the standard gives for "industry" (industry) "I65", "employees" (employees) 200, "revenue of last year" (revenue) 50000000; please check',
    ],
    [{ employees: 10.5 }, '"employees" (employees) must be a whole number; it was 10.5'],
  ])('%j', (input, message) => {
    expect(problemsOf(input)).toEqual([message])
  })

  test('all are told at once, in Chinese too', () => {
    expect(problemsOf({ techStaff: 20, rdStaff: 12, employees: 10 }, 'zh-CN')).toEqual([
      '“科技人员”（techStaff）20不能超过“从业人数”（employees）10，请核对',
      '“研发人员”（rdStaff）12不能超过“从业人数”（employees）10，请核对',
    ])
  })
})

describe('facts that may hold together:', () => {
  test.each<[Readonly<Record<string, unknown>>]>([
    [{ techStaff: 10, employees: 10 }],
    [{ techStaff: { min: 5 }, employees: { max: 10 } }],
    [{ rdRatio: 0.055, rdExpense: 5, revenue: 100 }],
    [{ rdRatio: 2, rdExpense: 200, revenue: 100 }],
    [{ monthsEstablished: 14, establishedOn: '2025-07-15' }],
    [{ sizeClass: 'micro', industry: 'I65' }],
    [{ sizeClass: { oneOf: ['small', 'micro'] }, industry: 'I65', employees: 50, revenue: 5_000_000 }],
    [{ energySavedTce: 520.5 }],
  ])('%j', (input) => {
    expect(problemsOf(input)).toEqual([])
  })
})
