import { expect, test } from 'vitest'
import { factsOf, readFacts } from './real-fact-reader.ts'

test.each([
  ['近三年研发占6%，境内研发100%', { rdRatio3y: 0.06, rdDomesticRatio3y: 1 }],
  ['近三年研发费用占销售收入6%，全部研发里境内占90%', { rdRatio3y: 0.06, rdDomesticRatio3y: 0.9 }],
  ['近3年研发占6%，国内研发80%', { rdRatio3y: 0.06, rdDomesticRatio3y: 0.8 }],
  ['去年研发占6%，境内研发100%', { rdRatio: 0.06, rdDomesticRatio: 1 }],
  ['研发占比6%，境内研发80%', { rdRatio: 0.06, rdDomesticRatio: 0.8 }],
  ['研发占比6%，其中境内的占八成', { rdRatio: 0.06, rdDomesticRatio: 0.8 }],
  ['研发费用里境内的占75%', { rdDomesticRatio: 0.75 }],
  ['研发占6%，境内100%', { rdRatio: 0.06, rdDomesticRatio: 1 }],
  ['研发人员占30%', { rdStaffRatio: 0.3 }],
  ['科技人员20%', { techStaffRatio: 0.2 }],
  ['本科占60%，大专以上90%', { bachelorRatio: 0.6, collegeRatio: 0.9 }],
  ['主营占95%', { mainRevenueRatio: 0.95 }],
  ['主营收入占了98%', { mainRevenueRatio: 0.98 }],
  ['高新收入占70%', { highTechIncomeRatio: 0.7 }],
  ['高新技术产品收入占七成', { highTechIncomeRatio: 0.7 }],
  ['本地员工15%', { localWorkerRatio: 0.15 }],
  ['本市员工占15%', { localWorkerRatio: 0.15 }],
  ['上海户籍员工占三成', { localWorkerRatio: 0.3 }],
  ['沪籍员工比例12%', { localWorkerRatio: 0.12 }],
  ['本地员工15个，一共60人', { employees: 60 }],
  ['高新技术产品5项', {}],
  ['境内收入占60%', {}],
  ['境内占60%', {}],
  ['三年研发占比6%，去年8%', { rdRatio3y: 0.06, rdRatio: 0.08 }],
  ['近三年研发占比6%，今年境内研发90%', { rdRatio3y: 0.06, rdDomesticRatio: 0.9 }],
])('a share goes to what it is a share of: %s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
  expect(readFacts(text).problems).toEqual([])
})

test('a share is of the period that was asked for', () => {
  expect(factsOf('境内研发占比70%', ['rdDomesticRatio3y'])).toEqual([{ rdDomesticRatio3y: 0.7 }])
})

test.each([
  ['12 tech staff', { techStaff: 12 }],
  ['12 tech staff out of 52', { techStaff: 12, employees: 52 }],
  ['12 technicians of 52 people', { techStaff: 12, employees: 52 }],
  ['15 R&D people', { rdStaff: 15 }],
  ['15 R&D engineers out of 60 employees', { rdStaff: 15, employees: 60 }],
  ['8% of revenue goes into R&D', { rdRatio: 0.08 }],
  ['We spend 8% of our revenue on R&D', { rdRatio: 0.08 }],
  ['We invest 10% of annual sales in R&D', { rdRatio: 0.1 }],
  ['25% of staff are R&D', { rdStaffRatio: 0.25 }],
  ['20% of our employees are R&D staff', { rdStaffRatio: 0.2 }],
  ['30% of our people are tech staff', { techStaffRatio: 0.3 }],
  ["60% of staff have a bachelor's degree", { bachelorRatio: 0.6 }],
])('English shares and parts of the staff: %s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
})
