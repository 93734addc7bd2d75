import { describe, expect, test } from 'vitest'
import { checkNotions } from '../../src/eligibility/index.ts'
import {
  type Benefit,
  formatProblem,
  type Notions,
  type Policy,
  parseClauses,
  type Rule,
} from '../../src/policy/index.ts'
import { blankPolicy } from '../blank-policy.ts'
import { sampleFile } from '../policy/sample-policy.ts'
import { benefit, good, partsWith, problems, prose, score } from './sample-rules.ts'

describe('formulas', () => {
  test.each<[string, Partial<Benefit>, string[]]>([
    ['may use what the clause states', { formula: 'min(revenue * 0.5, 3000000)' }, []],
    ['may use a further clause', { formula: 'revenue * 0.05', basis: ['scores'] }, []],
    [
      'state no figure of their own',
      { formula: 'revenue * 0.7' },
      ['x.md:40: 0.7 in "revenue * 0.7" does not occur in a cited clause; cite one in basis'],
    ],
    [
      'rest on clauses that exist',
      { formula: 'revenue * 0.5', basis: ['gone'] },
      ['x.md:40: no clause has the anchor "sample-loan#gone"'],
    ],
    ['compute with numbers', { formula: 'place * 0.5' }, ['x.md:40: "place" is no number of facts.yaml']],
  ])('%s', (_, changes, expected) => {
    const notConditions = good.notConditions?.filter((anchor) => !changes.basis?.includes(anchor)) ?? []
    expect(problems({ benefits: benefit(changes), notConditions })).toEqual(expected)
  })
})

describe('a clause that states a condition', () => {
  test.each<[string, Partial<Policy>, string[]]>([
    [
      'under 谁能享受 must be coded or marked',
      { notConditions: ['all', 'age', 'date', 'trap'] },
      ['x.md:69: clause "scores" states a condition that is neither in the rule nor in notConditions'],
    ],
    [
      'under 要留意 too',
      { notConditions: ['all', 'age', 'date', 'scores'] },
      ['x.md:77: clause "trap" states a condition that is neither in the rule nor in notConditions'],
    ],
    [
      'cannot be both',
      { notConditions: ['all', 'size', 'age', 'date', 'scores', 'trap'] },
      ['x.md:30: notConditions: "size" is cited by the rule; take it out of one of them'],
    ],
    [
      'must exist to be marked',
      { notConditions: ['all', 'age', 'date', 'scores', 'trap', 'gone'] },
      ['x.md:30: notConditions: no clause has the anchor "gone"'],
    ],
  ])('%s', (_, changes, expected) => expect(problems(changes)).toEqual(expected))
})

test('a qualification grants claims of the catalogue only', () => {
  expect(problems({ grants: ['isHighTech', 'isHigh', 'employees'] })).toEqual([
    'x.md:50: grants: "isHigh" is no boolean of facts.yaml',
    'x.md:50: grants: "employees" is no boolean of facts.yaml',
  ])
})

test('all problems of a file are reported at once', () => {
  const rule: Rule = {
    all: [
      { fact: 'employes', atMost: 300, clause: 'size' },
      { notion: 'resident', clause: 'gone' },
    ],
  }
  expect(problems({ rule, notConditions: [] })).toHaveLength(3 + 5)
})

test('a shared condition is checked like a rule, its clauses naming their policy', () => {
  const { clauses } = parseClauses('sample.md', prose, 61)
  const files = [sampleFile({ ...blankPolicy, clauses })]
  const notions: Notions = {
    small: { label: score, rule: { fact: 'employees', atMost: 300, clause: 'sample-loan#size' } },
    other: {
      label: score,
      rule: {
        all: [
          { fact: 'employees', atMost: 301, clause: 'sample-loan#size' },
          { review: score, clause: 'size' },
        ],
      },
    },
  }
  expect(checkNotions('notions.yaml', files, partsWith(notions)).map(formatProblem)).toEqual([
    'notions.yaml:1: other: atMost 301 does not occur in clause "sample-loan#size"',
    'notions.yaml:1: other: no clause has the anchor "size"',
  ])
})
