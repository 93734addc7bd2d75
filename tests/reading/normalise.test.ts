import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasWords, matchForm, normaliseText } from '../../src/reading/index.ts'

describe('text that looks alike becomes alike', () => {
  test.each([
    ['full-width letters and digits', 'ＡＩ１２３％＋．', 'AI123%+.'],
    ['zero-width characters', '科\u200b技\u200c履\u2060约\ufeff贷', '科技履约贷'],
    ['control characters', '贷\u0000款\u0007吗', '贷款吗'],
    ['marks that turn the direction of writing', '\u202e贷款\u202c', '贷款'],
    ['ideographic and other spaces', '　贷款\u00a0 \t怎么\n申请　', '贷款 怎么 申请'],
    ['variation selectors', '贷\ufe0f款', '贷款'],
  ])('%s', (_, text, expected) => expect(normaliseText(text)).toBe(expected))

  test('Chinese punctuation stays, because it parts sentences', () => {
    expect(normaliseText('额度多少？利率呢，期限呢；')).toBe('额度多少？利率呢，期限呢；')
  })
})

describe('names are compared', () => {
  test.each([
    ['without punctuation', '「科技·履约贷」（含保费补贴）', '科技履约贷含保费补贴'],
    ['without 的', '长宁的企业贷', '长宁企业贷'],
    ['without spaces between Chinese characters', '科技 履约 贷', '科技履约贷'],
    ['with 贷款 as 贷', '科技履约贷款', '科技履约贷'],
    ['in lower case', 'High-Tech Enterprise', 'high tech enterprise'],
    ['with their decimal point', '1.5%', '1.5%'],
  ])('%s', (_, text, expected) => expect(matchForm(text)).toBe(expected))

  test('in one form: comparing twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => matchForm(matchForm(text)) === matchForm(text)))
  })

  test('in one form: normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normaliseText(normaliseText(text)) === normaliseText(text)),
    )
  })
})

test.each([
  ['贷款', true],
  ['loan', true],
  ['кредит', true],
  ['100', true],
  ['？！。', false],
  ['👍👍', false],
  ['', false],
])('whether %j says anything to read: %s', (text, expected) => expect(hasWords(text)).toBe(expected))
