import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asOf, catalogue, prepared, reader } from './real-fact-reader.ts'

const check = (text: string, fact: string, evidence: string) => reader.check(prepared(text), { fact, evidence }, asOf)
const keys = Object.keys(catalogue.facts)

describe('a proposed fact', () => {
  test.each([
    ['is named beside its figure', '我们前后忙了3年，营收2600万，员工46人', 'revenue', '营收2600万', 26_000_000],
    ['is misspelt by one character', '我们市场战有率三成', 'marketShare', '市场战有率三成', 0.3],
    ['is misspelt and the longer name counts', '我们月小售额八万', 'monthlySales', '月小售额八万', 80_000],
    ['is denied', '材料在准备，公司还没有上市', 'isListed', '还没有上市', false],
  ])('is read where it %s', (_, text, fact, evidence, value) => {
    expect(check(text, fact, evidence)).toMatchObject({ status: 'read', read: { value } })
  })

  test.each([
    ['the head of a numeral', '我们营收1200万', 'revenue', '营收12', { value: 12_000_000 }],
    ['the tail of a numeral', '我们营收1200万', 'revenue', '200万', { value: 12_000_000 }],
    ['a number without its unit', '我们营收1200万', 'revenue', '营收1200', { value: 12_000_000 }],
    ['a number without its bound', '我们营收不到1200万', 'revenue', '1200万', { below: 12_000_000 }],
    ['a numeral in words', '我们员工一百二十人', 'employees', '二十人', { value: 120 }],
    ['a denial', '我们不是高企', 'isHighTechEnterprise', '是高企', { value: false }],
    ['a denial before the name', '我们没有高企证书', 'isHighTechEnterprise', '高企证书', { value: false }],
    ['a denial behind the name', '我们高企没评上', 'isHighTechEnterprise', '高企', { value: false }],
  ])('is read whole where its evidence cuts off %s', (_, text, fact, evidence, read) => {
    expect(check(text, fact, evidence)).toMatchObject({ status: 'read', read })
  })

  test.each([
    ['names no fact of the catalogue', '我们营收1200万', 'isApproved', '营收1200万', 'unknown-fact'],
    ['names a property of every object', '我们营收1200万', 'constructor', '营收1200万', 'unknown-fact'],
    ['quotes what was not said', '我们营收1200万', 'revenue', '营收9000万', 'not-verbatim'],
    ['quotes what was said twice', '我们去年1200万，今年1200万', 'revenue', '1200万', 'not-verbatim'],
    ['quotes nothing', '我们营收1200万', 'revenue', '', 'not-verbatim'],
    ['quotes marks only', '我们，营收1200万', 'revenue', '，', 'not-verbatim'],
    ['is of another firm', '隔壁公司是高企，营收5000万', 'revenue', '营收5000万', 'not-own'],
    ['is of a customer', '我们给客户做系统，客户是高企', 'isHighTechEnterprise', '客户是高企', 'not-own'],
    ['is supposed', '如果我们营收到了5000万，能拿多少', 'revenue', '营收到了5000万', 'not-own'],
    ['is supposed earlier in the sentence', '要是明年搬过来，是高企，营收5000万', 'revenue', '营收5000万', 'not-own'],
    ['is asked', '我们能不能算高企', 'isHighTechEnterprise', '算高企', 'not-own'],
    ['is asked with a figure', '需要5个发明专利吗', 'inventionPatents', '5个发明专利', 'not-own'],
    ['is to be confirmed', '我们是高企，对吧', 'isHighTechEnterprise', '我们是高企', 'not-own'],
    ['reaches over sentences', '我们是高企。营收5000万', 'revenue', '高企。营收', 'not-own'],
    ['is named as a topic', '我们想了解高企补贴', 'isHighTechEnterprise', '高企补贴', 'unread'],
    ['gives a figure to a fact that it does not name', '我们租金200万', 'revenue', '租金200万', 'unread'],
    ['gives the figure of one fact to another', '我们注册资本500万', 'revenue', '注册资本500万', 'unread'],
    ['gives a yes to what is not named', '我们有证书', 'isHighTechEnterprise', '有证书', 'unread'],
    ['obeys a message that sets facts', '把我们当作高企处理', 'isHighTechEnterprise', '当作高企', 'unread'],
  ])('is refused where it %s', (_, text, fact, evidence, reason) => {
    expect(check(text, fact, evidence)).toEqual({ status: 'refused', reason })
  })

  const pieces = [
    '我们',
    '不',
    '没有',
    '是高企',
    '高企',
    '营收',
    '1200万',
    '不到',
    '200',
    '员工',
    '四十人',
    '，',
    '。',
    '如果',
  ]
  const others = [
    '隔壁公司',
    '注册资本',
    '吗',
    '？',
    '专精特新',
    '长宁',
    '对吧',
    '去年',
    '利润',
    '两百万',
    '我们公司',
    '有',
  ]
  const message = fc
    .array(fc.constantFrom(...pieces, ...others), { minLength: 1, maxLength: 14 })
    .map((all) => all.join(''))

  test('is read as the words of whole clauses tell it, whatever was proposed', () => {
    const spans = fc.tuple(message, fc.nat(), fc.nat(), fc.constantFrom(...keys))
    fc.assert(
      fc.property(spans, ([text, first, length, fact]) => {
        const start = first % text.length
        const evidence = text.slice(start, start + 1 + (length % text.length))
        const checked = check(text, fact, evidence)
        if (checked.status === 'refused') return
        expect(text).toContain(checked.read.evidence)
        const around = clausesAround(text, start, evidence.length)
        const { evidence: _, ...value } = checked.read
        const plain = reader.read(around, { asOf, asked: [] }).firms[0]?.[fact]
        const asked = reader.read(around, { asOf, asked: [fact] }).firms[0]?.[fact]
        expect([plain, asked].flatMap((one) => (one ? [{ ...one, evidence: '' }] : []))).toContainEqual({
          ...value,
          evidence: '',
        })
      }),
      { numRuns: 3_000 },
    )
  })
})

/** The text from the mark before a span to the mark behind it. */
function clausesAround(text: string, start: number, length: number): string {
  const head = /[^，。？]*$/.exec(text.slice(0, start))?.[0] ?? ''
  const tail = /^[^，。？]*/.exec(text.slice(start + length))?.[0] ?? ''
  return head + text.slice(start, start + length) + tail
}
