import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../src/adapters/documents/clean-text.ts'
import { readDocument } from '../../src/adapters/documents/index.ts'
import { chunkDocument } from '../../src/policy/chunking/index.ts'

const path = '../shared/documents/changfagai-2025-15.txt'

describe.skipIf(!existsSync(path))('the reply 长发改〔2025〕15号', async () => {
  const bytes = existsSync(path) ? readFileSync(path) : new Uint8Array()
  const document = bytes.length > 0 ? await readDocument({ name: 'changfagai-2025-15.txt', bytes }) : null
  const text = document?.text ?? ''
  const lines = text.trim().split('\n')

  test('has its title, number and date', () => {
    expect(document).toMatchObject({
      title: '对区政协十五届四次会议第072号提案的答复',
      documentNumber: '长发改〔2025〕15号',
      publishedOn: '2025-04-11',
    })
  })

  test('has no line that is a fragment', () => {
    const prose = lines.filter((line) => line.length > 45 && !/联系地址|印发$/.test(line))
    expect(prose.length).toBeGreaterThanOrEqual(12)
    for (const line of prose) expect(line).toMatch(/[。：]$/)
    const short = lines.filter((line) => !prose.includes(line))
    expect(short).toEqual([
      '上海市长宁区发展和改革委员会文件',
      '长发改〔2025〕15号',
      '对区政协十五届四次会议第072号提案的答复',
      '办理结果：解决或采纳 签发人：余双',
      '蔡奕奕、杨维诘委员:',
      '一、关于提升民营企业创新能力',
      '二、关于强化民营企业融资支持',
      '三、关于优化民营企业发展环境',
      '上海市长宁区发展和改革委员会',
      '（此件公开发布） 2025年4月11日',
      '联系人姓名：刘燕婷 联系电话：22051120',
      '联系地址：长宁路599号1120室 邮政编码：200050',
      '上海市长宁区发展和改革委员会 2025年4月11日印发',
    ])
  })

  test('keeps every character but white space', () => {
    const bare = (value: string) => value.replaceAll(/\s/g, '')
    expect(bare(text)).toBe(bare(new TextDecoder().decode(bytes)))
  })

  test.each(['23.93亿元', '3.8万户', '75.7%', '2024年11月以来', '5笔科创助力贷', '20余家银行', 'AI技术'])(
    'reads %s in one piece',
    (words) => {
      expect(text).toContain(words)
    },
  )

  test('is cut into passages under its three headings', () => {
    const passages = chunkDocument({ documentId: 'reply', title: document?.title ?? '', text })
    expect(passages.map((passage) => passage.anchor)).toEqual([
      ...['head', 'salutation', 'intro', 'intro-part-2'],
      ...['p-1', 'p-1-part-2', 'p-1-part-3', 'p-2', 'p-2-part-2', 'p-2-part-3'],
      ...['p-3', 'p-3-part-2', 'p-3-part-3', 'p-3-part-4', 'p-3-part-5', 'closing', 'signature'],
    ])
    expect(passages.find((passage) => passage.text.includes('23.93亿元'))?.headings).toEqual([
      '二、关于强化民营企业融资支持',
    ])
    expect(passages.map((passage) => text.slice(passage.start, passage.end)).join('')).toBe(text)
  })
})

describe('cleaning', () => {
  const wrapped = (...lines: string[]) => cleanText(lines.join('\n')).trim().split('\n')
  const full = '本区支持中小企业健康发展并且进一步优化营商环境的措施如'

  test('leaves a text alone whose lines are paragraphs', () => {
    const text =
      '一、适用对象\n本意见适用于在长宁区依法登记注册、具有独立法人资格的企业。\n\n二、标准\n每户企业每年最高补贴不超过20 万元，补贴期限不超过2 年。\n'
    expect(cleanText(text)).toBe(text)
  })

  test('removes page numbers and running headers, and joins a sentence across the page', () => {
    const body = '甲乙丙丁'.split('').map((letter) => `${letter}${full}\n${full}${letter}`)
    const page = (number: number) => `长宁区政策汇编\n${body[number]}\n— ${number} —`
    expect(cleanText([1, 2, 3].map(page).join('\f'))).toBe(`${body.slice(1).join('').replaceAll('\n', '')}\n`)
  })

  test('never joins the rows of a table', () => {
    expect(wrapped(full, full, `${full}。`, '类型\t金额', '甲\t10万元')).toEqual([
      `${full.repeat(3)}。`,
      '类型\t金额',
      '甲\t10万元',
    ])
  })

  test('starts a line at each numbered item', () => {
    expect(
      wrapped(full, `${full}。`, `（一）${full}`, `${full}。`, `（二）${full}`, '结束。').map((line) =>
        line.slice(0, 3),
      ),
    ).toEqual(['本区支', '（一）', '（二）'])
  })

  test('replaces radicals and leaves circled numbers and full-width signs', () => {
    expect(cleanText('⼩⾼⼀⺠⻓，①Ⅳ（甲）')).toBe('小高一民长，①Ⅳ（甲）\n')
  })

  test('takes linear time', () => {
    const started = performance.now()
    for (const part of ['（', ' ', '— ', '2025 年 ', `${full}\n`, '附\n', '\n', '〔2025〕'])
      cleanText(part.repeat(Math.ceil(200_000 / part.length)))
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
