import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../documents-files.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { readList } from './sample-lists.ts'

const text = '企业名称,从业人数,注册地,营业收入（万元）\n甲公司,42,长宁区,3600\n乙公司,300,浦东新区,1200\n'
const expected = [
  {
    row: 2,
    name: '甲公司',
    profile: { employees: { value: 42 }, place: { value: 'changning' }, revenue: { value: 36e6 } },
  },
  {
    row: 3,
    name: '乙公司',
    profile: { employees: { value: 300 }, place: { value: 'shanghai' }, revenue: { value: 12e6 } },
  },
]

describe('a CSV file', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['UTF-16LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-8 with semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['UTF-8 with tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['UTF-8 with line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['UTF-8 without a last line end', Buffer.from(text.trimEnd())],
  ])('in %s is read', async (_, bytes) => {
    const { firms, problems } = await readList('list.csv', bytes)
    expect(firms).toMatchObject(expected)
    expect(problems).toEqual([])
  })

  test('with lines in another encoding names them and takes the others', async () => {
    const lines = text.trimEnd().split('\n')
    const bytes = Buffer.concat([
      Buffer.from(`${lines[0]}\n${lines[1]}\n`),
      iconv.encode('丙公司,7,长宁区,1\n', 'gb18030'),
      Buffer.from(`${lines[2]}\n`),
    ])
    const { firms, problems } = await readList('mixed.csv', bytes)
    expect(firms.map(({ row, name }) => [row, name])).toEqual([
      [2, '甲公司'],
      [4, '乙公司'],
    ])
    expect(problems).toEqual([{ row: 3, column: '', value: '', kind: 'bad-line', fact: null }])
  })

  test('takes quoted cells with delimiters and line ends, a title above the heading, short rows and empty ones', async () => {
    const { firms } = await readList(
      'list.csv',
      '2026年重点企业名单,,\n企业名称,从业人数,备注\n"甲,公司",42,"第一行\n第二行"\n\n,,\n乙公司\n,7,\n',
    )
    expect(firms.map(({ row, name, profile }) => [row, name, profile])).toEqual([
      [4, '甲,公司', { employees: { value: 42 } }],
      [7, '乙公司', {}],
      [8, '第8行', { employees: { value: 7 } }],
    ])
  })

  test('with amounts under a heading without a unit says that they count as yuan', async () => {
    const { problems } = await readList('list.csv', '名称,营业收入\n甲,3600\n')
    expect(problems).toEqual([{ row: 1, column: '营业收入', value: '', kind: 'no-unit', fact: 'revenue' }])
  })
})

describe('a workbook', () => {
  async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook()
    fill(book)
    const path = join(await temporaryFolder(), 'made.xlsx')
    await book.xlsx.writeFile(path)
    return readFile(path)
  }

  test('gives dates, shares, formulas, rich text and the second sheet where the first tells nothing', async () => {
    const bytes = await workbook((book) => {
      book.addWorksheet('说明').addRow(['请在下一页填写'])
      const sheet = book.addWorksheet('名单')
      sheet.addRow(['企业名称', '成立日期', '研发占比', '营业收入（万元）', '高新技术企业', '从业人数'])
      const name = { richText: [{ text: '甲' }, { text: '公司' }] }
      const row = sheet.addRow([
        name,
        new Date(Date.UTC(2021, 2, 1)),
        0.07,
        { formula: '3000+600', result: 3600 },
        true,
        '约50',
      ])
      row.getCell(2).numFmt = 'yyyy-mm-dd'
      row.getCell(3).numFmt = '0.0%'
      sheet.addRow(['乙公司', '2021年3月', '5%', { formula: '1/0', result: { error: '#DIV/0!' } }])
    })
    const { firms, problems } = await readList('list.xlsx', bytes)
    expect(firms).toMatchObject([
      {
        row: 2,
        name: '甲公司',
        profile: {
          establishedOn: { value: '2021-03-01' },
          rdRatio: { value: 0.07 },
          revenue: { value: 36e6 },
          isHighTech: { value: true },
          employees: { min: 45, max: 55 },
        },
      },
      { row: 3, name: '乙公司', profile: { establishedOn: { min: '2021-03-01', max: '2021-03-31' } } },
    ])
    expect(problems).toMatchObject([])
  })

  test('that skips a long sheet without a heading still reads the next', async () => {
    const bytes = await workbook((book) => {
      const notes = book.addWorksheet('备注')
      for (let row = 0; row < 5000; row += 1) notes.addRow([`第 ${row} 条备注`, '没有数据'])
      const sheet = book.addWorksheet('名单')
      sheet.addRows([
        ['企业名称', '从业人数'],
        ['甲公司', 42],
      ])
    })
    expect((await readList('list.xlsx', bytes)).firms).toMatchObject([{ name: '甲公司' }])
  })

  test('cut short or made of anything else is refused and does not hang', async () => {
    const bytes = await workbook((book) => book.addWorksheet('名单').addRow(['企业名称', '从业人数']))
    const unreadable = { code: 'list-unreadable' }
    await expect(readList('list.xlsx', bytes.subarray(0, bytes.length / 2))).rejects.toMatchObject(unreadable)
    await expect(readList('list.xlsx', Buffer.from('PK\x03\x04nothing'))).rejects.toMatchObject(unreadable)
    await expect(readList('list.xlsx', makeZip({ 'a.txt': 'nothing' }))).rejects.toMatchObject({
      name: 'FirmListError',
    })
  })
})

describe('a list that cannot be used', () => {
  test.each([
    ['', 'list-empty', /是空的/],
    ['\n\n', 'list-empty', /是空的/],
    ['姓名,电话\n张三,123\n', 'list-header-unknown', /读到的第一行是：姓名、电话.*例如：企业名称、注册地/],
    ['企业名称,从业人数\n', 'list-without-firms', /只有表头/],
    ['企业名称,从业人数\n甲,"42\n乙,3\n', 'list-unclosed-quote', /引号没有成对/],
    ['%PDF-1.7 …', 'list-type-unsupported', /PDF/],
    ['\xd0\xcf\x11\xe0 old', 'list-type-unsupported', /XLS/],
    ['MZ\0\0\0\0', 'list-type-unsupported', /二进制/],
    ['企业名称,从业人数\n甲,1\n乙,2\n丙,3\n', 'list-too-many-rows', /最多 2 行/],
  ])('%j is refused as %s', async (content, code, message) => {
    const bytes = content.startsWith('\xd0') ? Buffer.from(content, 'latin1') : content
    const most = code === 'list-too-many-rows' ? 2 : 1000
    await expect(readList('名单.csv', bytes, most)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    })
  })
})
