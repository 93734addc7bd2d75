import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chunkDocument } from '../../src/policy/chunking/index.ts'
import { Passage } from '../../src/policy/index.ts'

const chunk = (text: string, title = '某某办法') => chunkDocument({ documentId: 'doc', title, text })
const sentence = '企业应当依照本办法向区主管部门提出申请，并对所提交材料的真实性负责，不得弄虚作假。'
const anchorsOf = (text: string) => chunk(text).map((passage) => passage.anchor)

function expectPartition(text: string): void {
  const passages = chunk(text)
  expect(passages.map((passage) => text.slice(passage.start, passage.end)).join('')).toBe(text)
  expect(new Set(passages.map((passage) => passage.anchor)).size).toBe(passages.length)
  for (const passage of passages) {
    expect(passage.text).toBe(text.slice(passage.bodyStart, passage.end).trimEnd())
    expect(passage.text.trim()).not.toBe('')
    Passage.parse(passage)
  }
}

const anyLine = fc.oneof(
  fc.constantFrom('', '  ', '\t', '# 标题', '## 一、范围', '第一章 总则', '第二章 附则', '附件1', '各有关单位：'),
  fc
    .tuple(fc.constantFrom('第', ''), fc.integer({ min: 1, max: 4 }), fc.constantFrom('条 ', '、', '. ', '）'))
    .map((parts) => parts.join('')),
  fc
    .constantFrom('一、', '二、', '（一）', '（二）', '1.', '2．', '①', '（1）')
    .chain((label) => fc.nat(9).map((count) => label + sentence.repeat(count))),
  fc.nat(30).map((count) => sentence.repeat(count)),
  fc.constantFrom('| 类型 | 金额 |', '|---|---|', '| 甲 | 10万元 |', '甲\t乙', '2026年3月15日', '区发展和改革委员会'),
  fc.string({ unit: 'binary', maxLength: 900 }),
)

describe('the passages of an original', () => {
  test('join to exactly its text, whatever the text', () => {
    const document = fc.array(anyLine, { minLength: 1, maxLength: 40 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(
        document.filter((text) => text.trim() !== ''),
        expectPartition,
      ),
      { numRuns: 500 },
    )
  })

  test('are none where there is no text', () => expect(chunk(' \n\n')).toEqual([]))

  test('stay near 400 characters in prose of sentences', () => {
    const lengths = chunk(`一、总则\n${sentence.repeat(40)}`).map((passage) => passage.text.length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80)
  })

  test('are found in linear time', () => {
    const hostile = ['第一条', '（一）（', '《', '1', '| a ', ' ', '〔2025〕', '一、关于某事的规定\n', '字']
    for (const part of hostile) {
      const text = part.repeat(Math.ceil(200_000 / part.length))
      const started = performance.now()
      chunk(text)
      expect(performance.now() - started, part).toBeLessThan(2000)
    }
  })
})

describe('a numbered line', () => {
  const long = sentence.repeat(3)

  test('opens a provision, with its chapter as heading and a lasting anchor', () => {
    const passages = chunk(`第一章 总则\n第一条 ${long}\n第二条 ${long}\n第二章 附则\n第三条 ${long}`)
    expect(passages.map(({ anchor, headings }) => [anchor, headings])).toEqual([
      ['art-1', ['第一章 总则']],
      ['art-2', ['第一章 总则']],
      ['art-3', ['第二章 附则']],
    ])
    expect(passages[0]?.text.startsWith('第一条 企业应当')).toBe(true)
  })

  test.each([
    '第三条规定的企业除外。',
    '第三条 规定的企业除外。',
    '2024 年以来稳步增长。',
    '1.5 倍以内。',
    '依据第三条执行。',
    '3.8万户。',
  ])('%s opens none where the numbering does not lead to it', (line) =>
    expect(anchorsOf(`第一条 ${long}\n${line}\n第二条 ${long}`)).toEqual(['art-1', 'art-2']),
  )

  test('nests in the order that the document itself shows', () => {
    const usual = `一、甲\n（一）乙\n1.${long}\n2.${long}\n（二）丙\n1.${long}\n2.${long}`
    expect(anchorsOf(usual)).toEqual(['p-1-1-1', 'p-1-1-2', 'p-1-2-1', 'p-1-2-2'])
    const reversed = `1.甲\n（一）${long}\n（二）${long}\n2.乙\n（一）${long}\n（二）${long}`
    expect(anchorsOf(reversed)).toEqual(['p-1-1', 'p-1-2', 'p-2-1', 'p-2-2'])
  })

  test('keeps its anchor when text is added after it', () => {
    const text = `一、甲\n（一）${long}\n（二）${long}`
    expect(anchorsOf(`${text}\n二、乙\n（一）${long}`).slice(0, 2)).toEqual(anchorsOf(text))
  })

  test('gets an anchor of its own when a list starts again', () => {
    expect(anchorsOf(`1.${long}\n2.${long}\n1.${long}`)).toEqual(['p-1', 'p-2', 'p-1-again-2'])
  })

  test('shares a passage with its neighbours when all are short', () => {
    const [passage, ...others] = chunk('一、申请条件\n（一）在长宁区注册；\n（二）信用良好；\n（三）依法纳税。')
    expect(others).toEqual([])
    expect(passage?.headings).toEqual(['一、申请条件'])
    expect(passage?.text).toBe('（一）在长宁区注册；\n（二）信用良好；\n（三）依法纳税。')
  })

  test('lends its number to the later parts of a long provision', () => {
    const [first, second] = chunk(`第一条 ${sentence.repeat(15)}`)
    expect([first?.anchor, first?.headings]).toEqual(['art-1', []])
    expect([second?.anchor, second?.headings]).toEqual(['art-1-part-2', ['第一条']])
  })
})

describe('a cut within a paragraph', () => {
  test('never falls inside a number, a title or a document number', () => {
    const atoms = ['《关于支持；中小企业。的办法》', '长发改〔2025〕15号', '1,234.56万元', '百分之五十']
    const prose = fc.array(fc.constantFrom(...atoms, '支持', '企业，', '发展'), { minLength: 150, maxLength: 400 })
    fc.assert(
      fc.property(prose, (parts) => {
        const text = parts.join('')
        const ends = new Set(chunk(text).map((passage) => passage.end))
        let offset = 0
        for (const part of parts) {
          for (let inner = 1; atoms.includes(part) && part !== '百分之五十' && inner < part.length; inner += 1)
            expect(ends.has(offset + inner), part).toBe(false)
          offset += part.length
        }
      }),
    )
  })
})

describe('a long table', () => {
  test.each([
    ['Markdown', '| 类型 | 金额 |\n| --- | --- |\n', (index: number) => `| 第${index}类企业 | ${index}万元 |\n`],
    ['tabs', '类型\t金额\n', (index: number) => `第${index}类企业\t${index}万元\n`],
  ])('is split between rows, and every later part names its columns (%s)', (_, header, row) => {
    const rows = Array.from({ length: 80 }, (_, index) => row(index + 1))
    const passages = chunk(`一、标准\n${header}${rows.join('')}`)
    expect(passages.length).toBeGreaterThan(2)
    for (const passage of passages.slice(1)) expect(passage.headings).toEqual(['一、标准', header.split('\n')[0]])
    expect(passages.flatMap((passage) => passage.text.split('\n')).slice(-80)).toEqual(rows.map((line) => line.trim()))
  })
})

describe('the frame of a letter', () => {
  test('salutation, courtesy and signature are passages of their own', () => {
    const text = `关于某事的答复\n某某委员：\n${sentence}\n一、甲\n${sentence.repeat(3)}\n最后，感谢支持。\n上海市长宁区发展和改革委员会\n2025年4月11日\n`
    expect(chunk(text, '关于某事的答复').map((passage) => passage.anchor)).toEqual([
      'salutation',
      'intro',
      'p-1',
      'closing',
      'signature',
    ])
  })
})

const corpusPassages = '../shared/data/retrieval-zh-policy/passages.jsonl'
describe.skipIf(!existsSync(corpusPassages))('real policy texts', () => {
  test('are partitioned by their passages', () => {
    const lines = readFileSync(corpusPassages, 'utf8').trim().split('\n').slice(0, 400)
    for (const line of lines)
      for (const value of Object.values(JSON.parse(line) as object))
        if (typeof value === 'string' && value.trim() !== '') expectPartition(value)
  })
})
