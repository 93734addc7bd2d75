import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompanyProfile, FactValue, Verdict } from '../../src/eligibility/index.ts'
import type { Rule } from '../../src/policy/index.ts'
import { createFirms } from './random-firm.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const clause = 'who'
const numbers = {
  employees: [0, 20, 300, 1000],
  revenue: [0, 3_000_000, 20_000_000],
  rdRatio: [0.03, 0.05],
  patents: [1, 5],
}
const bound = fc
  .constantFrom(...(Object.keys(numbers) as (keyof typeof numbers)[]))
  .chain((fact) =>
    fc.record({
      fact: fc.constant(fact),
      kind: fc.constantFrom('atLeast', 'above', 'atMost', 'below'),
      value: fc.constantFrom(...numbers[fact]),
    }),
  )
  .map(({ fact, kind, value }): Rule => ({ fact, [kind]: value, clause }))
const leaf: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 4, arbitrary: bound },
  fc.constantFrom<Rule>(
    { fact: 'isHighTech', is: true, clause },
    { fact: 'hasArrears', is: false, clause },
    { fact: 'place', in: ['changning', 'shanghai'], clause },
    { fact: 'sizeClass', in: ['small', 'micro'], clause },
    { fact: 'industry', in: ['I', 'C39'], clause },
    { fact: 'monthsEstablished', atLeast: 36, clause },
    { fact: 'monthsEstablished', atMost: 60, clause },
    { fact: 'intellectualProperty', atLeast: 5, clause },
    { fact: 'establishedOn', atLeast: '2021-01-01', clause },
    { review: { zh: '核心技术', en: 'core technology' }, clause },
    {
      expression: 'bands(rdRatio, 0.03, 10, 0.05, 20) + max(0, patents)',
      label: { zh: '得分', en: 'score' },
      atLeast: 20,
      clause,
    },
    {
      expression: 'rdExpense / employees - taxableIncome * 2',
      label: { zh: '人均', en: 'per head' },
      above: 0,
      clause,
    },
  ),
)
const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 2, arbitrary: leaf },
    { weight: 2, arbitrary: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((all): Rule => ({ all })) },
    { weight: 2, arbitrary: fc.array(tie('rule'), { minLength: 1, maxLength: 4 }).map((any): Rule => ({ any })) },
    { weight: 1, arbitrary: tie('rule').map((inner): Rule => ({ not: inner })) },
  ),
}))

/** The rules side by side, and a firm that knows what they ask for. */
function judged(rules: readonly Rule[], seed: number) {
  const assessor = assessorOf(rules.map((one, place) => policyWith(one, [], { id: `policy-${place}` })))
  const prepared = [...assessor.preparedPolicies(asOf).values()]
  const firm = createFirms(
    assessor,
    prepared.flatMap(({ rule }) => rule ?? []),
    asOf,
  )(seed)
  const verdicts = (profile: CompanyProfile): Verdict[] =>
    prepared.map((policy) => assessor.decide(policy, assessor.know(profile, asOf)))
  return { assessor, prepared, firm, verdicts }
}

const holds = (
  law: (rules: readonly Rule[], seed: number) => void,
  build = (one: Rule, other: Rule): Rule[] => [one, other],
) =>
  fc.assert(
    fc.property(rule, rule, fc.integer(), (one, other, seed) => law(build(one, other), seed)),
    { numRuns: 400 },
  )

const negated: Readonly<Record<Verdict, Verdict>> = {
  eligible: 'ineligible',
  ineligible: 'eligible',
  undetermined: 'undetermined',
}

test('not turns eligible and ineligible round and leaves undetermined as it is', () => {
  holds(
    (rules, seed) => {
      const { verdicts, firm } = judged(rules, seed)
      const [plain, not, twice] = verdicts(firm.more)
      expect(plain && negated[plain]).toBe(not)
      expect(twice).toBe(plain)
    },
    (one) => [one, { not: one }, { not: { not: one } }],
  )
})

test('De Morgan: not all is any not, not any is all not', () => {
  holds(
    (rules, seed) => {
      const { verdicts, firm } = judged(rules, seed)
      const [notAll, anyNot, notAny, allNot] = verdicts(firm.more)
      expect([notAll, notAny]).toEqual([anyNot, allNot])
    },
    (one, other) => [
      { not: { all: [one, other] } },
      { any: [{ not: one }, { not: other }] },
      { not: { any: [one, other] } },
      { all: [{ not: one }, { not: other }] },
    ],
  )
})

test('the order of conditions does not matter', () => {
  holds(
    (rules, seed) => {
      const { verdicts, firm } = judged(rules, seed)
      const [all, allTurned, any, anyTurned] = verdicts(firm.more)
      expect([all, any]).toEqual([allTurned, anyTurned])
    },
    (one, other) => [{ all: [one, other] }, { all: [other, one] }, { any: [one, other] }, { any: [other, one] }],
  )
})

test('learning a fact never changes a decided verdict, and the whole truth leaves only reviews open', () => {
  holds((rules, seed) => {
    const { assessor, verdicts, firm } = judged(rules, seed)
    const [less, more, truth] = [firm.less, firm.more, firm.truth].map(verdicts)
    const decided = (from: readonly Verdict[] = []) => from.map((verdict) => verdict !== 'undetermined')
    const kept = (from: readonly Verdict[] = [], to: readonly Verdict[] = []) =>
      from.filter((_, place) => decided(from)[place] && from[place] !== to[place])
    expect(kept(less, more)).toEqual([])
    expect(kept(more, truth)).toEqual([])
    expect(assessor.assessAll(firm.truth, asOf, 'en').flatMap(({ missingFacts }) => missingFacts)).toEqual([])
  })
})

test('an undetermined verdict has something open, a decided one has not', () => {
  holds((rules, seed) => {
    const { assessor, firm } = judged(rules, seed)
    for (const { verdict, missingFacts, openReviews } of assessor.assessAll(firm.more, asOf, 'zh-CN'))
      expect(missingFacts.length + openReviews.length > 0).toBe(verdict === 'undetermined')
  })
})

test('what is decided for a range is decided so for each value in it', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 1200 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  const within = fc.tuple(
    bound.filter((one) => 'fact' in one && one.fact === 'employees'),
    range,
    fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
  )
  fc.assert(
    fc.property(
      within,
      fc.constantFrom('min', 'above'),
      fc.constantFrom('max', 'below'),
      ([one, [low, high], shares], lower, upper) => {
        fc.pre(low < high)
        const { verdicts } = judged([one, { not: one }], 1)
        const ofRange = verdicts({ employees: { [lower]: low, [upper]: high } as FactValue })
        const inner = shares
          .map((share) => low + share * (high - low))
          .filter((value) => (lower === 'min' || value > low) && (upper === 'max' || value < high))
        const [first = 'undetermined'] = ofRange
        const samples = inner.map((value) => verdicts({ employees: { value } })[0])
        if (first !== 'undetermined') expect(samples.filter((verdict) => verdict !== first)).toEqual([])
        else
          expect(verdicts({ employees: { value: lower === 'min' ? low : low + 1e-9 } })).not.toEqual(
            verdicts({ employees: { value: upper === 'max' ? high : high - 1e-9 } }),
          )
      },
    ),
    { numRuns: 400 },
  )
})
