import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figuresIn, unsupportedFigures } from '../../src/policy/index.ts'

const figures = (text: string) => [...figuresIn(text)].sort()

describe('one amount has one form, however it is written', () => {
  test.each([
    [['50万元', '五十万元', '500000元', '500,000元', '５０万元', '50 万元'], '500000元'],
    [['3千万元', '3000万元', '三千万元', '30000000元'], '30000000元'],
    [['1.5亿元', '一亿五千万元', '15000万元'], '150000000元'],
    [['1.2万亿元', '一点二万亿元', '12000亿元'], '1200000000000元'],
    [['3.8万户', '三万八千户', '38000户'], '38000户'],
    [['50%', '百分之五十', '百分之50', '５０％'], '50%'],
    [['0.3%', '3‰', '千分之三', '百分之零点三'], '0.3%'],
    [['1.5个百分点', '一点五个百分点', '1.5百分点'], '1.5百分点'],
    [['0.5倍', '零点五倍'], '0.5倍'],
    [['10日', '十日', '１０日'], '10日'],
    [['12个月', '十二个月'], '12个月'],
    [['两年', '二年', '2年'], '2年'],
    [['2025-08-31', '2025年8月31日', '2025年08月31日', '二〇二五年八月三十一日'], '2025-08-31'],
    [['2026年3月', '二〇二六年三月'], '2026-03'],
    [
      ['沪科〔2025〕212号', '沪科[2025]212号', '沪科（2025）212号', '沪科【2025】第212号', '沪科〔2025〕 212号'],
      '沪科〔2025〕212号',
    ],
  ])('%j', (forms, canonical) => {
    for (const form of forms) expect(figures(form), form).toEqual([canonical])
  })
})

describe('amounts that differ never look alike', () => {
  test.each([
    ['50万元', '5万元'],
    ['1.5%', '1.5个百分点'],
    ['一亿五千万元', '一亿五千元'],
    ['3年', '3个月'],
    ['2025年8月31日', '2026年8月31日'],
    ['沪科〔2025〕212号', '沪科规〔2025〕212号'],
    ['沪科〔2025〕212号', '沪科〔2024〕212号'],
    ['公告2026年第10号', '公告2025年第10号'],
    ['十年', '五年'],
  ])('%s is not %s', (one, other) => {
    expect(unsupportedFigures(one, [other])).not.toEqual([])
  })
})

describe('a document number', () => {
  test.each([
    ['科技履约贷的保费补贴依据沪科〔2025〕212号', ['沪科〔2025〕212号']],
    ['2026年的新文件是长市监规〔2026〕1号', ['长市监规〔2026〕1号']],
    ['国办发〔2025〕3号和财库〔2020〕46号', ['国办发〔2025〕3号', '财库〔2020〕46号']],
    ['财政部 税务总局公告2026年第10号', ['公告2026年第10号']],
  ])('is read without the words around it: %s', (text, expected) => {
    expect(figures(text)).toEqual(expected.sort())
  })
})

describe('what states no figure', () => {
  test.each([
    '第三条',
    '第2批',
    '第072号提案',
    '“1+5”政策体系',
    '2026年',
    '1999年',
    '2024至2025年度',
    '2024年—2026年',
    '二〇二六年',
    '数百万户中的万户',
    '没有数字',
  ])('%s', (text) => expect(figures(text)).toEqual([]))
})

describe('a date without a year', () => {
  test.each([
    ['2026年6月1日至8月31日', ['2026-06-01', '2026-08-31']],
    ['申报期为2026年3月1日至3月15日、9月1日至9月30日', ['2026-03-01', '2026-03-15', '2026-09-01', '2026-09-30']],
    ['2025年11月至2026年1月15日、2月1日', ['2025-11', '2026-01-15', '2026-02-01']],
  ])('takes the year of the date before it: %s', (text, expected) => {
    expect(figures(text)).toEqual(expected)
  })

  test.each([
    '2026年1月1日起施行。6月30日前申报',
    '2026年1月1日起施行，每年6月30日前申报',
    '2026年1月1日起施行，年度申报在6月30日前',
    '2026年1月1日起施行，次年6月30日前申报',
  ])('stays without one in another sentence and where it recurs: %s', (text) => {
    expect(figures(text)).toEqual(['-06-30', '2026-01-01'])
  })

  test('is supported by the same day of a year, but supports no year', () => {
    expect(unsupportedFigures('8月31日截止', ['2026年6月1日至8月31日'])).toEqual([])
    expect(unsupportedFigures('2026年8月31日截止', ['每年8月31日截止'])).toEqual(['2026-08-31'])
  })
})

describe('a statement beside its passage', () => {
  test('names every figure that its passages lack', () => {
    expect(
      unsupportedFigures('最高500万元，贴息1.5个百分点，2027年5月1日止', ['最高300万元', '贴息1.5个百分点']),
    ).toEqual(['2027-05-01', '5000000元'])
  })

  const words = fc.constantFrom(
    '企业',
    '最高',
    '至',
    '每年',
    '，',
    '。',
    '第',
    '年',
    '月',
    '日',
    '万元',
    '%',
    '个百分点',
    '十',
    '百',
    '亿',
    '点',
    '号',
    '〔',
    '〕',
    ' ',
    '2026',
    '3.5',
    '8',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
  )

  test('is always supported by itself', () => {
    fc.assert(fc.property(text, (statement) => unsupportedFigures(statement, [statement]).length === 0))
  })

  const amount = fc.integer({ min: 1, max: 99_999 })
  const statement = fc.oneof(
    amount.map((value) => `最高${value}万元`),
    amount.map((value) => `补贴${value / 1000}%`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([month, day]) => `${month}月${day}日`),
    fc.integer({ min: 2000, max: 2099 }).map((year) => `自${year}年5月1日起`),
    fc.integer({ min: 2000, max: 2099 }).map((year) => `依据沪科〔${year}〕8号`),
    fc.constantFrom('第三条', '近三年', '不超过十家', '百分之十', '每年'),
  )

  test('is supported by any text that contains it as a part between commas', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 8 }), (parts) => {
        for (const part of parts) expect(unsupportedFigures(part, [parts.join('，')])).toEqual([])
      }),
    )
  })
})
