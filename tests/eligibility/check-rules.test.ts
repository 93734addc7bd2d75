import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/policy/index.ts'
import { benefit, good, problems, score, size } from './sample-rules.ts'

test('a rule without a fault has no problem', () => expect(problems({})).toEqual([]))

describe('a fault in a rule is reported with its line:', () => {
  test.each<[string, Rule, string]>([
    [
      'a typo in a fact key',
      { fact: 'employes', atMost: 300, clause: 'size' },
      'fact "employes" is not in facts.yaml; add it there or fix the key',
    ],
    [
      'an unknown option',
      { fact: 'place', is: 'changing', clause: 'size' },
      '"changing" is no option; use changning, shanghai, mainland',
    ],
    ['an unknown industry', { fact: 'industry', in: ['I65', 'Z9'], clause: 'size' }, 'industry code "Z9" is unknown'],
    [
      'a claim that is neither true nor false',
      { fact: 'isHighTech', is: 'yes', clause: 'size' },
      '"yes" is neither true nor false',
    ],
    [
      'a threshold that is not in the clause',
      { fact: 'employees', atMost: 500, clause: 'size' },
      'atMost 500 does not occur in clause "size"',
    ],
    [
      'a date that is not in the clause',
      { fact: 'establishedOn', atLeast: '2025-01-01', clause: 'date' },
      'atLeast 2025-01-01 does not occur in clause "date"',
    ],
    ['a number for a date', { fact: 'establishedOn', atLeast: 2026, clause: 'date' }, 'atLeast: 2026 is no date'],
    [
      'a date for a number',
      { fact: 'employees', atMost: '2026-01-01', clause: 'date' },
      'atMost: 2026-01-01 is no number',
    ],
    [
      'no requirement',
      { fact: 'employees', clause: 'size' },
      '"employees" has no requirement; give one of atLeast, above, atMost, below',
    ],
    [
      'a comparison of another type',
      { fact: 'isHighTech', atLeast: 300, clause: 'size' },
      '"isHighTech" is a boolean and cannot be compared by atLeast; use is',
    ],
    ['a dead anchor', { fact: 'employees', atMost: 300, clause: 'sice' }, 'no clause has the anchor "sice"'],
    [
      'a dead anchor of another policy',
      { review: score, clause: 'other#size' },
      'no clause has the anchor "other#size"',
    ],
    [
      'a dead basis',
      { expression: 'patents', label: score, atLeast: 2, clause: 'scores', basis: ['gone'] },
      'no clause has the anchor "gone"',
    ],
    [
      'a bad expression',
      { expression: 'patents +', label: score, atLeast: 2, clause: 'scores' },
      '"patents +": expected a number, a fact or "(", found the end',
    ],
    [
      'a fact of an expression that is no number',
      { expression: 'isHighTech', label: score, atLeast: 2, clause: 'scores' },
      '"isHighTech" is no number of facts.yaml',
    ],
    [
      'a figure of an expression in no clause',
      { expression: 'bands(rdRatio, 0.05, 30)', label: score, atLeast: 20, clause: 'scores' },
      '30 in "bands(rdRatio, 0.05, 30)" does not occur in a cited clause; cite one in basis',
    ],
    [
      'an unknown notion',
      { notion: 'resident', clause: 'size' },
      'notion "resident" is not in notions.yaml; add it there or fix the name',
    ],
  ])('%s', (_, rule, message) => {
    const cited = 'clause' in rule ? [rule.clause] : []
    const notConditions = good.notConditions?.filter((anchor) => !cited.includes(anchor)) ?? []
    expect(problems({ rule: { all: [size, rule] }, notConditions })).toEqual([`x.md:23: ${message}`])
  })

  test('in a tier of a benefit', () => {
    const when: Rule = { fact: 'employees', atMost: 20, clause: 'size' }
    expect(problems({ benefits: benefit({ when }) })).toEqual(['x.md:41: atMost 20 does not occur in clause "size"'])
  })
})

describe('a threshold may be written as people write it:', () => {
  test.each<[string, Rule]>([
    ['50000000 as 5000万', { fact: 'assets', atMost: 50_000_000, clause: 'size' }],
    ['36 months as 3 years', { fact: 'monthsEstablished', atLeast: 36, clause: 'age' }],
    ['0.05 as 5%', { fact: 'rdRatio', atLeast: 0.05, clause: 'scores' }],
    ['0 as nothing', { fact: 'patents', above: 0, clause: 'scores' }],
    ['a date in words', { fact: 'establishedOn', atLeast: '2026-01-01', clause: 'date' }],
  ])('%s', (_, rule) => {
    const notConditions = good.notConditions?.filter((anchor) => 'clause' in rule && anchor !== rule.clause) ?? []
    expect(problems({ rule: { all: [size, rule] }, notConditions })).toEqual([])
  })
})
