import { describe, expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

type Row = readonly [text: string, expected: Readonly<Record<string, unknown>>]

const choices: readonly Row[] = [
  ['小规模', { vatStatus: 'small-scale' }],
  ['不是一般纳税人', { vatStatus: 'small-scale' }],
  ['我们不是小规模，是一般纳税人', { vatStatus: 'general' }],
  ['我们想转一般纳税人，现在还是小规模', { vatStatus: 'small-scale' }],
  ['之前是小规模，今年转成一般纳税人了', { vatStatus: 'general' }],
  ['小规模转一般纳税人了', { vatStatus: 'general' }],
  ['查账征收', { taxCollection: 'audit' }],
  ['我们是有限公司', { entityType: 'company' }],
  ['上海某某视觉科技有限公司', { entityType: 'company' }],
  ['个体工商户', { entityType: 'individual-business' }],
  ['公司还没有注册', { entityType: { oneOf: ['person', 'team'] } }],
  ['我们是小微企业', { sizeClass: { oneOf: ['small', 'micro'] } }],
  ['小微企业有什么政策', {}],
  ['我们公司', {}],
  ['个人独资，核定征收', { entityType: 'sole-proprietorship', taxCollection: 'deemed' }],
]

const places: readonly Row[] = [
  ['注册在长宁', { registeredPlace: 'changning' }],
  ['注册地址江苏路街道', { registeredPlace: 'changning' }],
  ['在仙霞路上开了一家店', { registeredPlace: 'changning' }],
  ['我们是普陀的', { registeredPlace: 'shanghai' }],
  ['昆山注册', { registeredPlace: 'mainland' }],
  ['香港注册的公司，长宁有个办事处', { registeredPlace: 'overseas' }],
  ['注册在闵行，办公在长宁', { registeredPlace: 'shanghai' }],
  ['杭州的公司，想迁到长宁', { registeredPlace: 'mainland' }],
  ['从静安迁到长宁了，执照已经换好', { registeredPlace: 'changning' }],
  ['不在长宁，在静安', { registeredPlace: 'shanghai' }],
  ['注册地不在长宁', { registeredPlace: { oneOf: ['shanghai', 'mainland', 'overseas'] } }],
  ['公司在奉贤，能享受长宁政策吗', { registeredPlace: 'shanghai' }],
  ['长宁区科委电话多少', {}],
  ['天山路上那个行政服务中心几点关门', {}],
  ['我刚从北京出差回来，想问下长宁有啥科技政策', {}],
  ['我们准备在长宁注册', {}],
]

const dates: readonly Row[] = [
  ['成立3年多', { establishedOn: { min: '2022-11-27', max: '2023-11-26' } }],
  ['去年3月刚注册', { establishedOn: { min: '2025-03-01', max: '2025-03-31' } }],
  ['22年成立', { establishedOn: { min: '2022-01-01', max: '2022-12-31' } }],
  ['开了八年', { establishedOn: { min: '2017-11-27', max: '2018-11-26' } }],
  ['公司满三年了', { establishedOn: { max: '2023-11-26' } }],
  ['成立不到一年', { establishedOn: { min: '2025-11-27' } }],
  ['公司成立于2018年3月12日', { establishedOn: '2018-03-12' }],
  ['公司是2017年的，不过2021年改制', { establishedOn: { min: '2017-01-01', max: '2017-12-31' } }],
  ['九八年开的厂', { establishedOn: { min: '1998-01-01', max: '1998-12-31' } }],
  ['16年开到现在', { establishedOn: { min: '2016-01-01', max: '2016-12-31' } }],
  ['注册时间2023/11/26，今天刚好三年', { establishedOn: '2023-11-26' }],
  ['上个月刚拿到营业执照', { establishedOn: { min: '2026-10-01', max: '2026-10-31' } }],
  ['成立到今天整整两年', { establishedOn: { min: '2023-11-27', max: '2024-11-26' } }],
  ['今年3月放的款', { loanIssuedOn: { min: '2026-03-01', max: '2026-03-31' } }],
]

const english: readonly Row[] = [
  [
    'we are a 42-person software company in Changning, revenue 36 million yuan, R&D 7%',
    { employees: 42, revenue: 36_000_000, rdRatio: 0.07, registeredPlace: 'changning', industry: 'I65' },
  ],
  ['APP开发，员工20人，营收300万', { employees: 20, revenue: 3_000_000, industry: 'I65' }],
  ['headcount 42, revenue 36M RMB last year', { employees: 42, revenue: 36_000_000 }],
  ['5 invention patents, 20 software copyrights', { inventionPatents: 5, softwareCopyrights: 20 }],
  ['established in May 2020', { establishedOn: { min: '2020-05-01', max: '2020-05-31' } }],
  ['founded three years ago', { establishedOn: { min: '2022-11-27', max: '2023-11-26' } }],
  ['not a high-tech enterprise yet', { isHighTechEnterprise: false }],
  ['no arrears, no overdue loans', { hasArrears: false, hasLoanDefault: false }],
  ['privately owned, not listed', { isPrivate: true, isListed: false }],
  ['monthly sales 80k', { monthlySales: 80_000 }],
  ['revenue grew 18% last year to 26 million yuan', { revenueGrowth: 0.18, revenue: 26_000_000 }],
]

describe('kinds, places and dates', () => {
  test.each([...choices, ...places, ...dates])('%s', (text, expected) => {
    const [{ industry: _industry, ...read } = {}] = factsOf(text)
    expect(read).toEqual(expected)
  })
})

describe('English is read as well', () => {
  test.each(english)('%s', (text, expected) => {
    expect(factsOf(text)).toEqual([expected])
  })
})
