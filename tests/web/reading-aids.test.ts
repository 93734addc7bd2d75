import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../web/src/state/prose-blocks.ts'
import { lengthOf } from '../../web/src/state/question-length.ts'
import { groupSentences } from '../../web/src/state/sentence-groups.ts'
import { fill } from '../../web/src/wording/fill.ts'
import { formatDate } from '../../web/src/wording/format-date.ts'
import { languageOf } from '../../web/src/wording/language-of.ts'
import { cite } from './scripted-documents.ts'

describe('an answer on the page', () => {
  const inForce = cite('1', 'tech-performance-loan', 'what')
  const draft = cite('2', 'changning-tech-innovation-draft', 'status')

  test('keeps its sentences in order, grouped under neighbouring headings', () => {
    const sentences = ['甲', '甲', '乙', '甲'].map((heading, index) => ({
      heading,
      text: `${index}`,
      citations: ['1'],
    }))
    const groups = groupSentences(sentences, [inForce])
    expect(groups.map(({ heading, sentences }) => [heading, sentences.map(({ text }) => text)])).toEqual([
      ['甲', ['0', '1']],
      ['乙', ['2']],
      ['甲', ['3']],
    ])
  })

  test.each([
    ['every sentence below it', '甲', [['2'], ['2']], ['draft'], [[], []]],
    ['only some sentences, so these carry the badge', '甲', [['1'], ['2']], [], [[], ['draft']]],
    ['sentences without a heading, so these carry the badge', null, [['2'], ['1']], [], [['draft'], []]],
  ])('a heading says that a document is a draft when it holds for %s', (_, heading, cited, onHeading, onSentences) => {
    const sentences = cited.map((citations) => ({ heading, text: '句', citations }))
    const [group] = groupSentences(sentences, [inForce, draft])
    expect(group?.standings).toEqual(onHeading)
    expect(group?.sentences.map(({ standings }) => standings)).toEqual(onSentences)
  })

  test('shows tables written with bars as tables, and every other mark-up as it is', () => {
    expect(readBlocks('分档：\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n**注** | 不是表')).toEqual([
      { kind: 'text', text: '分档：' },
      {
        kind: 'table',
        rows: [
          ['甲', '乙'],
          ['1', '2'],
        ],
      },
      { kind: 'text', text: '**注** | 不是表' },
    ])
  })

  test.each([
    ['2025', '2025年', '2025'],
    ['2025-03', '2025年3月', 'March 2025'],
    ['2026-11-23', '2026年11月23日', '23 November 2026'],
  ])('words the date %s as far as it is known', (date, chinese, english) => {
    expect([formatDate(date, 'zh-CN'), formatDate(date, 'en')]).toEqual([chinese, english])
  })

  test('is spoken in the language it is written in', () => {
    expect([languageOf('R&D 费用'), languageOf('R&D expenses')]).toEqual(['zh-CN', 'en'])
  })

  test('counts characters of a question as readers do, without the white space around it', () => {
    expect(lengthOf('  𠮷企业\n')).toBe(3)
  })

  test('leaves a gap without a value visible', () => {
    expect(fill('{a}和{b}', { a: 1 })).toBe('1和{b}')
  })
})
