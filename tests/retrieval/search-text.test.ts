import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsOf, normaliseForSearch, searchableText, searchQueryOf } from '../../src/retrieval/index.ts'
import { highTech, performanceLoan } from './sample-documents.ts'

describe('search text', () => {
  it.each([
    ['ＡＢＣ　１２３', 'abc 123'],
    ['高新技术企业，加计扣除！', '高新技术企业 加计扣除'],
    ['⼩微企业', '小微企业'],
    ['  《办法》（2025） ', '办法 2025'],
    ['', ''],
    ['！？…', ''],
  ])('%j is searched as %j', (text, expected) => {
    expect(normaliseForSearch(text)).toBe(expected)
  })

  it('is the same when normalised twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseForSearch(text)
        expect(normaliseForSearch(once)).toBe(once)
      }),
    )
  })

  it('holds title, other names and headings beside the quoted text', () => {
    const passage = highTech.passages[0]
    if (!passage) throw new Error('the sample has passages')
    const text = searchableText(highTech, passage)
    for (const part of ['高新技术企业认定', '高企', '给什么', passage.text]) expect(text).toContain(part)
    expect(searchableText(performanceLoan, passage)).not.toContain('高企')
  })

  it.each([
    ['科技履约贷的利率是多少？', '科技履约贷的利率是'],
    ['有没有租金减免呢', '租金减免'],
    ['怎么申请高企', '申请高企'],
  ])('the question %j asks for %j', (question, expected) => {
    expect(searchQueryOf(question)).toBe(expected)
  })

  it('of a question made of nothing but question words is the question itself', () => {
    expect(searchQueryOf('是什么？')).toBe('是什么')
  })

  it('never joins characters across punctuation', () => {
    expect(gramsOf(normaliseForSearch('税，贷款'))).toEqual(['税', '贷', '贷款', '款'])
  })
})
