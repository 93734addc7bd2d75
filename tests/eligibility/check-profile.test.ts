import { describe, expect, test } from 'vitest'
import { parseProfile } from '../../src/eligibility/index.ts'
import { asOf, catalogue, industries } from './sample-eligibility.ts'

const isIndustry = (code: string) => industries.leavesOf(code).length > 0
const parse = (input: Readonly<Record<string, unknown>>, locale: 'zh-CN' | 'en' = 'en') =>
  parseProfile(input, catalogue, asOf, locale, isIndustry)

describe('a profile from outside', () => {
  test.each<[string, unknown, object]>([
    ['employees', 42, { value: 42 }],
    ['employees', { value: 42 }, { value: 42 }],
    ['employees', { min: 40, below: 50 }, { min: 40, below: 50 }],
    ['employees', { value: 42, evidence: '42人', turn: 1 }, { value: 42 }],
    ['isHighTech', false, { value: false }],
    ['place', 'changning', { value: 'changning' }],
    ['place', { oneOf: ['changning', 'shanghai'] }, { oneOf: ['changning', 'shanghai'] }],
    ['industry', 'I6513', { value: 'I6513' }],
    ['establishedOn', '2024-02-29', { value: '2024-02-29' }],
    ['establishedOn', { max: '2024-02-29' }, { max: '2024-02-29' }],
    ['taxableIncome', -5, { value: -5 }],
  ])('may say %s: %j', (key, raw, value) => {
    expect(parse({ [key]: raw })).toEqual({ profile: { [key]: value }, problems: [] })
  })

  test('leaves out what is null or not given', () => {
    expect(parse({ employees: null, revenue: undefined })).toEqual({ profile: {}, problems: [] })
  })

  const number = 'it takes a number, or bounds min, max, above, below; money in yuan, ratios as fractions'
  test.each<[string, unknown, string]>([
    ['employes', 42, 'There is no fact "employes"; GET /v1/facts lists those there are'],
    ['employees', '42', `"employees" (employees) was "42"; ${number}`],
    ['employees', { oneOf: ['42'] }, `"employees" (employees) was {"oneOf":["42"]}; ${number}`],
    ['employees', { most: 42 }, `"employees" (employees) was {"most":42}; ${number}`],
    ['employees', -1, '"employees" (employees) cannot be -1; please check'],
    ['rdRatio', 12, '"R&D share" (rdRatio) cannot be 12; please check'],
    ['employees', { min: 50, max: 40 }, '"employees" (employees) cannot be {"min":50,"max":40}; please check'],
    ['isHighTech', 'yes', '"high-tech enterprise" (isHighTech) was "yes"; it takes true or false'],
    ['place', 'moon', '"place of registration" (place) was "moon"; it takes one of its options, or several as oneOf'],
    [
      'place',
      { oneOf: ['changning', 'moon'] },
      '"place of registration" (place) was {"oneOf":["changning","moon"]}; it takes one of its options, or several as oneOf',
    ],
    [
      'industry',
      'Z99',
      '"industry" (industry) was "Z99"; it takes a code of the Chinese industry classification such as I65',
    ],
    [
      'establishedOn',
      '2024',
      '"date of establishment" (establishedOn) was "2024"; it takes a date such as 2021-03-01, or bounds of dates',
    ],
    [
      'establishedOn',
      { min: '2023-02-29' },
      '"date of establishment" (establishedOn) was {"min":"2023-02-29"}; it takes a date such as 2021-03-01, or bounds of dates',
    ],
    ['establishedOn', '2026-09-02', '"date of establishment" (establishedOn) cannot be "2026-09-02"; please check'],
  ])('cannot say %s: %j', (key, raw, message) => {
    expect(parse({ [key]: raw })).toEqual({ profile: {}, problems: [{ fact: key, message }] })
  })

  test('keeps good facts beside the problems of others, in the language asked for', () => {
    const { profile, problems } = parse({ employees: 42, place: 'moon', revenue: 'much' }, 'zh-CN')
    expect(profile).toEqual({ employees: { value: 42 } })
    expect(problems.map(({ message }) => message)).toEqual([
      '“注册地”（place）收到"moon"，应为可选值之一，或 oneOf 列出的几个可选值',
      '“营业收入”（revenue）收到"much"，应为数字，或 min、max、above、below 组成的范围；金额以元计，比例以小数计',
    ])
  })
})
