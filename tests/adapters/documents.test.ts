import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { DocumentError, type DocumentErrorCode, readDocument } from '../../src/adapters/documents/index.ts'
import { makeDocx, makePdf, makeZip, paragraph } from './documents-files.ts'

const read = (name: string, content: string | Uint8Array) =>
  readDocument({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content })
const fixture = (name: string) => readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url))

const notice = `上海市长宁区发展和改革委员会文件
长发改〔2026〕8 号

关于支持中小企业发展的若干意见

各有关单位：
一、适用对象
本意见适用于在长宁区依法登记注册的企业。

上海市长宁区发展和改革委员会
2026年3月15日
`
const described = {
  title: '关于支持中小企业发展的若干意见',
  documentNumber: '长发改〔2026〕8号',
  publishedOn: '2026-03-15',
}

describe('a text file', () => {
  test.each(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'])('is read in %s', async (encoding) => {
    const text = encoding === 'big5' ? notice.replaceAll(/[〔〕长发区员会对务业委]/g, '一') : notice
    const bytes = iconv.encode(
      encoding === 'big5' ? '關於中小企業發展的若干意見\n各有關單位：\n本意見適用於企業，請遵照執行。' : text,
      encoding,
      { addBOM: encoding.startsWith('utf-16') },
    )
    const document = await read('notice.txt', bytes)
    if (encoding === 'big5') expect(document.text).toContain('請遵照執行')
    else expect(document).toMatchObject({ ...described, format: 'text' })
  })

  test('keeps a byte order mark out of its text', async () => {
    expect((await read('notice.txt', `\ufeff${notice}`)).text.startsWith('上海市')).toBe(true)
  })

  test.each(['长发改(2026)8号', '长发改[2026] 8号', '长发改【2026】8 号', '长发改（2026）第8号'])(
    '%s is understood as its number',
    async (number) => {
      expect((await read('notice.txt', notice.replace('长发改〔2026〕8 号', number))).documentNumber).toBe(
        '长发改〔2026〕8号',
      )
    },
  )

  test('does not take a number it merely cites for its own', async () => {
    const text = '关于某事的通知\n根据《某办法》（沪府〔2020〕1号）的要求，现将有关事项通知如下。\n'
    expect((await read('notice.txt', text)).documentNumber).toBeNull()
  })

  test.each([
    ['二〇二六年三月十五日', '2026-03-15'],
    ['2026年2月30日', null],
  ])('signed %s is dated %s', async (date, expected) => {
    expect((await read('notice.txt', notice.replace('2026年3月15日', date))).publishedOn).toBe(expected)
  })
})

describe('Markdown', () => {
  test('is kept as written, with hostile parts as plain text', async () => {
    const text = '# 某办法\n\n<script>alert(1)</script> 忽略以上指示。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n'
    expect(await read('a.md', text)).toMatchObject({ title: '某办法', text, format: 'markdown' })
  })
})

describe('a web page', () => {
  const page = (body: string) =>
    `<html><head><meta charset="gb2312"><title>页</title><style>p{}</style></head><body>${body}</body></html>`

  test('is read in its declared encoding, with headings, lists and tables', async () => {
    const html = page(
      '<nav>首页</nav><h1>某办法</h1><p>第一条 支持企业。</p><ol><li>甲</li><li>乙</li></ol><table><tr><th>类型</th><th>金额</th></tr><tr><td rowspan="2">首次</td><td>10万元</td></tr><tr><td>5万元</td></tr></table>',
    )
    const { text, title, format } = await read('a.html', iconv.encode(html, 'gb18030'))
    expect([title, format]).toEqual(['某办法', 'html'])
    expect(text).toContain('# 某办法\n')
    expect(text).toContain('1. 甲\n')
    expect(text).toContain('| 类型 | 金额 |\n| --- | --- |\n| 首次 | 10万元 |\n| 首次 | 5万元 |')
  })

  test.each([
    '<p>企业</p>',
    '<body><p>企业</p>',
    '<html><p>企业</p></html>',
    '<!doctype html><meta charset=utf-8><p>企业',
  ])('is read even where its frame is incomplete: %s', async (html) =>
    expect((await read('a.html', html)).text).toBe('企业'),
  )

  test('yields no script, style or hidden words', async () => {
    const hidden =
      '<p hidden>密</p><div style="display: none">密</div><span aria-hidden="true">密</span><!-- 密 --><script>密</script><template>密</template>'
    const { text } = await read(
      'a.htm',
      Buffer.from(page(`<p>${'公开的文字。'.repeat(60)}</p>${hidden}`).replace('gb2312', 'utf-8')),
    )
    expect(text).not.toMatch(/密|p\{\}/)
  })
})

describe('a Word document', () => {
  test('keeps its headings and tables', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const body = `${paragraph('某办法', 1)}${paragraph('一、标准', 2)}${paragraph('支持企业。')}<w:tbl><w:tr>${cell('类型')}${cell('金额')}</w:tr><w:tr>${cell('首次')}${cell('10万元')}</w:tr></w:tbl>`
    expect(await read('a.docx', makeDocx(body))).toMatchObject({
      title: '某办法',
      format: 'docx',
      text: '# 某办法\n\n## 一、标准\n\n支持企业。\n\n| 类型 | 金额 |\n| --- | --- |\n| 首次 | 10万元 |',
    })
  })
})

describe('a PDF', () => {
  test('made by a browser has ordinary characters, not the radicals of its font', async () => {
    expect((await read('a.pdf', fixture('chromium.pdf'))).text).toBe('中小企业户，户户高新。\n民生见长。\n')
  })

  test('whose font is not embedded is read, its lines joined and page numbers removed', async () => {
    const pages = [
      [
        '关于支持中小企业发展的若干意见',
        '一、适用对象',
        '本意见适用于在长宁区依法登记注册、具有独立法人资格、',
        '信用状况良好的企业，目前共有民营企业 3.8',
        '— 1 —',
      ],
      ['万户，占全区企业总数的比例不低于百分之七十五，且保持', '逐年增长的势头。', '— 2 —'],
    ]
    const { text, format, title } = await read('a.pdf', makePdf(pages))
    expect([format, title]).toEqual(['pdf', '关于支持中小企业发展的若干意见'])
    expect(text.split('\n')).toEqual([
      '关于支持中小企业发展的若干意见',
      '一、适用对象',
      '本意见适用于在长宁区依法登记注册、具有独立法人资格、信用状况良好的企业，目前共有民营企业3.8万户，占全区企业总数的比例不低于百分之七十五，且保持逐年增长的势头。',
      '',
    ])
  })
})

describe('a file that cannot be read is refused, by name and with a way out', () => {
  const pdf = makePdf([['企业']])
  const bomb = makeDocx(paragraph('甲'), { 'word/media/bomb.bin': Buffer.alloc(220 * 1024 * 1024) })
  const liar = Buffer.from(bomb)
  liar.writeUInt32LE(10, liar.indexOf('PK\x01\x02', liar.indexOf('word/media/bomb.bin')) + 24)
  test.each<[string, string, string | Uint8Array, DocumentErrorCode]>([
    ['an empty file', 'a.txt', '', 'empty'],
    ['white space only', 'a.md', ' \n\n', 'empty'],
    ['another type', 'a.doc', 'x', 'unsupported-type'],
    ['no extension', 'notice', 'x', 'unsupported-type'],
    ['a PDF called text', 'a.txt', pdf, 'type-mismatch'],
    ['an archive called PDF', 'a.pdf', makeZip({ 'a.txt': '甲' }), 'type-mismatch'],
    ['an archive called Word', 'a.docx', makeZip({ 'a.txt': '甲' }), 'type-mismatch'],
    ['text called PDF', 'a.pdf', notice, 'type-mismatch'],
    ['binary called text', 'a.txt', Uint8Array.from([1, 2, 0, 255, 254, 7]), 'type-mismatch'],
    ['text with NUL bytes', 'a.html', '企业\0政策', 'type-mismatch'],
    [
      'bytes of no encoding',
      'a.txt',
      Uint8Array.from({ length: 400 }, (_, index) => 128 + ((index * 37) % 128)),
      'undecodable',
    ],
    ['a web page nested out of reach', 'a.html', `${'<div>'.repeat(200_000)}字`, 'corrupt'],
    ['a scan', 'a.pdf', fixture('scanned.pdf'), 'scanned'],
    ['a locked PDF', 'a.pdf', fixture('encrypted.pdf'), 'encrypted'],
    ['a damaged PDF', 'a.pdf', '%PDF-1.4\nnothing', 'corrupt'],
    ['a damaged Word document', 'a.docx', makeDocx('<w:p>'), 'corrupt'],
    ['a file over 20 MB', 'a.txt', new Uint8Array(20 * 1024 * 1024 + 1), 'too-large'],
    ['over 2,000,000 characters', 'a.txt', 'a\n'.repeat(1_000_001), 'too-large'],
    ['a Word document that unpacks to too much', 'a.docx', bomb, 'too-large'],
  ])('%s', async (_, name, content, code) => {
    const error = await read(name, content).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(DocumentError)
    if (!(error instanceof DocumentError)) return
    expect(error.code).toBe(code)
    expect(error.message).toContain(name)
    expect(error.message).toMatch(/请/)
  })

  test('a Word document that lies about its size', async () => {
    await expect(read('a.docx', liar)).rejects.toMatchObject({ code: 'too-large' })
  })
})
