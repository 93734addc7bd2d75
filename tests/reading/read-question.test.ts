import { describe, expect, test } from 'vitest'
import { read } from './real-reader.ts'

const topicsOf = (question: string) => [...new Set(read(question).asks.flatMap(({ topics }) => topics))].sort()
const wordsOf = (question: string) => read(question).terms.map(({ word }) => word)

describe('the topic of a question', () => {
  test.each([
    ['科技履约贷怎么申请', ['process']],
    ['科技履约贷要准备什么材料', ['materials']],
    ['科技履约贷找谁', ['contact']],
    ['科技履约贷是什么', ['definition']],
    ['科技履约贷什么时候截止', ['deadline']],
    ['科技履约贷有效期到什么时候', ['validity']],
    ['科技履约贷要什么条件', ['conditions']],
    ['科技履约贷能补多少', ['amount']],
    ['科技履约贷要注意什么', ['notes']],
    ['科技履约贷的保费补贴是多少？怎么申请？', ['amount', 'process']],
    ['How do I apply for the Technology performance loan?', ['process']],
  ])('is read: %s', (question, topics) => expect(topicsOf(question)).toEqual(topics))

  test('follows from the form of the question where no word names it', () => {
    const [ask] = read('科技履约贷信用不好能不能办').asks
    expect(ask).toMatchObject({ topics: ['conditions', 'amount'], isImplied: true })
  })

  test('is none where only a name is typed', () => expect(topicsOf('科技履约贷')).toEqual([]))
})

describe('the words that narrow a question', () => {
  test('keep characters that belong to a word of the policies: 就业 keeps its 就', () => {
    expect(wordsOf('招用就业困难人员').join(' ')).toContain('就业')
  })

  test('leave out names, filler and figures', () => {
    expect(wordsOf('请问一下我们公司员工45人可以申请科技履约贷吗').join(' ')).not.toMatch(/请问|我们|45|履约贷|申请/)
  })

  test('carry the words that mean the same', () => {
    const term = read('营收多少可以').terms.find(({ word }) => word === '营收')
    expect(term?.alternatives).toContain('营业收入')
  })

  test('are marked where they hardly narrow anything', () => {
    expect(read('小微企业的稳岗返还').terms.find(({ word }) => word === '小微企业')?.isGeneric ?? true).toBe(true)
  })

  test('are in simplified characters, with common slips corrected', () => {
    expect(read('專精特薪企業有甚麼補帖').text).toContain('专精特新企业')
  })
})

describe('the years of a question', () => {
  test.each([
    ['去年的稳岗返还', '2026-11-23', [2025]],
    ['去年的稳岗返还', '2025-01-01', [2024]],
    ['今年和明年的贴息', '2026-11-23', [2026, 2027]],
    ['前年的数据', '2026-11-23', [2024]],
    ['2024年长宁区的数据', '2026-11-23', [2024]],
    ['24年的数据', '2026-11-23', [2024]],
    ['2023和2025年比', '2026-11-23', [2023, 2025]],
    ['last year figures', '2026-11-23', [2025]],
    ['财税〔2023〕12号', '2026-11-23', []],
    ['营业收入2000万元', '2026-11-23', []],
    ['成立满10年以上', '2026-11-23', []],
    ['怎么申请', '2026-11-23', []],
  ])('%s, asked on %s', (question, asOf, years) => expect(read(question, asOf).years).toEqual(years))
})

describe('pointing back', () => {
  test.each([
    ['第二个怎么申请', 2],
    ['第1项的额度', 1],
    ['第十款产品', 10],
    ['第三条规定', null],
    ['怎么申请', null],
  ])('%s → %s', (question, ordinal) => expect(read(question).ordinal).toBe(ordinal))

  test.each([
    ['那利率呢', true],
    ['它要什么条件', true],
    ['高新技术企业认定条件', false],
  ])('%s → %s', (question, expected) => expect(read(question).refersBack).toBe(expected))
})

test.each([
  ['科技履约贷多少钱', 'zh-CN'],
  ['How much is the loan?', 'en'],
  ['VAT 起征点', 'zh-CN'],
])('%s is in %s', (question, language) => expect(read(question).language).toBe(language))
