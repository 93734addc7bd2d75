import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CompanyProfile, keyFailures, parseProfile } from '../../src/eligibility/index.ts'
import { unmet } from '../../src/eligibility/outcome.ts'
import { randomOf } from './random-numbers.ts'
import {
  asOf,
  assessor,
  catalogue,
  isIndustry,
  judged,
  nextQuestion,
  policies,
  randomFirm,
} from './real-eligibility.ts'

/** Every rule of the corpus with random firms. */
const seed = fc.integer()
const hold = (runs: number, law: (firm: ReturnType<typeof randomFirm>, seed: number) => void) =>
  fc.assert(
    fc.property(seed, (number) => law(randomFirm(number), number)),
    { numRuns: runs },
  )
const verdictsOf = (profile: CompanyProfile) => {
  const known = assessor.know(profile, asOf)
  return judged.map((policy) => ({ id: policy.policy.id, verdict: assessor.decide(policy, known) }))
}

test('learning a fact never changes a verdict that is decided', () => {
  hold(300, ({ less, more, truth }) => {
    const [first, second, last] = [less, more, truth].map(verdictsOf)
    const decided = (from: typeof first, to: typeof first) =>
      from?.flatMap(({ id, verdict }, place) =>
        verdict !== 'undetermined' && verdict !== to?.[place]?.verdict
          ? [`${id}: ${verdict} became ${to?.[place]?.verdict}`]
          : [],
      )
    expect(decided(first, second)).toEqual([])
    expect(decided(second, last)).toEqual([])
  })
})

test('the verdict alone is that of the whole assessment', () => {
  hold(40, ({ more }) => {
    const assessments = assessor.assessAll(more, asOf, 'zh-CN')
    expect(assessments.map(({ policyId, verdict }) => ({ id: policyId, verdict }))).toEqual(verdictsOf(more))
  })
})

test('a verdict is undetermined exactly where a fact is missing or a judgement is left to people', () => {
  hold(60, ({ more }) => {
    const faults = assessor.assessAll(more, asOf, 'zh-CN').filter(({ verdict, missingFacts, openReviews }) => {
      const isOpen = missingFacts.length + openReviews.length > 0
      return verdict === 'undetermined' ? !isOpen : isOpen
    })
    expect(faults.map(({ policyId, verdict }) => `${policyId}: ${verdict}`)).toEqual([])
  })
})

test('a firm that is ineligible gets no benefit and is told why', () => {
  hold(40, ({ more }) => {
    const failed = assessor.assessAll(more, asOf, 'zh-CN').filter(({ verdict }) => verdict === 'ineligible')
    const benefits = failed.flatMap((assessment) => assessment.benefits)
    expect(benefits.filter(({ outcome, amount }) => outcome !== 'unmet' || amount !== null)).toEqual([])
    const counts = failed.map((one) => ({ id: one.policyId, unmet: keyFailures(one).length }))
    expect(counts).toEqual(failed.map(({ policyId, distance }) => ({ id: policyId, unmet: distance?.unmet })))
  })
})

test('answering what is missing, again and again, leaves nothing missing', () => {
  hold(40, ({ less, truth }) => {
    for (const policy of judged) {
      let profile = less
      for (let round = 0; round < 30; round += 1) {
        const missing = assessor.missing(policy, assessor.know(profile, asOf))
        if (missing.length === 0) break
        profile = {
          ...profile,
          ...Object.fromEntries(missing.flatMap((key) => (truth[key] ? [[key, truth[key]]] : []))),
        }
      }
      expect([policy.policy.id, ...assessor.missing(policy, assessor.know(profile, asOf))]).toEqual([policy.policy.id])
    }
  })
})

test('the order of the facts in a profile does not matter', () => {
  hold(60, ({ more }, number) => {
    const random = randomOf(number)
    const shuffled = Object.entries(more)
      .map((entry) => ({ entry, place: random.next() }))
      .sort((a, b) => a.place - b.place)
    expect(verdictsOf(Object.fromEntries(shuffled.map(({ entry }) => entry)))).toEqual(verdictsOf(more))
  })
})

test('any profile that is accepted can be assessed', () => {
  const value = fc.oneof(
    fc.boolean(),
    fc.double(),
    fc.constantFrom('2024-02-29', '1900-01-01', 'changning', 'company', 'I65', 'G53', 'quarter', ''),
    fc.record(
      { min: fc.integer(), max: fc.integer(), above: fc.double({ noNaN: true }), below: fc.integer() },
      { requiredKeys: [] },
    ),
    fc.record({ min: fc.constant('2021-01-01'), below: fc.constant('2024-01-01') }, { requiredKeys: [] }),
    fc.record({
      oneOf: fc.array(fc.constantFrom('I65', 'C39', 'G53', 'small', 'micro', 'shanghai', 'changning'), {
        minLength: 1,
      }),
    }),
  )
  const input = fc.dictionary(fc.constantFrom(...Object.keys(catalogue.facts)), value, { maxKeys: 60 })
  fc.assert(
    fc.property(input, (raw) => {
      const { profile } = parseProfile(raw, catalogue, asOf, 'zh-CN', isIndustry)
      for (const { id } of policies) assessor.assess(id, profile, asOf, 'en')
    }),
    { numRuns: 60 },
  )
})

test('a question asks for what can change a verdict, makes sense, and is neither known nor skipped, while there is such a fact', () => {
  hold(40, ({ less }, number) => {
    const random = randomOf(number)
    const missing = new Set(judged.flatMap((policy) => assessor.missing(policy, assessor.know(less, asOf))))
    const skipped = [...missing].filter(() => random.next() < 0.5)
    const known = assessor.know(less, asOf)
    const makesSense = (key: string) => catalogue.facts[key]?.question && assessor.worthAsking(key, known) !== unmet
    const askable = [...missing].filter((key) => !skipped.includes(key) && makesSense(key))
    const question = nextQuestion({ profile: less, asOf, locale: 'zh-CN', skipped })
    expect(question === null).toBe(askable.length === 0)
    expect(question?.facts.filter((key) => !askable.includes(key)) ?? []).toEqual([])
    expect(question?.facts.filter((key) => less[key] && 'value' in less[key]) ?? []).toEqual([])
  })
})

test('time makes a policy possible on the day that is said, and not the day before', () => {
  const seen = new Set<string>()
  // Few random firms fail by time alone: the same many are looked at in every run.
  for (let number = 0; number < 300; number += 1) {
    const { more } = randomFirm(number)
    for (const { policyId, possibleFrom } of assessor.assessAll(more, asOf, 'zh-CN')) {
      if (!possibleFrom) continue
      seen.add(policyId)
      const dayBefore = new Date(Date.parse(possibleFrom) - 86_400_000).toISOString().slice(0, 10)
      expect([policyId, assessor.assess(policyId, more, possibleFrom, 'zh-CN').verdict]).not.toEqual([
        policyId,
        'ineligible',
      ])
      expect([policyId, assessor.assess(policyId, more, dayBefore, 'zh-CN').verdict]).toEqual([policyId, 'ineligible'])
    }
  }
  expect(seen.size).toBeGreaterThan(0)
})
