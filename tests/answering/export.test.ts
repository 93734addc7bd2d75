import { describe, expect, test } from 'vitest'
import { type ExportBlock, exportBlocks, markdownOf } from '../../src/answering/index.ts'
import { judgedTurn, sampleTurn } from '../contracts/conversation-store-samples.ts'

const options = { madeOn: '2026-11-26', locale: 'zh-CN' as const, labelOfFact: (key: string) => key }
const textsOf = (blocks: readonly ExportBlock[], kind: ExportBlock['kind']) =>
  blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []))

describe('an export', () => {
  const turn = sampleTurn('conversation')
  const [citation] = turn.answer.citations
  if (!citation) throw new Error('the sample answer has no citation')

  test('holds question, day, remarks, marked sentences and every cited clause', () => {
    const blocks = exportBlocks([turn], options)
    expect(textsOf(blocks, 'question')).toEqual(['科技履约贷有补贴吗？'])
    expect(textsOf(blocks, 'paragraph')).toEqual(
      expect.arrayContaining([
        '导出日期：2026年11月26日',
        '按2026年11月23日的政策回答',
        '以上按 2026-11-23 的政策回答。',
      ]),
    )
    expect(textsOf(blocks, 'item')[0]).toMatch(/50万元。\[1\]$/)
    expect(textsOf(blocks, 'source')).toHaveLength(5)
    expect(textsOf(blocks, 'source')[0]).toBe('[1] 科技履约贷（含保费补贴） · 沪科〔2025〕212号 · 给什么 · 第4条')
    expect(textsOf(blocks, 'quote')).toEqual(turn.answer.citations.map(({ quote }) => quote))
  })

  test('says of a sentence that is only partly in its sources that it is', () => {
    const sentences = turn.answer.sentences.map((sentence) => ({ ...sentence, support: 'partial' as const }))
    const blocks = exportBlocks([{ ...turn, answer: { ...turn.answer, sentences } }], options)
    expect(textsOf(blocks, 'item')[0]).toMatch(/50万元。\[1\]（部分为概括）$/)
  })

  test('says of each clause how it stands, from when until when, and where it is published', () => {
    const dated = {
      ...citation,
      status: 'expired' as const,
      publishedOn: '2025-03',
      effectiveFrom: '2025-04-01',
      effectiveUntil: '2026-03-31',
      sourceUrl: 'https://example.gov.cn/a',
    }
    const blocks = exportBlocks([{ ...turn, answer: { ...turn.answer, citations: [dated] } }], options)
    expect(textsOf(blocks, 'paragraph').at(-1)).toBe(
      '已过期；公布：2025-03；施行：2025年4月1日；有效期至：2026年3月31日',
    )
    expect(blocks.at(-1)).toEqual({ kind: 'link', text: '来源：科技履约贷保费补贴通知', url: dated.sourceUrl })
  })

  test('lists the verdicts of a company that was judged', () => {
    const blocks = exportBlocks([judgedTurn('conversation')], options)
    expect(textsOf(blocks, 'item')[0]).toMatch(/^贷款/)
    expect(textsOf(blocks, 'subheading')[0]).toMatch(/（1项）：$/)
  })

  test('keeps tables of a clause as tables, with the mark after them', () => {
    const text = '条件如下：\n| 指标 | 要求 |\n| --- | --- |\n| 人数 | 42 |'
    const sentences = [{ text, citations: ['1'], heading: '谁能享受' }]
    const blocks = exportBlocks([{ ...turn, answer: { ...turn.answer, sentences, citations: [] } }], options)
    const start = blocks.findIndex(({ kind }) => kind === 'table')
    const rows = [
      ['指标', '要求'],
      ['人数', '42'],
    ]
    expect(blocks.slice(start - 1, start + 2)).toEqual([
      { kind: 'item', text: '条件如下：' },
      { kind: 'table', rows },
      { kind: 'item', text: '[1]' },
    ])
  })

  test('leaves out what no file of text can hold', () => {
    const blocks = exportBlocks([{ ...turn, question: '额度\0是\ud800多少\u0008？' }], options)
    expect(textsOf(blocks, 'question')).toEqual(['额度是\ufffd多少？'])
  })
})

describe('an export as Markdown', () => {
  test.each([
    [{ kind: 'question', text: '<b>多少* _钱_？' }, '## \\<b\\>多少\\* \\_钱\\_？\n'],
    [{ kind: 'item', text: '1. 给[1]' }, '- 1\\. 给\\[1\\]\n'],
    [{ kind: 'paragraph', text: '# 不是标题' }, '\\# 不是标题\n'],
    [
      { kind: 'link', text: '来源', url: 'https://example.gov.cn/a_(b)>' },
      '[来源](<https://example.gov.cn/a_(b)%3E>)\n',
    ],
    [
      {
        kind: 'table',
        rows: [
          ['甲', '乙|丙'],
          ['1', '2'],
        ],
      },
      '| 甲 | 乙\\|丙 |\n| --- | --- |\n| 1 | 2 |\n',
    ],
  ] as const)('%j takes no word of the text for mark-up', (block, expected) => {
    expect(markdownOf([block])).toBe(expected)
  })

  test('keeps the items of a list together and other blocks apart', () => {
    const blocks = (['item', 'item', 'paragraph'] as const).map((kind) => ({ kind, text: '甲' }))
    expect(markdownOf(blocks)).toBe('- 甲\n- 甲\n\n甲\n')
  })
})
