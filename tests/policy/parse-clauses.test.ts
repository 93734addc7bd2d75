import { describe, expect, test } from 'vitest'
import { parseClauses } from '../../src/policy/index.ts'

const parse = (...lines: string[]) => parseClauses('a.md', lines.join('\n'), 1)
const problems = (...lines: string[]) => parse(...lines).problems.map(({ line, message }) => `${line}: ${message}`)

describe('a clause', () => {
  test('is read with everything its braces say', () => {
    const { title, clauses } = parse(
      '# 示范贷',
      '## 谁能享受',
      '1. {#who topic=deadline,amount from=2026-01-01 until=2026-12-31 nature=media} 面向中小企业：',
      '   - 在长宁区注册；',
      '| 类型 | 金额 |',
      '',
      '## 找谁问',
      '2. {#contact} 向区发展改革委咨询。',
    )
    expect(title).toBe('示范贷')
    expect(clauses).toEqual([
      {
        anchor: 'who',
        number: 1,
        heading: '谁能享受',
        topics: ['conditions', 'deadline', 'amount'],
        text: '面向中小企业：\n- 在长宁区注册；\n| 类型 | 金额 |',
        from: '2026-01-01',
        until: '2026-12-31',
        nature: 'media',
        line: 3,
      },
      {
        anchor: 'contact',
        number: 2,
        heading: '找谁问',
        topics: ['contact'],
        text: '向区发展改革委咨询。',
        from: null,
        until: null,
        nature: null,
        line: 8,
      },
    ])
  })

  test('carries the line of its file, wherever the prose begins', () => {
    expect(parseClauses('a.md', '## 这是什么\n1. {#what} 甲。', 40).clauses[0]?.line).toBe(41)
  })
})

describe('a fault of the prose is reported with its line', () => {
  test.each([
    ['an unknown heading', ['## 谁可以'], /^1: heading "谁可以" is unknown; use one of 这是什么、/],
    ['a heading out of order', ['## 给什么', '## 谁能享受'], /^2: heading "谁能享受" stands after "给什么"/],
    ['a heading twice', ['## 给什么', '## 给什么'], /^2: heading "给什么" stands after "给什么"/],
    ['a clause before any heading', ['1. {#what} 甲。'], /^1: a clause stands before the first "## " heading/],
    ['a clause without braces', ['## 给什么', '1. 甲。'], /^2: a clause must read "N\. \{#anchor\} text"/],
    ['a clause without text', ['## 给什么', '1. {#what} '], /^2: a clause must read/],
    ['a wrong number', ['## 给什么', '2. {#what} 甲。'], /^2: clause is numbered 2, expected 1/],
    ['an anchor without #', ['## 给什么', '1. {what} 甲。'], /^2: anchor "what" must be "#" and kebab-case English/],
    ['a Chinese anchor', ['## 给什么', '1. {#金额} 甲。'], /^2: anchor "#金额" must be/],
    ['no anchor', ['## 给什么', '1. {} 甲。'], /^2: anchor "" must be/],
    ['an unknown attribute', ['## 给什么', '1. {#what colour=red} 甲。'], /^2: attribute "colour=red" is unknown/],
    ['an unknown topic', ['## 给什么', '1. {#what topic=money} 甲。'], /^2: topic "money" is unknown; use one of/],
    ['an impossible date', ['## 给什么', '1. {#what until=2026-13-01} 甲。'], /^2: "2026-13-01" is not a date/],
    ['a day that does not exist', ['## 给什么', '1. {#what from=2026-02-30} 甲。'], /^2: "2026-02-30" is not a date/],
    ['a date in another form', ['## 给什么', '1. {#what from=2026年1月} 甲。'], /^2: "2026年1月" is not a date/],
    ['an unknown nature', ['## 给什么', '1. {#what nature=rumour} 甲。'], /^2: nature "rumour" is unknown; use one of/],
    ['text of no clause', ['## 给什么', '散落的文字。'], /^2: text belongs to no clause/],
    ['text that is not indented', ['## 给什么', '1. {#what} 甲。', '乙。'], /^3: text belongs to no clause/],
    [
      'a table under the next heading',
      ['## 给什么', '1. {#what} 甲。', '## 怎么办理', '| 乙 |'],
      /^4: text belongs to no clause/,
    ],
  ])('%s', (_, lines, expected) => {
    expect(problems(...lines)).toEqual([expect.stringMatching(expected)])
  })

  test('together with all others', () => {
    expect(problems('## 谁可以', '## 给什么', '2. {#a} 甲。', '3. 乙。', '4. {b topic=x} 丙。')).toHaveLength(6)
  })
})
