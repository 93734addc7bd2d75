import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assessment, rankAssessments } from '../../src/eligibility/index.ts'
import { blankPolicy } from '../blank-policy.ts'
import { assessmentOf } from './sample-assessment.ts'

const distance = (unmet: number) => ({ unmet, gaps: [] })
const open = (policyId: string, missing: number, changes: Partial<Assessment> = {}) =>
  assessmentOf(policyId, {
    verdict: 'undetermined',
    missingFacts: Array.from({ length: missing }, (_, i) => `f${i}`),
    ...changes,
  })
const best: readonly Assessment[] = [
  assessmentOf('b-grant', { kind: 'grant' }),
  assessmentOf('a-loan', { kind: 'loan' }),
  open('c-near', 1),
  open('a-far', 3),
  assessmentOf('d-almost', { verdict: 'ineligible', distance: distance(1) }),
  assessmentOf('a-hardly', { verdict: 'ineligible', distance: distance(2) }),
  assessmentOf('a-never', { verdict: 'ineligible' }),
]
const idsOf = (assessments: readonly Assessment[]) => assessments.map(({ policyId }) => policyId)
const findPolicy = (id: string) => ({
  ...blankPolicy,
  clauses: [],
  id,
  benefits: id === 'b-grant' ? [{ type: 'grant' as const, label: '补贴', amount: 1_000_000, clause: 'amount' }] : [],
})

test('those who are eligible come first, then who is nearest, then who gets most, ties by id, from any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...best], { minLength: best.length }), (shuffled) => {
      expect(idsOf(rankAssessments(shuffled, findPolicy))).toEqual(idsOf(best))
    }),
  )
})

test('the kind that was asked for comes first among equal verdicts', () => {
  expect(idsOf(rankAssessments(best, findPolicy, ['loan'])).slice(0, 3)).toEqual(['a-loan', 'b-grant', 'c-near'])
})
