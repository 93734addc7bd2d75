import { describe, expect, test } from 'vitest'
import { factsOf, readFacts } from './real-fact-reader.ts'

const answers: readonly (readonly [text: string, asked: string, expected: unknown])[] = [
  ['6个', 'employees', 6],
  ['七八十', 'employees', { min: 70, max: 80 }],
  ['三百万', 'revenue', 3_000_000],
  ['大概五个点', 'rdRatio', { min: 0.045, max: 0.055 }],
  ['7', 'rdRatio', 0.07],
  ['2021年3月', 'establishedOn', { min: '2021-03-01', max: '2021-03-31' }],
  ['2021', 'establishedOn', { min: '2021-01-01', max: '2021-12-31' }],
  ['三年', 'establishedOn', { min: '2022-11-27', max: '2023-11-26' }],
  ['小规模', 'vatStatus', 'small-scale'],
  ['公司', 'entityType', 'company'],
  ['个体', 'entityType', 'individual-business'],
  ['外地', 'registeredPlace', 'mainland'],
  ['有', 'isHighTechEnterprise', true],
  ['还没', 'isHighTechEnterprise', false],
  ['在申请', 'isHighTechEnterprise', false],
  ['嗯', 'isPrivate', true],
  ['没有', 'inventionPatents', 0],
  ['两年', 'segmentYears', 2],
  ['一年半', 'hireContractMonths', 18],
  ['做软件的', 'industry', 'I65'],
  ['不对是35', 'employees', 35],
  ['不是20%，是12%，营收增长', 'revenueGrowth', 0.12],
  ['不是2021年是2020年', 'establishedOn', { min: '2020-01-01', max: '2020-12-31' }],
  ['高企其实还没拿到，前面说有是搞错了', 'isHighTechEnterprise', false],
  ['高企搞错了，还没有', 'isHighTechEnterprise', false],
]

describe('answers tell what was asked', () => {
  test.each(answers)('%s to %s', (text, asked, expected) => {
    expect(factsOf(text, [asked])).toEqual([{ [asked]: expected }])
  })
  test('one answer settles a group, but for what it names itself', () => {
    const asked = ['isOnAbnormalList', 'hasArrears']
    expect(factsOf('都没有', asked)).toEqual([{ isOnAbnormalList: false, hasArrears: false }])
    expect(factsOf('有欠薪，其他没有', asked)).toEqual([{ hasArrears: true, isOnAbnormalList: false }])
  })
})

const corrections: readonly (readonly [text: string, expected: Readonly<Record<string, unknown>>])[] = [
  ['员工42，哦不对，是35', { employees: 35 }],
  ['营收3600万，不对，应该是3800万', { revenue: 38_000_000 }],
  ['我记错了，成立是2022年4月，不是2021年', { establishedOn: { min: '2022-04-01', max: '2022-04-30' } }],
  ['刚才写错了，注册在闵行不是长宁', { registeredPlace: 'shanghai' }],
  ['帮我改一下，发明专利应该是2件', { inventionPatents: 2 }],
]

test.each(corrections)('a correction stands for what was wrong: %s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
  expect(readFacts(text).isCorrection).toBe(true)
})

const firms: readonly (readonly [text: string, expected: readonly Readonly<Record<string, unknown>>[]])[] = [
  ['A公司20人，B公司35人', [{ employees: 20 }, { employees: 35 }]],
  ['甲公司营收3000万，乙公司营收500万', [{ revenue: 30_000_000 }, { revenue: 5_000_000 }]],
  [
    '第一家员工20人在长宁，第二家员工30人在静安',
    [
      { employees: 20, registeredPlace: 'changning' },
      { employees: 30, registeredPlace: 'shanghai' },
    ],
  ],
  [
    '两家店，天山路的花店5个人，古北的咖啡店7个人',
    [
      { registeredPlace: 'changning', industry: 'F52', employees: 5 },
      { registeredPlace: 'changning', industry: 'H62', employees: 7 },
    ],
  ],
]

test.each(firms)('facts of several firms are kept apart: %s', (text, expected) => {
  expect(factsOf(text)).toEqual(expected)
})

test('another firm starts anew', () => {
  expect(readFacts('换一家，员工20个')).toMatchObject({ startsAnew: true, firms: [{ employees: { value: 20 } }] })
})

const problems: readonly (readonly [text: string, kind: string, fact: string])[] = [
  ['一年六百', 'no-unit', 'revenue'],
  ['研发投入200', 'no-unit', 'rdExpense'],
  ['资产4000左右', 'no-unit', 'assets'],
  ['员工-5人', 'impossible', 'employees'],
  ['员工一千亿人', 'impossible', 'employees'],
  ['本科占比120%', 'impossible', 'bachelorRatio'],
  ['研发占比300%', 'impossible', 'rdRatio'],
  ['公司2030年成立', 'impossible', 'establishedOn'],
  ['我们成立于1200年', 'impossible', 'establishedOn'],
  ['员工30人，我们40个人', 'contradiction', 'employees'],
  ['我们是高企，高企证还没拿到', 'contradiction', 'isHighTechEnterprise'],
]

test.each(problems)('%s is not taken', (text, kind, fact) => {
  const { firms: read, problems: found } = readFacts(text)
  expect(read[0]?.[fact]).toBeUndefined()
  expect(found).toMatchObject([{ kind, fact }])
})

test.each([
  '30人以下免残保金对吧',
  '研发要占3%吗',
  '超过300人是不是就不算小微了',
  '科小要60分，职工不超500人，营收不超2个亿，是这样吧',
  '要是我们有100人能申请吗',
  '100人以内的企业有什么政策',
  '2026年一次性扩岗补助多少',
  '沪科规〔2024〕5号',
  '隔壁老王公司100人',
  '补贴最高50万',
  '门槛是营收1000万',
  '准备招5个应届生，还没招到',
])('figures of policies, plans and others are no facts: %s', (text) => {
  const read = factsOf(text)[0] ?? {}
  expect(Object.values(read).filter((value) => value !== 0)).toEqual([])
})
