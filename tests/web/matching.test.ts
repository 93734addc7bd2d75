import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { desktop, missingBrowser, usePage } from './browser.ts'
import { chooseFile, matchFile, openMatching } from './matching-steps.ts'
import { focusIsOn } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`matching a list of firms ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('begins on the welcome screen: a file is chosen and sent, and the numbers come back', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: '上传企业名单，一次匹配全部政策' }).click()
    await chooseFile(page, '名单.csv')
    await page.getByRole('button', { name: '开始匹配' }).click()
    const result = page.locator('.match-result')
    await result.waitFor()
    expect(server().matching.uploads).toEqual([
      {
        fields: { locale: 'zh-CN', policyId: '', asOf: '' },
        fileName: '名单.csv',
        text: '企业名称\n甲',
        language: 'zh-CN',
      },
    ])
    expect(await result.textContent()).toMatch(/400家企业 × 78项政策，用时[\d.]+秒，按2026年11月23日的政策判断。/)
    expect(await result.locator('dd').allInnerTexts()).toEqual(['1200项次', '20,000项次', '10,000项次'])
    expect(await result.textContent()).toContain('有320家企业至少符合一项。')
    expect(await result.textContent()).toContain('研发占比（%）→上年研发费用占营业收入')
    expect(await result.textContent()).toContain('没用上的列：备注')
  })

  test('lists what was not understood, by row and column, the first ones unfolded', async () => {
    const page = await openPage()
    await openMatching(page)
    await matchFile(page, '太多.xlsx')
    const problems = page.locator('.list-problems')
    expect(await problems.locator('h3').textContent()).toBe('240处没读懂，按未知处理')
    expect(await problems.locator('li').first().textContent()).toBe(
      '第4行 · 成立日期读不懂这个值，按未知处理；应为日期，如 2021-03-01写的是“很久以前”',
    )
    expect(await problems.locator('li:visible').count()).toBe(10)
    await problems.getByText('再看90处').click()
    expect(await problems.locator('li:visible').count()).toBe(100)
    expect(await problems.textContent()).toContain('只列出前100处')
  })

  test('hands the result over as a file and says that this is done once', async () => {
    const page = await openPage()
    await openMatching(page)
    await matchFile(page, '名单.csv')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载结果（Excel）' }).click()
    expect(await readFile(await (await download).path(), 'utf8')).toBe('企业名称,政策,结论\r\n')
    await page.getByText('已开始下载。结果只能下载一次').waitFor()
    await page.getByRole('button', { name: '再匹配一份' }).click()
    await page.getByRole('button', { name: '开始匹配' }).waitFor()
  })

  test('is for one policy as of a day where one asks for that', async () => {
    const page = await openPage()
    await openMatching(page)
    const search = page.getByRole('searchbox', { name: '只为一项政策找企业' })
    await search.fill('没有的政策')
    await page.getByText('没有这个名称的政策。').waitFor()
    await search.fill('高企')
    await page.keyboard.press('Enter')
    await page.getByText('只看：高新技术企业认定').waitFor()
    expect(server().matching.uploads).toEqual([])
    await page.getByRole('button', { name: '不限这项政策' }).click()
    await search.and(page.locator(':focus')).waitFor()
    await search.fill('212号')
    await page.getByRole('button', { name: '科技履约贷（含保费补贴）' }).click()
    await page.getByLabel('按哪一天的政策判断').fill('2027-01-15')
    await matchFile(page, '名单.csv')
    const fields = { locale: 'zh-CN', policyId: 'tech-performance-loan', asOf: '2027-01-15' }
    expect(server().matching.uploads[0]?.fields).toEqual(fields)
    expect(await page.locator('.match-result').textContent()).toContain('有320家企业符合这项政策。')
  })

  test.each([
    ['看不懂.csv', 'zh-CN', '没有看懂“看不懂.csv”的表头。'],
    ['看不懂.csv', 'en', 'No heading was understood.'],
    ['断开.csv', 'zh-CN', '匹配中断了。请再试一次。'],
  ])('%s ends in words of the reader (%s)', async (name, locale, message) => {
    const page = await openPage()
    if (locale === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    await openMatching(page)
    await chooseFile(page, name)
    await page.locator('.start-matching').click()
    await page.getByRole('alert').getByText(message).waitFor()
    expect(await focusIsOn(page, '.start-matching')).toBe(true)
    expect(await page.locator('.list-file-name').textContent()).toContain(name)
  })

  test('without a network says so and keeps the file', async () => {
    const page = await openPage()
    await openMatching(page)
    await chooseFile(page, '名单.csv')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('alert').getByText('网络断开了').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.locator('.match-result').waitFor()
  })

  test.each([
    ['名单.xls', 'x', '不是 .csv 或 .xlsx 文件'],
    ['空.csv', '', '是空的'],
  ])('%s is refused before it is sent', async (name, text, message) => {
    const page = await openPage()
    await openMatching(page)
    await chooseFile(page, name, text)
    await page.getByRole('alert').getByText(message).waitFor()
    await page.getByRole('button', { name: '开始匹配' }).click()
    expect(await page.getByRole('alert').getByText(message).count()).toBe(1)
    expect(await focusIsOn(page, '#list-file')).toBe(true)
    expect(server().matching.uploads).toEqual([])
  })

  test('asks for the file again where it was saved anew after it was chosen', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'policy-navigator-list-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const path = join(folder, '名单.csv')
    await writeFile(path, '企业名称')
    const page = await openPage()
    await openMatching(page)
    await page.locator('#list-file').setInputFiles(path)
    await page.getByText('名单.csv（1 KB）').waitFor()
    await writeFile(path, '企业名称,注册地')
    await page.getByRole('button', { name: '开始匹配' }).click()
    await page.getByRole('alert').getByText('请重新选择').waitFor()
    expect(server().matching.uploads).toEqual([])
  })

  test('takes a file that is dropped anywhere in the panel', async () => {
    const page = await openPage({ viewport: desktop })
    await openMatching(page)
    await page.evaluate(`{
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File(['企业名称'], '拖来的.csv'))
      const options = { dataTransfer, bubbles: true, cancelable: true }
      document.querySelector('.drawer-head').dispatchEvent(new DragEvent('dragover', options))
      document.querySelector('.drawer-head').dispatchEvent(new DragEvent('drop', options))
    }`)
    await page.getByText('拖来的.csv（1 KB）').waitFor()
    expect(await page.locator('.list-file.over').count()).toBe(0)
  })

  test('explains the columns with their units, and gives an empty list to fill in', async () => {
    const page = await openPage()
    await openMatching(page)
    await page.getByText('名单里可以有哪些列').click()
    const names = page.getByRole('region', { name: '全部列' }).getByRole('listitem')
    await names.first().waitFor()
    expect(await names.allInnerTexts()).toEqual(
      expect.arrayContaining(['企业名称', '上年营业收入（万元）', '上年研发费用占营业收入（%）', '从业人数（人）']),
    )
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载空白模板（CSV）' }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text).toMatch(
      /^\uFEFF企业名称,统一社会信用代码,注册地,所属行业,成立日期,从业人数（人）,上年营业收入（万元）,.*\r\n$/,
    )
  })
})
