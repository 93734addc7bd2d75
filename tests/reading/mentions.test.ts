import { describe, expect, test } from 'vitest'
import { samplePolicy } from '../policy/sample-policy.ts'
import { policies, read, readerOf } from './real-reader.ts'

const shown = ['长宁贷面向企业。', '科技创新助力贷面向企业。', '企业创新补助。']
const prose = `# 名\n\n## 这是什么\n\n${shown.map((text, index) => `${index + 1}. {#c${index}} ${text}`).join('\n')}\n`
const sample = (id: string, title: string, more: Partial<ReturnType<typeof samplePolicy>> = {}) =>
  samplePolicy({ id, title, titleEn: `Policy ${id}`, ...more }, prose)
const small = readerOf([
  sample('loan', '科技创新助力贷（含贴息）', {
    aliases: ['创新助力贷', '助力贷款'],
    documentNumbers: ['沪科〔2025〕212号'],
  }),
  sample('city', '专精特新企业奖励', { level: 'municipal', aliases: ['专精特新'] }),
  sample('district', '长宁专精特新企业奖励', { aliases: ['专精特新'] }),
])
const mentioned = (question: string) => small.read(question, '2026-11-23').mentions.map(({ policyIds }) => policyIds)

describe('a policy is recognised', () => {
  test.each([
    ['by its title', '科技创新助力贷（含贴息）怎么申请'],
    ['by its title without what stands in brackets', '科技创新助力贷怎么申请'],
    ['by another name', '助力贷款多少钱'],
    ['by its document number', '沪科〔2025〕212号讲了什么'],
    ['by its document number in other brackets', '沪科[2025] 212号讲了什么'],
    ['in traditional characters', '科技創新助力貸怎麼申請'],
    ['in full-width and invisible characters', '科技\u200b创新　助力贷怎么申请'],
    ['by its English name', 'How much is Policy loan?'],
    ['with one slip of the keyboard', '科技创薪助力贷怎么申请'],
  ])('%s', (_, question) => expect(mentioned(question)).toEqual([['loan']]))

  test('but not by a word of everyday use that is one character off a name', () => {
    expect(mentioned('企业创新助力')).toEqual([])
  })

  test('but not across a comma', () => {
    expect(mentioned('我们做科技创新，助力贷款多少钱')).toEqual([['loan']])
    expect(mentioned('我们想创新，助力一下')).toEqual([])
    expect(mentioned('我们搞创新，助力贷')).toEqual([['loan']])
  })

  test('once, however often it is named', () => {
    expect(mentioned('助力贷款额度多少？助力贷款利率多少？')).toEqual([['loan']])
  })

  test('on both levels where they share a name', () => {
    expect(mentioned('专精特新有什么条件')).toEqual([['city', 'district']])
  })

  test('beside another, each in its place', () => {
    expect(mentioned('助力贷和长宁专精特新企业奖励可以同时享受吗'.replace('助力贷', '创新助力贷'))).toEqual([
      ['loan'],
      ['district'],
    ])
  })
})

test('every policy of the corpus is recognised by its title, its other names and its numbers', () => {
  const missed = policies.flatMap((policy) =>
    [policy.title, policy.titleEn, ...policy.aliases, ...policy.documentNumbers].filter(
      (name) => !read(name).mentions.some(({ policyIds }) => policyIds.includes(policy.id)),
    ),
  )
  expect(missed).toEqual([])
})
