import { describe, expect, test } from 'vitest'
import type { CompanyProfile, FactValue } from '../../src/eligibility/index.ts'
import type { Benefit } from '../../src/policy/index.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const grant = (changes: Partial<Benefit>): Benefit => ({ type: 'grant', label: '补贴', clause: 'amount', ...changes })
const profileOf = (values: Readonly<Record<string, FactValue | number | string | boolean>>): CompanyProfile =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'object' ? value : { value }]))

function assess(benefit: Benefit, values: Parameters<typeof profileOf>[0] = {}, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const assessor = assessorOf([policyWith({ fact: 'employees', atMost: 300, clause: 'who' }, [benefit])])
  const [assessed] = assessor.assess('sample-loan', profileOf(values), asOf, locale).benefits
  if (!assessed) throw new Error('the benefit was not assessed')
  return assessed
}

describe('the amount of a benefit', () => {
  test.each<[string, Partial<Benefit>, Parameters<typeof profileOf>[0], object | null]>([
    ['is a fixed amount', { amount: 50_000 }, {}, { min: 50_000, max: 50_000 }],
    ['is at most its cap', { cap: 50_000 }, {}, { min: 0, max: 50_000 }],
    ['is at most its cap where it is a rate', { rate: 0.5, base: '费用', cap: 50_000 }, {}, { min: 0, max: 50_000 }],
    ['is not known for a rate alone', { rate: 0.5, base: '费用' }, {}, null],
    ['is not known for a head', { amount: 1500, per: '人' }, {}, null],
    [
      'is the formula of known facts',
      { formula: 'revenue * 0.05' },
      { revenue: 1_000_000 },
      { min: 50_000, max: 50_000 },
    ],
    [
      'is capped by its formula',
      { formula: 'min(revenue * 0.5, 300000)' },
      { revenue: 1_000_000 },
      { min: 300_000, max: 300_000 },
    ],
    [
      'lies between those of a range',
      { formula: 'min(revenue * 0.5, 300000)' },
      { revenue: { min: 200_000, max: 900_000 } },
      { min: 100_000, max: 300_000 },
    ],
    [
      'is bounded by the cap of a formula alone',
      { formula: 'min(revenue * 0.5, 300000)' },
      {},
      { min: 0, max: 300_000 },
    ],
    ['is not known where nothing bounds it', { formula: 'revenue * 0.5' }, {}, null],
    [
      'has no upper bound where the facts have none',
      { formula: 'revenue * 0.5' },
      { revenue: { min: 100 } },
      { min: 50, max: null },
    ],
    ['is never negative', { formula: 'taxableIncome * 0.2' }, { taxableIncome: -100_000 }, { min: 0, max: 0 }],
    ['is in whole yuan', { formula: 'revenue / 3' }, { revenue: 100 }, { min: 33, max: 33 }],
    [
      'follows from what facts derive from',
      { formula: 'rdExpense * 0.5' },
      { rdRatio: 0.05, revenue: 1_000_000 },
      { min: 25_000, max: 25_000 },
    ],
  ])('%s', (_, benefit, values, amount) => expect(assess(grant(benefit), values).amount).toEqual(amount))
})

describe('the calculation', () => {
  test.each<[string, string, Parameters<typeof profileOf>[0], string]>([
    [
      'says figures with their names',
      'min(revenue * 0.5, 300000)',
      { revenue: 1_000_000 },
      '补贴：(营业收入 100万元 × 50%、30万元)取小 = 30万元',
    ],
    [
      'keeps brackets',
      '(revenue - assets) * 0.1',
      { revenue: 1_000_000, assets: 400_000 },
      '补贴：(营业收入 100万元 − 资产总额 40万元) × 10% = 6万元',
    ],
    [
      'says what it still needs',
      'revenue * 0.5 - assets',
      { assets: 10 },
      '补贴：营业收入 × 50% − 资产总额 10元，还差营业收入',
    ],
    [
      'asks for the date behind a count of months',
      'monthsEstablished * 1000',
      {},
      '补贴：成立时长 × 1000元，还差成立日期',
    ],
    [
      'names what points are for',
      'bands(rdRatio, 0.05, 1000)',
      { rdRatio: 0.06 },
      '补贴：研发占比 6%对应的分值 = 1000元',
    ],
  ])('%s', (_, formula, values, step) => expect(assess(grant({ formula }), values).steps).toEqual([step]))

  test('is said in English too', () => {
    const { steps, missingFacts } = assess(grant({ formula: 'max(revenue * 0.5, assets)' }), { revenue: 100 }, 'en')
    expect(steps).toEqual(['补贴: the larger of (revenue 100 yuan × 50%, total assets); still needs total assets'])
    expect(missingFacts).toEqual(['assets'])
  })
})

describe('a tier', () => {
  const small = grant({ amount: 10_000, when: { fact: 'sizeClass', in: ['small', 'micro'], clause: 'who' } })
  const known = { industry: 'I65', revenue: 5_000_000 }
  test.each<[string, Parameters<typeof profileOf>[0], string, string[]]>([
    ['is got by those in it', { ...known, employees: 20 }, 'met', []],
    ['is not got by others', { industry: 'I65', revenue: 50_000_000, employees: 200 }, 'unmet', []],
    ['stays open while its facts are', { industry: 'I65', revenue: 50_000_000 }, 'unknown', ['employees']],
  ])('%s', (_, values, outcome, missing) => {
    expect(assess(small, values)).toMatchObject({
      outcome,
      missingFacts: missing,
      amount: { min: 10_000, max: 10_000 },
    })
  })

  test('of a clause that does not hold on the day is for everybody', () => {
    const later = grant({ amount: 1, when: { fact: 'rdRatio', atLeast: 0.05, clause: 'later' } })
    expect(assess(later).outcome).toBe('met')
  })
})
