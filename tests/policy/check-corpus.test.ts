import { describe, expect, test } from 'vitest'
import { checkCorpus, formatProblem, type Policy } from '../../src/policy/index.ts'
import { sampleFile, samplePolicy } from './sample-policy.ts'

const problems = (...policies: Policy[]) =>
  checkCorpus(policies.map((policy) => sampleFile(policy))).map(({ message }) => message)

const older = samplePolicy({ id: 'older', effectiveUntil: '2025-12-31', supersededBy: 'newer' })
const newer = samplePolicy({ id: 'newer', effectiveFrom: '2026-01-01', supersedes: ['older'] })

describe('what policies say of one another', () => {
  test.each(['supersedes', 'prerequisites', 'exclusive'] as const)('%s names a policy that exists', (list) => {
    expect(problems(samplePolicy({ [list]: ['gone'] }))).toContain(`${list}: no other policy has the id "gone"`)
  })

  test('no policy requires itself', () => {
    expect(problems(samplePolicy({ prerequisites: ['sample-loan'] }))).toEqual([
      'prerequisites: no other policy has the id "sample-loan"',
    ])
  })

  test('a supersession told by both sides is right', () => {
    expect(problems(older, newer)).toEqual([])
  })

  test.each<[string, Policy[], string]>([
    ['the older', [{ ...older, supersededBy: null }, newer], '"older" does not say supersededBy: newer'],
    ['the newer', [older, { ...newer, supersedes: [] }], '"newer" does not say supersedes: older'],
  ])('a supersession that %s one does not tell is reported', (_, policies, expected) => {
    expect(problems(...policies)).toContain(expected)
  })

  test('a superseded policy needs its last day, or to be historical', () => {
    const endless = { ...older, effectiveUntil: null }
    expect(problems(endless, newer)).toContain('a superseded policy needs its last day, or status historical')
    expect(problems({ ...endless, status: 'historical' }, newer)).toEqual([])
  })
})

describe('a name', () => {
  const first = samplePolicy({ id: 'first', title: '甲贷', aliases: ['好贷', 'Good Loan'] })
  const second = samplePolicy({ id: 'second', title: '乙贷', aliases: ['好贷'] })

  test('that means two policies of one level is reported', () => {
    expect(problems(first, second)).toEqual(['"好贷" also names first; make it specific'])
  })

  test('that differs only in case is the same name', () => {
    expect(problems(first, { ...second, aliases: ['good loan'] })).toEqual([
      '"good loan" also names first; make it specific',
    ])
  })

  test('that is the title of another policy is reported', () => {
    expect(problems(first, { ...second, aliases: ['甲贷'] })).toEqual(['"甲贷" also names first; make it specific'])
  })

  test('may be shared by levels, by versions, and with a draft', () => {
    expect(problems(first, { ...second, level: 'municipal' })).toEqual([])
    expect(problems(first, { ...second, status: 'draft' })).toEqual([])
    expect(problems(first, { ...second, status: 'historical' })).toEqual([])
    expect(problems(older, newer)).toEqual([])
  })
})

test('a policy stands in the folder of its level, under its id', () => {
  const file = 'corpus/policies/national/sample-loan.md'
  expect(checkCorpus([sampleFile(samplePolicy(), { file })]).map(formatProblem)).toEqual([
    `${file}:10: this policy belongs in changning/sample-loan.md`,
  ])
})
