import { expect, test } from 'vitest'
import { factsOf } from './real-fact-reader.ts'

test.each([
  [
    'we have 12 employees and were founded in 2021',
    { employees: 12, establishedOn: { min: '2021-01-01', max: '2021-12-31' } },
  ],
  ['registered in Changning', { registeredPlace: 'changning' }],
  ['we are not registered in Changning', { registeredPlace: { oneOf: ['shanghai', 'mainland', 'overseas'] } }],
  ['no patents yet', { intellectualProperty: 0 }],
  ["we don't have any patents", { intellectualProperty: 0 }],
  ['small-scale taxpayer', { vatStatus: 'small-scale' }],
  ['monthly sales around 80k yuan', { monthlySales: { min: 72_000, max: 88_000 } }],
  ['not listed', { isListed: false }],
  ["we don't owe wages", { hasArrears: false }],
  ['we have never owed wages', { hasArrears: false }],
  ['No soldier in fact, and no key-group workers', { hiredVeterans: 0, hiredKeyGroups: 0 }],
  ['one demobilised soldier', { hiredVeterans: 1 }],
  ['no disabled staff', { disabledEmployees: 0 }],
  ['3 fresh graduates with one-year contracts', { hiredGraduates: 3, hireContractMonths: 12 }],
  ['not a restricted industry', { isProhibitedIndustry: false }],
  ['12 people, 3 of them R&D', { employees: 12, rdStaff: 3 }],
  ['we are not high-tech certified', { isHighTechEnterprise: false }],
])('%s', (text, expected) => {
  expect(factsOf(text)).toEqual([expected])
})

test('it has just been granted answers the title asked for', () => {
  expect(factsOf('it has just been granted', ['isHighTechEnterprise'])).toEqual([{ isHighTechEnterprise: true }])
})
