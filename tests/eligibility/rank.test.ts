import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assessment, assessRanked, type RankParts, rankAssessments } from '../../src/eligibility/index.ts'
import { openEligibility } from '../../src/services.ts'
import { blankPolicy } from '../blank-policy.ts'
import { assessmentOf } from './sample-assessment.ts'

const distance = (unmet: number) => ({ unmet, gaps: [] })
const open = (policyId: string, missing: number, changes: Partial<Assessment> = {}) =>
  assessmentOf(policyId, {
    verdict: 'undetermined',
    missingFacts: Array.from({ length: missing }, (_, i) => `f${i}`),
    ...changes,
  })
const held = (fact: string): Assessment['findings'] => [
  { kind: 'condition', outcome: 'met', text: fact, clause: null, fact },
]
const best: readonly Assessment[] = [
  assessmentOf('b-grant', { kind: 'grant' }),
  assessmentOf('a-loan', { kind: 'loan' }),
  open('e-meant', 3, { findings: held('industry') }),
  open('c-near', 2, { findings: held('employees') }),
  open('b-remote', 1, { findings: held('employees'), missingFacts: ['title'] }),
  open('a-far', 5, { findings: held('employees') }),
  open('a-nothing-known', 1),
  assessmentOf('d-almost', { verdict: 'ineligible', distance: distance(1) }),
  assessmentOf('a-hardly', { verdict: 'ineligible', distance: distance(2) }),
  assessmentOf('a-never', { verdict: 'ineligible' }),
]
const idsOf = (assessments: readonly Assessment[]) => assessments.map(({ policyId }) => policyId)
const parts: RankParts = {
  findPolicy: (id) => ({
    ...blankPolicy,
    clauses: [],
    id,
    benefits: id === 'b-grant' ? [{ type: 'grant' as const, label: '补贴', amount: 1_000_000, clause: 'amount' }] : [],
  }),
  costOf: (fact) => (fact === 'title' ? 4 : 1),
  isTelling: (fact) => fact === 'industry',
}

test('those who are eligible come first, then who is nearest, then who gets most, ties by id, from any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...best], { minLength: best.length }), (shuffled) => {
      expect(idsOf(rankAssessments(shuffled, parts))).toEqual(idsOf(best))
    }),
  )
})

test('the kind that was asked for comes first among equal verdicts', () => {
  expect(idsOf(rankAssessments(best, parts, ['loan'])).slice(0, 3)).toEqual(['a-loan', 'b-grant', 'e-meant'])
})

const { assessor } = await openEligibility('corpus')
const orderFor = (profile: Record<string, number | string>) => {
  const facts = Object.fromEntries(Object.entries(profile).map(([key, value]) => [key, { value }]))
  const ranked = assessRanked(assessor, { registeredPlace: { value: 'changning' }, ...facts }, '2026-11-26', 'zh-CN')
  return idsOf(ranked.filter(({ verdict }) => verdict === 'undetermined'))
}

test.each([
  [
    'a restaurant',
    { industry: 'H62', employees: 12, revenue: 2_600_000 },
    'service-loan-interest-subsidy',
    'specialized-sme-loan',
  ],
  ['a restaurant', { industry: 'H62', employees: 12 }, 'small-low-profit-enterprise', 'advanced-service-enterprise'],
  ['a software firm', { industry: 'I65', softwareCopyrights: 8 }, 'software-vat-refund', 'equipment-expensing'],
  ['a laboratory', { industry: 'M73', rdExpense: 6_000_000 }, 'rd-super-deduction', 'icbc-xingke-loan'],
])('%s %o sees %s before %s', (_, profile, near, far) => {
  const order = orderFor(profile)
  expect(order).toEqual(expect.arrayContaining([near, far]))
  expect(order.indexOf(near)).toBeLessThan(order.indexOf(far))
})
