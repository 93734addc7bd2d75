import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchForm } from '../../src/reading/normalise.ts'
import { codesIn, industries, reader } from './real-industries.ts'

describe('the last name of a compound says what the firm does', () => {
  test.each([
    ['餐饮SaaS', 'I65'],
    ['酒店管理系统', 'I65'],
    ['餐饮行业的软件', 'I65'],
    ['美容院收银系统', 'I65'],
    ['AI芯片', 'C39 I65'],
    ['服装电商', 'F52'],
    ['给保险公司做理赔系统', 'I65'],
    ['做智慧停车平台', 'I64 I65'],
    ['电梯广告', 'L72'],
    ['机器人编程培训', 'P83'],
    ['酒店设计', 'M74'],
    ['医疗器械软件', 'I65'],
    ['汽车零部件检测', 'M74'],
    ['机床配件', 'C34 F51 F52'],
    ['生产机床配件的工厂', 'C34'],
    ['机床配件贸易公司', 'F51'],
    ['卖宠物用品', 'F51 F52'],
  ])('%s: %s', (text, codes) => expect(codesIn(text)).toEqual([codes]))
})

describe('others and what is denied or past are not the firm', () => {
  test.each([
    ['给酒店做软件', ['I65']],
    ['为餐饮企业服务的SaaS', ['I65']],
    ['我们给饭店、酒店做装修', ['E50']],
    ['面向医院的软件', ['I65']],
    ['做软件的，客户是酒店', ['I65']],
    ['客户主要是餐饮企业，我们做广告', ['L72']],
    ['供应给超市的食品批发商', ['F51']],
    ['服务于制造业的管理咨询', ['L72']],
    ['帮餐馆做培训的培训公司', ['P83']],
    ['为酒店提供保洁服务', ['O82']],
    ['卖给餐馆的海鲜', ['C13 F51 F52']],
    ['给超市供货', []],
    ['采购软件', []],
    ['不做餐饮', []],
    ['我们不做餐饮', []],
    ['我们不是软件公司', []],
    ['不做餐饮和酒店，做软件', ['I65']],
    ['不是做餐饮的，是做软件的', ['I65']],
    ['不卖硬件只做软件', ['I65']],
    ['餐饮我们不做，只做软件', ['I65']],
    ['不仅做软件', ['I65']],
    ['算不算软件企业', ['I65']],
    ['以前做餐饮，现在做软件', ['I65']],
    ['现在做软件，以前做餐饮的', ['I65']],
    ['以前做餐饮', ['H62']],
    ['位于酒店里的理发店', ['O80']],
    ['隔壁是饭店，我们是花店', ['F52']],
    ['以餐饮为主', ['H62']],
    ['工业软件研发，服务汽车制造企业', ['I65']],
    ['家政服务软件', ['I65']],
    ['我表哥开的饭店', []],
    ['想换两台数控机床', []],
    ['给中小企业代理记账', ['L72']],
    ['一家电商公司', ['F52 I64']],
    ['国家政策有哪些', []],
    ['software for hotels', ['I65']],
  ])('%s: %j', (text, codes) => expect(codesIn(text)).toEqual(codes))
})

describe('words that only hold a name say nothing', () => {
  test.each([
    '开发票要交多少税',
    '研发费用加计扣除',
    '安全生产有什么要求',
    '职业培训补贴怎么申请',
    '想咨询一下',
    '缴纳医疗保险和养老保险',
    '有8件软件著作权',
    '设备更新贷款贴息',
    '租赁合同',
    '销售额500万',
    '经营困难怎么办',
    'is it eligible',
    '你好',
    '',
  ])('%s', (text) => expect(reader.read(text)).toEqual([]))
})

describe('roles count only where they tell what the firm does', () => {
  test.each([
    ['做化妆品的，想申请开店补贴', ['C26 F51 F52']],
    ['做食品的，需要安全生产许可吗', ['C13 C14 F51 F52']],
    ['做茶叶的，在网上卖', ['F52']],
    ['贸易加生产都有，做螺丝的', ['C33 F51']],
    ['我有工厂，做女装', ['C18']],
    ['做食品的，不生产，只批发', ['F51']],
    ['做芯片研发', ['I65']],
    ['做环保工程的', ['E48 N77']],
    ['我们做软件的，也做外贸', ['I65', 'F51']],
    ['做软件，也做广告', ['I65', 'L72']],
    ['做餐饮和酒店', ['H62', 'H61']],
  ])('%s: %j', (text, codes) => expect(codesIn(text)).toEqual(codes))
})

describe('a mention', () => {
  test('carries the words it was read from, as they stand in the text', () => {
    expect(reader.read('我们是做SaaS 的，不做餐饮')).toEqual([{ codes: ['I65'], words: 'SaaS', start: 4, end: 8 }])
    expect(reader.read('在长宁批发服装')).toEqual([{ codes: ['F51'], words: '批发服装', start: 3, end: 7 }])
  })

  test('lies within any text, with known codes', () => {
    const words = industries.words.flatMap((entry) => entry.words)
    const parts = fc.constantFrom(
      ...words,
      '不做',
      '给',
      '的',
      '，',
      '和',
      '批发',
      '厂',
      '以前做',
      '现在',
      ' ',
      '300人',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (list) => {
        const text = list.join('')
        return reader
          .read(text)
          .every(({ codes, words, start, end }) => codes.length > 0 && words !== '' && text.slice(start, end) === words)
      }),
    )
  })
})

describe('the everyday names', () => {
  const { words, heads, roles, neutral, phrases } = industries
  const all = [...[...words, ...heads, ...roles].flatMap((entry) => entry.words), ...neutral]

  test('stand in the form in which texts are searched', () => {
    const written = [...all, ...Object.values(phrases).flat()]
    expect(written.filter((word) => matchForm(word) !== word.toLowerCase())).toEqual([])
  })

  test('are found when they stand alone', () => {
    const lost = words.flatMap((entry) => entry.words).filter((word) => reader.read(word).length !== 1)
    expect(lost).toEqual([])
  })

  test('are many', () => expect(words.flatMap((entry) => entry.words).length).toBeGreaterThan(2000))
})
