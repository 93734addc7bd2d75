import { readdirSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeXlsx } from '../../../src/adapters/firm-lists/write-xlsx.ts'
import type { MatchEvent } from '../../../src/reading/index.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { matchList, sheetsOf } from './sample-lists.ts'

const list = [
  '企业名称,统一社会信用代码,注册地,从业人数,高新技术企业,备注',
  '甲公司,91310105A,长宁区,42,是,',
  '乙公司,91310105B,长宁区,500,否,',
  '丙公司,,,-3,,',
  '=HYPERLINK("http://evil"),,江苏,900,,',
].join('\n')

describe('the workbook of all policies', () => {
  test('has a matrix, the reasons, the problems and what it rests on', async () => {
    const { outcome, path } = await matchList(list)
    const sheets = await sheetsOf(path)
    expect(Object.keys(sheets)).toEqual(['总览', '明细', '问题', '说明'])
    expect(sheets.总览?.slice(0, 4)).toEqual([
      ['行号', '企业名称', '统一社会信用代码', '符合', '可能', '不符', '示范贷', '别样贷'],
      [2, '甲公司', '91310105A', 2, 0, 0, '符合', '符合'],
      [3, '乙公司', '91310105B', 0, 0, 2, '不符', '不符'],
      [4, '丙公司', undefined, 0, 2, 0, '可能', '可能'],
    ])
    const [heading = [], ...details] = sheets.明细 ?? []
    const cell = (row: number, name: string) => details[row]?.[heading.indexOf(name)]
    expect(details).toHaveLength(8)
    expect([cell(0, '结论'), cell(0, '金额下限（元）'), cell(0, '金额上限（元）')]).toEqual(['符合', 0, 500_000])
    expect([cell(0, '贷款或担保额度上限（元）'), cell(0, '依据条款')]).toEqual([3_000_000, '第1条'])
    expect(cell(2, '不符合的条件')).toContain('从业人数：须不超过300人，现为500人，超出200人')
    expect([cell(2, '金额上限（元）'), cell(4, '还缺的信息')]).toEqual([undefined, '注册地、从业人数'])
    expect(sheets.问题?.slice(1)).toEqual([[4, '从业人数', "'-3", '这个值不可能，按未知处理，请核对']])
    const notes = Object.fromEntries((sheets.说明 ?? []).map(([item, content]) => [String(item), content]))
    expect(notes.请注意).toContain('不代表审批结果')
    expect(notes).toMatchObject({ 按哪一天的政策判断: '2026-09-01', 企业数: 4, 没有用到的列: '备注', 名单里的问题: 1 })
    expect(outcome.summary).toMatchObject({
      firms: 4,
      policies: 2,
      rows: 8,
      problems: 1,
      counts: { eligible: 2, undetermined: 3, ineligible: 3 },
      firmsWithEligible: 1,
      unknownColumns: ['备注'],
    })
  })

  test('lists only the verdicts that are wanted, and still counts all', async () => {
    const { outcome, path } = await matchList(list, { only: ['eligible'] })
    expect((await sheetsOf(path)).明细).toHaveLength(3)
    expect(outcome.summary.counts.ineligible).toBe(3)
  })

  test('goes on in a second sheet where one is full', async () => {
    const path = join(await temporaryFolder(), 'full.xlsx')
    const writer = writeXlsx(path, 3)
    const table = writer.openTable('明细', [{ header: '数', width: 5 }])
    for (let row = 1; row <= 7; row += 1) table.addRow([row])
    await writer.close()
    const numbers = Object.entries(await sheetsOf(path)).map(([name, rows]) => [name, rows.flat().join(' ')])
    expect(numbers).toEqual([
      ['明细', '数 1 2 3'],
      ['明细2', '数 4 5 6'],
      ['明细3', '数 7'],
    ])
  })

  test('speaks English where that is asked for', async () => {
    const { path, outcome } = await matchList(list, { locale: 'en' })
    const sheets = await sheetsOf(path)
    expect(Object.keys(sheets)).toEqual(['Overview', 'Details', 'Problems', 'Notes'])
    expect(outcome.problems[0]?.message).toMatch(/^not possible/)
    expect(JSON.stringify(sheets.Problems)).not.toMatch(/\p{Script=Han}{6}/u)
  })
})

describe('the list of one policy', () => {
  test('ranks the firms that it fits or nearly fits', async () => {
    const { outcome, path } = await matchList(list, { policy: '示范贷' })
    const sheets = await sheetsOf(path)
    expect(Object.keys(sheets)).toEqual(['企业', '问题', '说明'])
    expect(sheets.企业?.slice(1).map(([rank, name, , row, verdict]) => [rank, name, row, verdict])).toEqual([
      [1, '甲公司', 2, '符合'],
      [2, '丙公司', 4, '可能'],
      [3, '乙公司', 3, '不符'],
    ])
    expect(outcome.summary).toMatchObject({ policies: 1, rows: 3 })
  })

  test.each([
    ['没有这项', 'match-policy-unknown', /没有编号或名称为「没有这项」/],
    ['贷', 'match-policy-ambiguous', /示范贷（sample-loan）、别样贷（other-loan）/],
  ])('of %s is refused', async (policy, code, message) => {
    await expect(matchList(list, { policy })).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
  })
})

describe('a CSV result', () => {
  test('has the reasons only, in UTF-8 with a mark', async () => {
    const { path } = await matchList(list, { format: 'csv' })
    const content = await readFile(path, 'utf8')
    expect(content).toMatch(/^\ufeff行号,企业名称/)
    expect(content.trimEnd().split('\r\n')).toHaveLength(9)
  })
})

test.each(['xlsx', 'csv'] as const)('what begins like a formula is made text in %s', async (format) => {
  const starts = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '\u200b=1']
  const rows = starts.map((start) => `"${start}公司",长宁区,${start === '=1+1' ? '"=2"' : '1'}`)
  const { path } = await matchList(`企业名称,注册地,从业人数\n${rows.join('\n')}`, { format })
  const names =
    format === 'csv'
      ? (await readFile(path, 'utf8')).split('\r\n').map((line) => line.split(',')[1])
      : Object.values(await sheetsOf(path)).flatMap((sheet) => sheet.flat())
  const dangerous = names.filter((name) => typeof name === 'string' && /^"?[\u200b\t\r]*[=+\-@＝]/.test(name))
  expect(dangerous).toEqual([])
  expect(names).toContain("'=1+1公司")
})

describe('while it works', () => {
  const many = `企业名称,注册地\n${Array.from({ length: 500 }, (_, index) => `企业${index},长宁区`).join('\n')}`

  test('it tells how many firms there are and how far it is', async () => {
    const events: MatchEvent[] = []
    await matchList(many, {}, { onEvent: (event) => events.push(event) })
    expect(events[0]).toEqual({ type: 'match-start', firms: 500, policies: 2 })
    const done = events.flatMap((event) => (event.type === 'match-progress' ? [event.done] : []))
    expect(done.length).toBeGreaterThan(20)
    expect(done.length).toBeLessThanOrEqual(101)
    expect(done.at(-1)).toBe(500)
  })

  test.each(['xlsx', 'csv'] as const)('stopping it leaves no %s file behind', async (format) => {
    const folder = await temporaryFolder()
    const stopping = new AbortController()
    const seen: string[] = []
    const onEvent = (event: MatchEvent) => {
      if (event.type !== 'match-progress' || event.done <= 100) return
      seen.push(...readdirSync(folder))
      stopping.abort()
    }
    const work = matchList(many, { format, outputPath: join(folder, 'out') }, { signal: stopping.signal, onEvent })
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(seen).toEqual([expect.stringMatching(/^out\..*\.part$/)])
    expect(await readdir(folder)).toEqual([])
  })

  test('the result appears under its name only', async () => {
    const { path } = await matchList(many)
    expect((await readdir(dirname(path))).sort()).toEqual(['list.csv', 'list.csv.xlsx'])
  })
})

test('a list of 100,000 firms is matched without keeping its text', { timeout: 120_000 }, async () => {
  const row = (index: number) => `企业${index},${index % 3 === 0 ? '长宁区' : '浦东新区'},${index % 500}`
  const long = `企业名称,注册地,从业人数\n${Array.from({ length: 100_000 }, (_, index) => row(index)).join('\n')}`
  const before = process.memoryUsage().rss
  const { outcome } = await matchList(long, { format: 'csv', only: ['eligible'] })
  expect(outcome.summary).toMatchObject({ firms: 100_000, problems: 0, counts: { eligible: 20_067 } })
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(700)
})
