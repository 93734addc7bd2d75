import { expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

test.each([
  ['从前年的2000万涨到去年的2500万', { revenue: 25_000_000, revenueGrowth: 0.25 }],
  ['去年营收从2000万涨到2500万', { revenue: 25_000_000, revenueGrowth: 0.25 }],
  ['营收前年2000万，去年2500万', { revenue: 25_000_000, revenueGrowth: 0.25 }],
  ['去年营收2500万，前年2000万', { revenue: 25_000_000, revenueGrowth: 0.25 }],
  ['2024年营收2000万，2025年2500万', { revenue: 25_000_000, revenueGrowth: 0.25 }],
  ['去年营收从3000万掉到2400万', { revenue: 24_000_000, revenueGrowth: -0.2 }],
  ['2023年营收2000万，2025年2500万', { revenue: 25_000_000 }],
  ['去年营收2000万，今年预计2500万', { revenue: 20_000_000 }],
  ['从2000万涨到2500万', {}],
] as const)('growth follows from amounts of the last two years: %s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
})

test.each([
  ['两家店分别5个人和8个人', [{ employees: 5 }, { employees: 8 }]],
  ['两家公司，员工分别是20人和35人', [{ employees: 20 }, { employees: 35 }]],
  ['三家店，人数分别是3人、4人和6人', [{ employees: 3 }, { employees: 4 }, { employees: 6 }]],
  ['两家店，营收分别是100万和200万', [{ revenue: 1_000_000 }, { revenue: 2_000_000 }]],
  ['研发分别是100万和200万', [{}]],
] as const)('of figures dealt out each is of its firm: %s', (text, expected) => {
  expect(factsOf(text)).toEqual(expected)
})

test.each([
  ['研发人员12个，占20%', { rdStaff: 12, rdStaffRatio: 0.2 }],
  ['研发去年前年都过百万了，去年占5%', { rdRatio: 0.05 }],
  ['专利全是实用新型，6个', { utilityPatents: 6 }],
  ['应届生招了，3个', { hiredGraduates: 3 }],
  ['8万一个月', { monthlySales: 80_000 }],
  ['一个季度29万', { quarterlySales: 290_000 }],
] as const)('a figure goes on about what was named: %s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
})
