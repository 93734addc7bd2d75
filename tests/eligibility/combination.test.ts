import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestSubset, type Choice } from '../../src/eligibility/best-subset.ts'
import { add, compare, nothing, type Value } from '../../src/eligibility/bundle-value.ts'
import { type Assessment, bestCombination } from '../../src/eligibility/index.ts'
import type { Clause, Policy } from '../../src/policy/index.ts'
import { blankPolicy } from '../blank-policy.ts'
import { assessmentOf, benefitOf } from './sample-assessment.ts'

type Link = Partial<Pick<Policy, 'exclusive' | 'exclusiveClause' | 'clauses' | 'prerequisites' | 'grants'>>

function combine(assessments: readonly Assessment[], links: Readonly<Record<string, Link>> = {}) {
  const findPolicy = (id: string) => ({
    ...blankPolicy,
    clauses: [],
    id,
    title: `政策${id}`,
    titleEn: `policy ${id}`,
    ...links[id],
  })
  return bestCombination(assessments, findPolicy)
}
const money = (policyId: string, min: number, max: number | null = min, changes: Partial<Assessment> = {}) =>
  assessmentOf(policyId, { benefits: [benefitOf('grant', min, max)], ...changes })

describe('of policies that exclude one another', () => {
  test('the one worth more is taken, whichever of them says so', () => {
    for (const links of [{ a: { exclusive: ['b'] } }, { b: { exclusive: ['a'] } }]) {
      const { certain } = combine([money('a', 100), money('b', 200), money('c', 50)], links)
      expect(certain.chosen).toEqual(['b', 'c'])
      expect(certain.total).toMatchObject({ min: 250, max: 250, isComplete: true })
      expect(certain.leftOut).toEqual([{ policyId: 'a', reason: 'exclusive', for: ['b'], mayBeWorthMore: false }])
    }
  })

  test('the clause that says so is cited, whichever of them has it', () => {
    const clause: Clause = {
      anchor: 'no-double',
      number: 7,
      heading: '要留意',
      topics: ['notes'],
      text: '不能同时享受。',
      from: null,
      until: null,
      nature: null,
      line: 1,
    }
    for (const [teller, other] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const link = { exclusive: [other], exclusiveClause: 'no-double', clauses: [clause] }
      const { certain } = combine([money('a', 100), money('b', 200)], { [teller]: link })
      const cited = { policyId: teller, anchor: 'no-double', number: 7, heading: '要留意' }
      expect(certain.leftOut).toMatchObject([{ policyId: 'a', clause: cited }])
    }
  })

  test('one that excludes two is left out where the two together are worth more', () => {
    const links = { big: { exclusive: ['one', 'two'] } }
    expect(combine([money('big', 150), money('one', 100), money('two', 60)], links).certain.chosen).toEqual([
      'one',
      'two',
    ])
    expect(combine([money('big', 170), money('one', 100), money('two', 60)], links).certain.chosen).toEqual(['big'])
  })

  test('sure money comes before possible money, and the other is said to be perhaps worth more', () => {
    const { certain } = combine([money('sure', 10), money('maybe', 0, 1_000)], { sure: { exclusive: ['maybe'] } })
    expect(certain.chosen).toEqual(['sure'])
    expect(certain.leftOut).toMatchObject([{ policyId: 'maybe', mayBeWorthMore: true }])
  })

  test('the first by id is taken where both are worth as much', () => {
    expect(combine([money('b', 10), money('a', 10)], { a: { exclusive: ['b'] } }).certain.chosen).toEqual(['a'])
  })

  test('deductions decide where no money does', () => {
    const deduction = (id: string, amount: number) =>
      assessmentOf(id, { benefits: [benefitOf('super-deduction', amount)] })
    expect(combine([deduction('a', 100), deduction('b', 120)], { a: { exclusive: ['b'] } }).certain.chosen).toEqual([
      'b',
    ])
  })
})

describe('the sums', () => {
  test('keep money, credit and deductions apart', () => {
    const benefits = [
      benefitOf('reward', 10),
      benefitOf('loan', 0, 1_000),
      benefitOf('super-deduction', 500),
      benefitOf('title', 0),
    ]
    const { total, creditLines, deductions } = combine([assessmentOf('a', { benefits })]).certain
    expect([total.max, creditLines.max, deductions.max]).toEqual([10, 1_000, 500])
    expect([total, creditLines, deductions].map(({ parts }) => parts.length)).toEqual([1, 1, 1])
  })

  test('count an amount that is not known as 0 and mark it', () => {
    const benefits = [
      { ...benefitOf('grant', 0), amount: null },
      { ...benefitOf('grant', 99), outcome: 'unknown' as const },
      { ...benefitOf('grant', 50), outcome: 'unmet' as const },
    ]
    const { total, explanation } = combine([assessmentOf('a', { benefits }), money('b', 5, null)]).certain
    expect(total).toMatchObject({ min: 5, max: null, isComplete: false })
    expect(total.parts.map(({ amount }) => amount)).toEqual([null, null, { min: 5, max: null }])
    expect(explanation.zh).toBe(
      '按公布的条件，这2项政策可以一起享受，金额合计5元以上。其中1项有的金额还算不出，没有计入。',
    )
  })
})

describe('what is undetermined', () => {
  const open = { verdict: 'undetermined' } as const
  test('belongs to the possible bundle only; what is ineligible to none', () => {
    const { certain, possible } = combine([
      money('a', 1),
      money('b', 2, 2, open),
      money('c', 4, 4, { verdict: 'ineligible' }),
    ])
    expect([certain.chosen, possible.chosen]).toEqual([['a'], ['a', 'b']])
    expect(possible.explanation.en).toBe(
      'By the published terms these 2 policies can be combined; money in all: 3 yuan.',
    )
  })

  const claim = (fact: string, value: boolean) =>
    ({ kind: 'condition', outcome: value ? 'met' : 'unmet', text: '', clause: null, fact, actual: { value } }) as const
  const links = { reward: { prerequisites: ['title'] }, title: { grants: ['isHeld'] } }
  test.each<[string, Assessment, string[]]>([
    [
      'is left out when its qualification is neither held nor possible',
      assessmentOf('title', { verdict: 'ineligible', findings: [claim('isHeld', false)] }),
      ['a'],
    ],
    ['stays when the qualification may be held', assessmentOf('title', { verdict: 'ineligible' }), ['a', 'reward']],
    [
      'stays when the qualification can be had',
      assessmentOf('title', { ...open, findings: [claim('isHeld', false)] }),
      ['a', 'reward', 'title'],
    ],
  ])('%s', (_, title, chosen) => {
    const { possible } = combine([money('a', 1), money('reward', 2, 2, open), title], links)
    expect(possible.chosen.toSorted()).toEqual(chosen)
  })

  test('says what it would need', () => {
    const title = assessmentOf('title', { verdict: 'ineligible', findings: [claim('isHeld', false)] })
    const { possible } = combine([money('reward', 2, 2, open), title], links)
    expect(possible.leftOut).toEqual([
      { policyId: 'reward', reason: 'prerequisite', for: ['title'], mayBeWorthMore: false },
    ])
    expect(possible.explanation.zh).toBe(
      '还没有可以一起享受的政策。「政策reward」要先取得「政策title」，现在还不具备。',
    )
  })
})

test('the search finds what trying everything finds', () => {
  const small = fc.integer({ min: 0, max: 5 })
  const values = fc.array(fc.tuple(small, small, small, small, fc.constant(1)), { minLength: 1, maxLength: 9 })
  const pairs = fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 14 })
  fc.assert(
    fc.property(values, pairs, (worths: readonly Value[], links) => {
      const choices = worths.map((value, place): Choice => {
        const excluded = links.flatMap(([a, b]) => (a === b ? [] : a === place ? [b] : b === place ? [a] : []))
        return { id: `p${place}`, value, excludes: new Set(excluded.map((other) => `p${other}`)) }
      })
      const valueOfAll = (chosen: readonly Choice[]) => chosen.reduce((sum, { value }) => add(sum, value), nothing)
      const isAllowed = (chosen: readonly Choice[]) =>
        !chosen.some(({ excludes }) => chosen.some(({ id }) => excludes.has(id)))
      const subsets = Array.from({ length: 2 ** choices.length }, (_, bits) =>
        choices.filter((_, place) => bits & (1 << place)),
      )
      const best = subsets
        .filter(isAllowed)
        .map(valueOfAll)
        .reduce((most, value) => (compare(value, most) > 0 ? value : most))
      const found = choices.filter(({ id }) => bestSubset(choices).has(id))
      expect(isAllowed(found)).toBe(true)
      expect(valueOfAll(found)).toEqual(best)
    }),
  )
})
