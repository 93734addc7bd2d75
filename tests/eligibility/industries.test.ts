import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkIndustries, createIndustries, Industries } from '../../src/eligibility/index.ts'
import { figuresIn } from '../../src/policy/index.ts'

const data = Industries.parse(parse(readFileSync('corpus/industries.yaml', 'utf8'), { schema: 'core' }))
const industries = createIndustries(data)
const standard = readFileSync('corpus/policies/national/sme-size-classes.md', 'utf8').split('\n')
const lineOf = (anchor: string) => standard.findIndex((line) => line.includes(`{#${anchor}}`))
const clauseOf = (anchor: string) => (standard[lineOf(anchor)] ?? '').replace(/^\d+\. /, '')

describe('the industries of the corpus', () => {
  test('have no problem', () => expect(checkIndustries(data)).toEqual([]))

  test('are the 97 divisions of GB/T 4754—2017 in 20 sections', () => {
    const divisions = data.sections.flatMap((section) => section.divisions.map(({ code }) => code.slice(1)))
    expect(divisions).toEqual(Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0')))
    expect(data.sections.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  })

  test('have each leaf in one size class at most, and without one only where the data says why', () => {
    const without = industries.leaves.filter((leaf) => industries.sizeClassOf(leaf) === null)
    expect(without).toEqual(data.unclassified.map(({ code }) => code))
    expect(new Set(industries.leaves).size).toBe(industries.leaves.length)
  })
})

describe('the size classes', () => {
  test('are the 16 of the standard, in the order of its clauses', () => {
    const lines = industries.sizeClasses.map(({ clause }) => lineOf(clause))
    expect(lines).toHaveLength(16)
    expect(lines).toEqual(lines.toSorted((a, b) => a - b))
    expect(Math.min(...lines)).toBeGreaterThan(0)
  })

  test.each(industries.sizeClasses)('$key has the limits of its clause, all of them and no others', (sizeClass) => {
    const { employees, revenue, assets } = sizeClass
    const people = Object.values(employees ?? {}).map((limit) => `${limit}人`)
    const yuan = [...Object.values(revenue ?? {}), ...Object.values(assets ?? {})].map((limit) => `${limit}元`)
    expect(new Set([...people, ...yuan])).toEqual(figuresIn(clauseOf(sizeClass.clause)))
  })

  test.each(industries.sizeClasses)('$key looks at the measures that its clause names', (sizeClass) => {
    const clause = clauseOf(sizeClass.clause)
    const named = [/看[^：]*从业人员/, /看[^：]*营业收入/, /看[^：]*资产总额/].map((measure) => measure.test(clause))
    expect([sizeClass.employees, sizeClass.revenue, sizeClass.assets].map((limits) => limits !== undefined)).toEqual(
      named,
    )
  })

  test.each([
    ['A05', 'agriculture'],
    ['B06', 'industry'],
    ['C43', 'industry'],
    ['D46', 'industry'],
    ['E50', 'construction'],
    ['F51', 'wholesale'],
    ['F52', 'retail'],
    ['G58', 'transport'],
    ['G591', 'transport'],
    ['G592', 'warehousing'],
    ['G60', 'postal'],
    ['H61', 'accommodation'],
    ['H62', 'catering'],
    ['I64', 'information-transmission'],
    ['I65', 'software'],
    ['K701', 'real-estate'],
    ['K702', 'property-management'],
    ['K703', 'other'],
    ['L71', 'leasing-business'],
    ['L72', 'leasing-business'],
    ['M73', 'other'],
    ['O80', 'other'],
    ['Q85', 'other'],
    ['R90', 'other'],
    ['G53', undefined],
    ['J66', undefined],
    ['K704', undefined],
    ['P83', undefined],
    ['Q84', undefined],
    ['Z99', undefined],
  ])('%s falls under %s', (leaf, key) => expect(industries.sizeClassOf(leaf)?.key).toBe(key))
})

describe('leavesOf', () => {
  test.each([
    ['F', ['F51', 'F52']],
    ['I65', ['I65']],
    ['K70', ['K701', 'K702', 'K703', 'K704', 'K709']],
    ['K702', ['K702']],
    ['K7040', ['K704']],
    ['I6513', ['I65']],
    ['I651', ['I65']],
    ['G5930', ['G592']],
    ['G59', ['G591', 'G592']],
    ['G', ['G53', 'G54', 'G55', 'G56', 'G57', 'G58', 'G591', 'G592', 'G60']],
    ['C12', []],
    ['I66', []],
    ['I6', []],
    ['X', []],
    ['', []],
    ['I65131', []],
    ['i65', []],
  ])('%s: %j', (code, leaves) => expect(industries.leavesOf(code)).toEqual(leaves))

  test('gives a list of its own each time', () => {
    industries.leavesOf('F').pop()
    expect(industries.leavesOf('F')).toEqual(['F51', 'F52'])
  })
})

describe('nameOf', () => {
  test.each([
    ['C', 'zh-CN', '制造业'],
    ['C13', 'zh-CN', '农副食品加工业'],
    ['I6513', 'zh-CN', '软件和信息技术服务业'],
    ['K702', 'en', 'Property management'],
    ['H62', 'en', 'Catering'],
    ['G5990', 'zh-CN', '仓储业'],
    ['X1', 'en', 'X1'],
  ] as const)('%s in %s: %s', (code, locale, name) => expect(industries.nameOf(code, locale)).toBe(name))
})

describe('checkIndustries reports', () => {
  const [retail, ...others] = data.sizeClasses.toReversed()
  const faulty = (change: Partial<Industries>) => checkIndustries({ ...data, ...change })
  test.each([
    [
      'a leaf in two size classes',
      { sizeClasses: [...data.sizeClasses, { ...data.sizeClasses[11], codes: ['I64'] }] },
      'leaf "I64" is in information-transmission and software',
    ],
    [
      'a leaf in no size class',
      { unclassified: data.unclassified.slice(1) },
      'leaf "G53" has no size class and is not listed under unclassified',
    ],
    [
      'a leaf that has a class and is called unclassified',
      { unclassified: [...data.unclassified, { code: 'I65', reason: 'test' }] },
      'leaf "I65" is in software and unclassified',
    ],
    [
      'an unknown code',
      { words: [...data.words, { codes: ['C99'], words: ['某物'] }] },
      'code "C99" is used but not defined',
    ],
    [
      'a word listed twice',
      { words: [...data.words, { codes: ['C13'], words: ['SaaS'] }] },
      'word "saas" is listed twice',
    ],
    ['a word that is also neutral', { neutral: [...data.neutral, '软件'] }, 'word "软件" is listed twice'],
    [
      'an unknown role',
      { words: [...data.words, { codes: ['C13'], words: ['某物'], role: 'eating' }] },
      'role "eating" is used but not defined',
    ],
    [
      'limits out of order',
      { sizeClasses: [...others, { ...retail, employees: { upper: 5, medium: 10, small: 1 } }] },
      'size class "other" has limits that do not fall from upper to small',
    ],
    ['a code defined twice', { sections: [...data.sections, ...data.sections.slice(-1)] }, 'code "T" is defined twice'],
  ])('%s', (_, change, problem) =>
    expect(faulty(Industries.partial().parse(change) as Partial<Industries>)).toContain(problem),
  )
})
