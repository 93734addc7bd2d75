import { describe, expect, test } from 'vitest'
import { type CompanyProfile, growthPath } from '../../src/eligibility/index.ts'
import type { Policy, Rule } from '../../src/policy/index.ts'
import { assessor, asOf as realDay } from './real-eligibility.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const clause = 'who'
const qualification = (id: string, grants: string, rule: Rule, changes: Partial<Policy> = {}) =>
  policyWith(rule, [], { id, kind: 'qualification', grants: [grants], ...changes })
const policies = [
  qualification('specialized', 'isSpecialized', {
    all: [
      { fact: 'isHighTech', is: true, clause },
      { fact: 'employees', atLeast: 50, clause },
    ],
  }),
  qualification('high-tech', 'isHighTech', {
    all: [
      { fact: 'monthsEstablished', atLeast: 12, clause },
      { review: { zh: '专家评分', en: 'experts' }, clause },
    ],
  }),
  policyWith({ fact: 'isSpecialized', is: true, clause }, [], { id: 'reward', title: '奖励' }),
  policyWith(
    {
      all: [
        { fact: 'isHighTech', is: true, clause },
        { review: { zh: '审批', en: 'approval' }, clause },
      ],
    },
    [],
    { id: 'loan' },
  ),
  policyWith(
    {
      any: [
        { fact: 'isHighTech', is: true, clause },
        { fact: 'place', is: 'changning', clause },
      ],
    },
    [],
    { id: 'space' },
  ),
  policyWith({ fact: 'isHighTech', is: true, clause }, [], { id: 'old-loan', effectiveUntil: '2020-12-31' }),
]

function pathOf(profile: CompanyProfile) {
  const { steps, first } = growthPath(assessorOf(policies), profile, asOf, 'zh-CN')
  return {
    first,
    order: steps.map(({ policyId }) => policyId),
    step: (id: string) => steps.find(({ policyId }) => policyId === id),
  }
}

describe('a growth path', () => {
  test('puts each step after those that lead to it', () => {
    const { order, step } = pathOf({})
    expect(order).toEqual(['high-tech', 'specialized'])
    expect(step('specialized')?.after).toEqual(['high-tech'])
  })

  test.each<[string, CompanyProfile, string, object]>([
    ['held', { isHighTech: { value: true } }, 'high-tech', { state: 'held', missingFacts: [], openReviews: [] }],
    [
      'reachable, where only people still judge',
      { establishedOn: { value: '2020-01-01' } },
      'high-tech',
      { state: 'reachable', openReviews: [{ text: '专家评分' }] },
    ],
    ['open, with what is missing', {}, 'high-tech', { state: 'open', missingFacts: ['establishedOn'] }],
    [
      'blocked, with the day on which time heals it',
      { establishedOn: { value: '2026-01-15' } },
      'high-tech',
      {
        state: 'blocked',
        possibleFrom: '2027-01-15',
        failed: [{ clause: { anchor: 'who' }, fact: 'monthsEstablished' }],
      },
    ],
    [
      'blocked, with the gap',
      { isHighTech: { value: true }, employees: { value: 30 } },
      'specialized',
      { state: 'blocked', possibleFrom: null, gaps: [{ fact: 'employees', by: 20 }] },
    ],
  ])('a step is %s', (_, profile, id, expected) => expect(pathOf(profile).step(id)).toMatchObject(expected))

  test('says what a step unlocks, and only what is out of reach without it', () => {
    const enough = { employees: { value: 60 } }
    const unlocks = (profile: CompanyProfile) =>
      pathOf(profile)
        .step('high-tech')
        ?.unlocks.map(({ policyId, verdict }) => `${policyId}: ${verdict}`)
    expect(unlocks({ ...enough, place: { value: 'mainland' } })).toEqual([
      'specialized: eligible',
      'loan: undetermined',
      'space: eligible',
    ])
    expect(unlocks({ ...enough, place: { value: 'changning' } })).toEqual([
      'specialized: eligible',
      'loan: undetermined',
    ])
    expect(unlocks({ employees: { value: 1 }, isHighTech: { value: true }, place: { value: 'changning' } })).toEqual([
      'loan: undetermined',
    ])
  })

  test('begins with what is nearest', () => {
    expect(pathOf({ establishedOn: { value: '2020-01-01' } }).first).toBe('high-tech')
    expect(pathOf({ isHighTech: { value: true }, employees: { value: 60 } }).first).toBe('specialized')
    expect(pathOf({ isHighTech: { value: true }, employees: { value: 10 } }).first).toBeNull()
  })

  test('ends even where steps lead to one another', () => {
    const ring = [
      qualification('a', 'isHighTech', { any: [{ fact: 'isSpecialized', is: true, clause }] }),
      qualification('b', 'isSpecialized', { any: [{ fact: 'isHighTech', is: true, clause }] }),
    ]
    expect(growthPath(assessorOf(ring), {}, asOf, 'en').steps.map(({ policyId }) => policyId)).toEqual(['a', 'b'])
  })

  test('does not take a condition that something is not held for a step towards it', () => {
    const rules: Rule[] = [{ fact: 'isHighTech', is: false, clause }, { not: { fact: 'isHighTech', is: true, clause } }]
    for (const rule of rules) {
      const { steps } = growthPath(
        assessorOf([...policies.slice(1, 2), qualification('other', 'isSpecialized', rule)]),
        {},
        asOf,
        'en',
      )
      expect(steps.find(({ policyId }) => policyId === 'other')?.after).toEqual([])
    }
  })
})

test('the corpus leads from the innovative SME to the little giant', () => {
  const { steps } = growthPath(assessor, {}, realDay, 'zh-CN')
  const order = steps.map(({ policyId }) => policyId)
  const chain = ['high-tech-enterprise', 'innovative-sme', 'specialized-sme', 'little-giant']
  expect(order.filter((id) => chain.includes(id))).toEqual(chain)
  expect(order).not.toContain('little-giant-2022')
})
