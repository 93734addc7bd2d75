import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { sheetsOf } from '../adapters/firm-lists/sample-lists.ts'
import { runCli, sharedFolder } from './run-cli.ts'

const data = sharedFolder()
const list =
  '企业名称,注册地,行业,从业人数,营业收入（万元）,联系人\n甲公司,长宁区,软件开发,42,3600,张三\n乙公司,浦东新区,餐饮,-7,120,李四\n'
const path = (name: string) => join(data.path, name)

async function match(content: string | Buffer, ...words: string[]) {
  await writeFile(path('名单.csv'), content)
  return runCli(data.path, ['match', path('名单.csv'), '--as-of', '2026-11-26', ...words])
}

describe('matching on the command line', { timeout: 60_000 }, () => {
  test('writes a workbook beside the list and says what came of it', async () => {
    const { code, output, errors } = await match(iconv.encode(list, 'gb18030'))
    expect(code).toBe(0)
    expect(output).toMatch(/2 家企业 × \d+ 项政策（按 2026-11-26）：符合 \d+，可能 \d+，不符 \d+/)
    expect(output).toMatch(/没有用到的列：联系人/)
    expect(output).toMatch(/用时 [\d.]+ 秒，已写入：.*名单-匹配结果\.xlsx/)
    expect(errors).toMatch(/匹配企业 2\/2（100%）/)
    expect(errors).toMatch(/第 3 行「从业人数」「-7」：这个值不可能/)
    expect(Object.keys(await sheetsOf(path('名单-匹配结果.xlsx')))).toEqual(['总览', '明细', '问题', '说明'])
  })

  test('finds firms for one policy, as CSV', async () => {
    const { code, output } = await match(list, '--policy', 'high-tech-enterprise', '--out', path('企业.csv'))
    expect([code, output]).toEqual([0, expect.stringMatching(/× 1 项政策/)])
    expect(await readFile(path('企业.csv'), 'utf8')).toMatch(/^\ufeff名次,企业名称,/)
  })

  test('lists only the verdicts that are wanted', async () => {
    await match(list, '--only', 'ineligible', '--out', path('不符.csv'))
    const [, ...rows] = (await readFile(path('不符.csv'), 'utf8')).trimEnd().split('\r\n')
    expect(rows.filter((row) => !row.includes(',不符,'))).toEqual([])
    expect(rows).not.toEqual([])
  })

  test('gives a template that can be matched as it is', async () => {
    expect((await runCli(data.path, ['match', '--template', path('模板.xlsx')])).code).toBe(0)
    const [sheet = []] = Object.values(await sheetsOf(path('模板.xlsx')))
    expect(sheet[0]).toEqual(expect.arrayContaining(['企业名称', '注册地', '上年营业收入（万元）']))
    const { code, output, errors } = await runCli(data.path, ['match', path('模板.xlsx'), '--out', path('b.xlsx')])
    expect([code, output]).toEqual([0, expect.stringMatching(/名单里的问题：0 处/)])
    expect(output).not.toMatch(/没有用到的列/)
    expect(errors).not.toMatch(/第 \d+ 行/)
  })

  test.each([
    ['张三,123\n', [], /没有在文件「名单\.csv」里认出表头。读到的第一行是：张三、123.*模板/],
    [list, ['--policy', '没有'], /没有编号或名称为「没有」的政策/],
    [list, ['--out', 'a.pdf'], /「a\.pdf」的扩展名应为 \.xlsx 或 \.csv/],
    [list, ['--out', '/没有的文件夹/a.xlsx'], /写不到「\/没有的文件夹\/a\.xlsx」（ENOENT），请检查文件夹/],
    [list, ['--only', 'maybe'], /--only 的值「maybe」不对，应为 eligible、/],
  ])('says what is wrong with %j %j', async (content, words, message) => {
    const { code, errors } = await match(content, ...words)
    expect([code, errors]).toEqual([1, expect.stringMatching(message)])
    expect(errors).not.toMatch(/\n\s+at /)
  })

  test('says what is missing', async () => {
    expect(await runCli(data.path, ['match'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/请写出企业名单/),
    })
    const { code, errors } = await runCli(data.path, ['match', path('没有.xlsx')])
    expect([code, errors]).toEqual([1, expect.stringMatching(/没有\.xlsx」读不出来：没有这个文件/)])
  })
})
