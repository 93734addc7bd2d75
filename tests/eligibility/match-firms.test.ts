import { describe, expect, test, vi } from 'vitest'
import {
  type Assessment,
  assessFirms,
  type CompanyProfile,
  decideFirms,
  isNear,
  matchablePolicies,
  matchReasons,
  moneyOf,
  rankFirms,
} from '../../src/eligibility/index.ts'
import { asOf, assessorOf, policyWith } from './sample-eligibility.ts'

const policies = [
  policyWith({
    all: [
      { fact: 'place', is: 'changning', clause: 'who' },
      { fact: 'employees', atMost: 300, clause: 'who' },
      { fact: 'monthsEstablished', atLeast: 36, clause: 'who' },
    ],
  }),
  policyWith({ fact: 'isHighTech', is: true, clause: 'who' }, [], { id: 'other-loan' }),
  policyWith({ fact: 'isHighTech', is: true, clause: 'who' }, [], { id: 'ended', effectiveUntil: '2025-12-31' }),
  policyWith(null, [], { id: 'nothing-to-qualify-for' }),
]
const assessor = assessorOf(policies)
const firmOf = (row: number, profile: CompanyProfile) => ({ row, profile })
const good = { place: { value: 'changning' }, employees: { value: 40 }, establishedOn: { value: '2020-01-01' } }
const firms = [
  firmOf(2, good),
  firmOf(3, { ...good, employees: { value: 500 } }),
  firmOf(4, { place: { value: 'changning' } }),
  firmOf(5, { ...good, establishedOn: { value: '2024-01-01' } }),
  firmOf(6, { place: { value: 'mainland' }, employees: { value: 900 } }),
  firmOf(7, { ...good, establishedOn: { min: '2019-01-01', max: '2025-01-01' } }),
]
const partsOf = (pause = async () => {}) => ({
  assessor,
  policies: matchablePolicies(assessor, asOf),
  asOf,
  locale: 'zh-CN' as const,
  pause,
})

const whole = (assessment: Assessment) => assessment

async function all<Item>(chunks: AsyncGenerator<Item[]>): Promise<Item[]> {
  return (await Array.fromAsync(chunks)).flat()
}

describe('firms and policies', () => {
  test('only policies that apply on the day and have something to qualify for are matched', () => {
    expect(matchablePolicies(assessor, asOf).map(({ policy }) => policy.id)).toEqual(['sample-loan', 'other-loan'])
    expect(matchablePolicies(assessor, '2025-06-01').map(({ policy }) => policy.id)).toContain('ended')
  })

  test('the fast verdicts are those of the full assessments', async () => {
    const decided = await all(decideFirms(firms, partsOf()))
    const assessed = await all(assessFirms(firms, ['eligible', 'undetermined', 'ineligible'], whole, partsOf()))
    expect(decided.map(({ verdicts }) => verdicts)).toEqual(
      assessed.map(({ rows }) => rows.map(({ verdict }) => verdict)),
    )
    expect(decided.map(({ verdicts }) => verdicts[0])).toEqual([
      'eligible',
      'ineligible',
      'undetermined',
      'ineligible',
      'ineligible',
      'undetermined',
    ])
  })

  test('only verdicts that are wanted are explained', async () => {
    const assessed = await all(assessFirms(firms, ['eligible'], whole, partsOf()))
    expect(assessed.map(({ rows }) => rows.map(({ verdict }) => verdict))).toEqual([['eligible'], [], [], [], [], []])
  })

  test('a firm is worked out once, however many policies there are', async () => {
    const know = vi.fn(assessor.know)
    await all(decideFirms(firms, { ...partsOf(), assessor: { ...assessor, know } }))
    expect(know).toHaveBeenCalledTimes(firms.length)
  })

  test('there is a pause before each chunk, and work that is no longer wanted ends there', async () => {
    let pauses = 0
    const stopping = async () => {
      pauses += 1
      if (pauses === 3) throw new DOMException('gone', 'AbortError')
    }
    const many = Array.from({ length: 1000 }, (_, row) => firmOf(row, good))
    const seen: number[] = []
    const work = async () => {
      for await (const chunk of assessFirms(many, ['eligible'], whole, partsOf(stopping))) seen.push(chunk.length)
    }
    await expect(work()).rejects.toThrow('gone')
    expect(seen.length).toBe(2)
    expect(Math.max(...seen)).toBeLessThan(100)
  })
})

describe('firms that are alike in all that a policy looks at', { timeout: 60_000 }, () => {
  test('get the same row, which is the one that each would get by itself', async () => {
    const { asOf: day, assessor: real, judged, randomFirm } = await import('./real-eligibility.ts')
    const random = Array.from({ length: 20 }, (_, seed) => firmOf(seed, randomFirm(seed).more))
    const alike = random.map(({ row, profile }) => firmOf(row + 100, { ...profile, revenue: { value: 1 } }))
    const rowOf = ({ findings: _, ...rest }: Assessment) => rest
    const reasonsOf = (one: Assessment) => ({ ...rowOf(one), ...matchReasons(one, (key) => key), money: moneyOf(one) })
    const parts = { ...partsOf(), assessor: real, policies: judged, asOf: day }
    const rows = await all(
      assessFirms([...random, ...alike], ['eligible', 'undetermined', 'ineligible'], reasonsOf, parts),
    )
    for (const { firm, rows: remembered } of rows)
      expect(remembered).toEqual(
        judged.map((policy) => reasonsOf(real.assessPrepared(policy, firm.profile, day, 'zh-CN'))),
      )
  })
})

describe('the firms of one policy', () => {
  const ranked = async () => {
    const parts = { ...partsOf(), policies: matchablePolicies(assessor, asOf).slice(0, 1) }
    const assessed = await all(assessFirms(firms, ['eligible', 'undetermined', 'ineligible'], whole, parts))
    const near = assessed.flatMap(({ firm, rows }) => rows.map((assessment) => ({ firm, assessment })))
    return rankFirms(near.filter(({ assessment }) => isNear(assessment)))
  }

  test('come as eligible, then possible with few facts missing, then one step away with time first', async () => {
    expect((await ranked()).map(({ firm }) => firm.row)).toEqual([2, 7, 4, 5, 3])
  })

  test('leave out whoever misses more than one condition', async () => {
    expect((await ranked()).map(({ firm }) => firm.row)).not.toContain(6)
  })

  test('say from when time makes it possible', async () => {
    const found = (await ranked()).find(({ firm }) => firm.row === 5)
    expect(found?.assessment.possibleFrom).toBe('2027-01-01')
  })
})

describe('reasons and money', () => {
  const money = policyWith(
    { fact: 'place', is: 'changning', clause: 'who' },
    [
      { type: 'grant', label: '奖励', amount: 100_000, clause: 'amount' },
      {
        type: 'reward',
        label: '高企另奖',
        amount: 300_000,
        when: { fact: 'isHighTech', is: true, clause: 'who' },
        clause: 'amount',
      },
      { type: 'loan', label: '贷款', cap: 3_000_000, clause: 'amount' },
    ],
    { id: 'grant' },
  )
  const assess = (profile: CompanyProfile) => assessorOf([money]).assess('grant', profile, asOf, 'zh-CN')
  const here = { place: { value: 'changning' } }

  test('the best single benefit counts: sure at least, possible at most; loans stand apart', () => {
    expect(moneyOf(assess(here))).toEqual({ min: 100_000, max: 300_000 })
    expect(moneyOf(assess({ ...here, isHighTech: { value: false } }))).toEqual({ min: 100_000, max: 100_000 })
    expect(moneyOf(assess({ ...here, isHighTech: { value: true } }))).toEqual({ min: 300_000, max: 300_000 })
  })

  test('a firm that is not eligible is promised nothing', () => {
    expect(moneyOf(assess({ place: { value: 'mainland' } }))).toBeNull()
  })

  test('reasons name what fails, what is missing and the clauses', () => {
    const label = (key: string) => assessor.label(key, 'zh-CN')
    const failed = matchReasons(assess({ place: { value: 'mainland' } }), label)
    expect(failed).toMatchObject({ unmet: [expect.stringContaining('注册地')], missing: [], clauses: [1] })
    expect(matchReasons(assess({}), label)).toMatchObject({ unmet: [], missing: ['注册地'], clauses: [1] })
  })
})
