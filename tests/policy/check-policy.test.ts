import { describe, expect, test } from 'vitest'
import { checkCorpus, type Policy, type PolicyFile } from '../../src/policy/index.ts'
import { sampleFile, samplePolicy, sampleProse } from './sample-policy.ts'

const problems = (policy: Policy, changes: Partial<PolicyFile> = {}) =>
  checkCorpus([sampleFile(policy, changes)]).map(({ line, message }) => `${line}: ${message}`)
const prose = (from: string | RegExp, to: string) => samplePolicy({}, sampleProse.replace(from, to))
const benefit = (parts: object): Policy =>
  samplePolicy({ benefits: [{ type: 'loan', label: '贷款', clause: 'amount', ...parts }] })

test('a policy without a fault has no problem', () => {
  expect(problems(samplePolicy())).toEqual([])
})

describe('what a policy must say', () => {
  test.each([
    ['what it is', /## 这是什么[^#]*(?:\{#what\})[^#]*/, '', 'section "这是什么" is missing'],
    ['whom to ask', /## 找谁问[^#]*\{#contact\}.*\n/, '', 'section "找谁问" is missing'],
    ['who can have it', /## 谁能享受[^#]*(?:\{#who\})[^#]*/, '', 'no clause answers "conditions"'],
    ['how much', /## 给什么[^#]*(?:\{#amount\})[^#]*/, '', 'no clause answers "amount"'],
    ['how to apply', '## 怎么办理', '## 要留意', 'no clause answers "process"'],
    ['which materials', 'materials,', '', 'no clause answers "materials"'],
    ['by when', 'deadline,', '', 'no clause answers "deadline"'],
    ['how long it holds', ',validity', '', 'no clause answers "validity"'],
  ])('%s', (_, from, to, expected) => {
    expect(problems(prose(from, to)).join('\n')).toContain(expected)
  })

  test('may be that it is not known, naming what is left open', () => {
    const unknown = (topics: string) =>
      samplePolicy(
        {},
        `${sampleProse.replace('materials,', '')}\n## 还不知道\n\n6. {#unknown${topics}} 示范贷的材料未查到。\n`,
      )
    expect(problems(unknown(' topic=materials'))).toEqual([])
    expect(problems(unknown('')).join('\n')).toContain(
      'clause "unknown" in 还不知道 must name the topics it leaves open',
    )
  })
})

describe('what a program reads must stand in the clause it names', () => {
  test.each([
    ['an amount', { amount: 3_000_000 }],
    ['a rate', { rate: 0.5 }],
    ['a cap', { cap: 3_000_000, rate: 0.5 }],
  ])('%s that is stated is accepted', (_, parts) => expect(problems(benefit(parts))).toEqual([]))

  test.each([
    ['an amount', { amount: 5_000_000 }, '10: amount 5000000 does not occur in clause "amount"'],
    ['a cap', { cap: 1 }, '10: cap 1 does not occur in clause "amount"'],
    ['a rate', { rate: 0.3 }, '10: rate 0.3 does not occur in clause "amount"'],
    ['a clause', { clause: 'gone' }, '10: no clause has the anchor "gone"'],
  ])('%s that is not there is reported', (_, parts, expected) => {
    expect(problems(benefit(parts))).toEqual([expected])
  })

  test('a window and a contact name living clauses', () => {
    const policy = samplePolicy({
      windows: [{ name: '第一批', from: null, until: null, clause: 'window' }],
      contact: { organisation: '区发展改革委', phone: null, clause: 'phone' },
    })
    expect(problems(policy)).toEqual(['10: no clause has the anchor "window"', '10: no clause has the anchor "phone"'])
  })

  test('an anchor means one clause', () => {
    expect(problems(prose('#who', '#what'))).toEqual(['9: anchor "what" is used twice'])
  })

  test('the title of the prose is the title of the front matter', () => {
    expect(problems(samplePolicy(), { title: '别的' })).toEqual([
      '1: the "# " title "别的" differs from title "示范贷"',
    ])
  })
})

describe('dates that cannot be are reported', () => {
  const range = { from: '2026-08-31', until: '2026-06-01' }
  test.each<[string, Policy, string]>([
    [
      'a policy that ends before it begins',
      samplePolicy({ effectiveFrom: '2026-01-02', effectiveUntil: '2026-01-01' }),
      '10: "effective" begins 2026-01-02, after its end 2026-01-01',
    ],
    [
      'a window that closes before it opens',
      samplePolicy({ windows: [{ name: '第一批', ...range, clause: 'how' }] }),
      '10: "第一批" begins 2026-08-31, after its end 2026-06-01',
    ],
    [
      'a clause that ends before it begins',
      prose('{#amount}', '{#amount from=2026-08-31 until=2026-06-01}'),
      '13: "amount" begins 2026-08-31, after its end 2026-06-01',
    ],
  ])('%s', (_, policy, expected) => expect(problems(policy)).toEqual([expected]))

  test('a single day is possible', () => {
    expect(problems(samplePolicy({ effectiveFrom: '2026-01-01', effectiveUntil: '2026-01-01' }))).toEqual([])
  })
})
