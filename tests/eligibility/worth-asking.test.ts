import { describe, expect, test } from 'vitest'
import { FactCatalogue } from '../../src/eligibility/index.ts'
import { met, unknown, unmet } from '../../src/eligibility/outcome.ts'
import { asOf, assessor, catalogue, industries, nextQuestion } from './real-eligibility.ts'

type Values = Readonly<Record<string, string | number | boolean>>
const profileOf = (values: Values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
const worth = (key: string, values: Values) => assessor.worthAsking(key, assessor.know(profileOf(values), asOf))

const shop = { entityType: 'company', industry: 'H62', employees: 3, revenue: 800_000, registeredPlace: 'changning' }

describe('a question makes sense only on its occasion:', () => {
  test.each<[string, Values, number]>([
    ['employees', {}, met],
    ['isLittleGiant', shop, unmet],
    ['isLittleGiant', { isSpecializedSme: true }, met],
    ['isLittleGiant', { ...shop, employees: 80, isSpecializedSme: false }, unmet],
    ['isLittleGiant', { employees: 80 }, unknown],
    ['loanIssuedOn', {}, unknown],
    ['loanIssuedOn', { needsFinancing: false }, unmet],
    ['loanIssuedOn', { loanAmount: 500_000 }, met],
    ['rdExpense', shop, unknown],
    ['rdExpense', { ...shop, isHighTechEnterprise: false, isTechnologySme: false, intellectualProperty: 0 }, unmet],
    ['hireContractMonths', { hiredGraduates: 0, hiredKeyGroups: 0, hiredVeterans: 0 }, unmet],
    ['founderGroup', { establishedOn: '2019-01-01', entityType: 'company' }, unmet],
  ])('%s of %j', (key, values, expected) => {
    expect(worth(key, values)).toBe(expected)
  })
})

test('a small shop is not asked for titles of large firms or for loans it did not mention', () => {
  const asked: string[] = []
  for (let count = 0; count < 25; count += 1) {
    const question = nextQuestion({
      profile: profileOf({ ...shop, needsFinancing: false, isHighTechEnterprise: false }),
      asOf,
      locale: 'zh-CN',
      skipped: asked,
    })
    asked.push(...(question?.facts ?? []))
  }
  const absurd = [
    'isLittleGiant',
    'loanIssuedOn',
    'isManufacturingChampion',
    'hasChinaQualityAward',
    'rdStaff',
    'isListed',
  ]
  expect(asked.filter((key) => absurd.includes(key))).toEqual([])
})

test('where a policy is asked for by name, its facts are asked in any case', () => {
  const request = { profile: profileOf(shop), asOf, locale: 'zh-CN', policyIds: ['key-little-giant-grant'] } as const
  expect(nextQuestion(request)?.facts).toBeDefined()
})

test('every occasion compares a fact with values that it can have', () => {
  const wrong = Object.entries(catalogue.occasions).flatMap(([name, conditions]) =>
    conditions
      .filter(({ fact, is, in: among = [] }) => {
        const definition = catalogue.facts[fact]
        if (definition?.type === 'boolean') return typeof is !== 'boolean'
        const names = [...among, ...(is === undefined ? [] : [String(is)])]
        if (definition?.type === 'choice')
          return names.length === 0 || names.some((one) => !(one in definition.options))
        if (definition?.type === 'industry') return names.some((code) => industries.leavesOf(code).length === 0)
        return names.length > 0
      })
      .map(({ fact }) => `${name}: ${fact}`),
  )
  expect(wrong).toEqual([])
})

test('names of a catalogue must exist', () => {
  const fact = { type: 'boolean', label: { zh: '甲', en: 'a' }, ask: 'nowhere' }
  const parsed = FactCatalogue.safeParse({
    occasions: { some: [{ fact: 'gone', is: true }] },
    groups: {},
    facts: { fact },
  })
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
    'fact "gone" is not under facts; fix the key',
    '"nowhere" is not under occasions; add it there',
  ])
})
