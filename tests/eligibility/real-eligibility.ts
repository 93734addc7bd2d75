import { isApplicable } from '../../src/policy/index.ts'
import { openEligibility } from '../../src/services.ts'
import { createFirms } from './random-firm.ts'

export const asOf = '2026-09-01'
export const { assessor, policies, catalogue, industries, nextQuestion } = await openEligibility('corpus')
export const prepared = [...assessor.preparedPolicies(asOf).values()]
/** Those that apply on the day and have something to qualify for. */
export const judged = prepared.flatMap((policy) =>
  policy.rule && isApplicable(policy.standing) ? [{ ...policy, rule: policy.rule }] : [],
)
export const randomFirm = createFirms(
  assessor,
  prepared.flatMap(({ rule }) => rule ?? []),
  asOf,
)
export const isIndustry = (code: string) => industries.leavesOf(code).length > 0
export const findPolicy = (id: string) => policies.find((policy) => policy.id === id)
