import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, type PageOptions, variants } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

const columns = ['给谁', '额度', '利率、贴息', '期限', '担保、抵押', '费用', '怎么办', '找谁']

describe.skipIf(missingBrowser !== null)(`the page of loans ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  async function openLoans(path = 'loans', options: PageOptions = {}) {
    const page = await openPage(path, options)
    await settled(page)
    return page
  }

  test('one table holds every product, and each cell names its clause or says that nothing was found', async () => {
    const page = await openLoans('loans', { viewport: desktop })
    expect(await page.locator('.loan-table thead th').allInnerTexts()).toEqual(['产品', ...columns])
    const rows = page.locator('.loan')
    expect(await page.locator('#loan-caption').textContent()).toBe(`产品对照，${await rows.count()}项`)
    expect(await rows.count()).toBeGreaterThan(15)
    const cells = await page.locator('.loan .loan-cell').all()
    expect(cells).toHaveLength((await rows.count()) * columns.length)
    const texts = await Promise.all(cells.map(async (cell) => cell.textContent()))
    expect(texts.filter((text) => !/第\d+条|未查到/.test(text ?? ''))).toEqual([])
  })

  test('the request is made by a button of common height on a row of its own', async () => {
    const page = await openLoans('loans', { viewport: desktop })
    const button = await page.getByRole('button', { name: '生成文字' }).boundingBox()
    const contact = await page.getByLabel(/^联系人/).boundingBox()
    expect(button?.height).toBeLessThan(60)
    expect(button?.y).toBeGreaterThan((contact?.y ?? 0) + (contact?.height ?? 0))
  })

  test('a cell quotes the clause that it leads to', async () => {
    const page = await openLoans()
    const loan = page.locator('.loan', { hasText: '创业担保贷款及贴息（国家标准）' })
    const amount = loan.locator('td').nth(1)
    expect(await amount.textContent()).toContain('最高400万元 小微企业创业担保贷款最高400万元，最长2年。')
    await amount.getByRole('link', { name: '创业担保贷款及贴息（国家标准）第12条' }).click()
    const clause = page.locator('.clause-target')
    await clause.waitFor()
    expect(await clause.textContent()).toContain('小微企业创业担保贷款最高400万元')
    expect(await focusIsOn(page, '.clause-target')).toBe(true)
  })

  test('what was not found leads to the clause that says so', async () => {
    const page = await openLoans()
    const loan = page.locator('.loan', { hasText: '工商银行小微客户兴科贷' })
    expect(await loan.locator('td').nth(2).textContent()).toContain('未查到')
    await loan.locator('td').nth(2).getByRole('link').click()
    await page.locator('.clause-target').waitFor()
    expect(await page.locator('.clause-target').textContent()).toContain('兴科贷的利率、期限和还款方式未查到')
  })

  test('a filter and the order by amount stay in the address', async () => {
    const page = await openLoans('loans', { viewport: desktop })
    await page.getByRole('link', { name: '信用', exact: true }).click()
    await page.getByText('产品对照，3项').waitFor()
    const credit = await page.locator('.loan th a').allInnerTexts()
    expect(credit).toContain('工商银行小微客户兴科贷')
    expect(credit).toContain('小巨人信用贷')
    await page.getByRole('link', { name: '全部', exact: true }).click()
    await page.getByRole('link', { name: '按额度从高到低' }).click()
    await page.locator('[aria-sort=descending]').waitFor()
    expect(page.url()).toMatch(/\/loans\?sort=amount$/)
    expect((await page.locator('.loan th a').allInnerTexts())[0]).toBe('中小微企业贷款贴息')
    expect((await page.locator('.loan').last().locator('td').nth(1).textContent()) ?? '').toMatch(/未查到/)
    await page.reload()
    await page.locator('[aria-sort=descending]').waitFor()
  })

  test('products that are over are no rows, but named below', async () => {
    const page = await openLoans()
    expect(await page.locator('.loan', { hasText: '上海银行科创贷' }).count()).toBe(0)
    await page.getByText(/^现在不能申请的/).click()
    await page.getByRole('link', { name: '上海银行科创贷' }).waitFor()
  })

  test('the company that the chat knows is judged for each product, and fills the request', async () => {
    const page = await openPage('chat')
    await askQuestion(page, '我们是长宁的软件公司，2021年3月成立，42个人，高企，想贷款300万周转')
    await page.locator('.actions').waitFor()
    await page.goto('loans')
    await settled(page)
    await page.locator('.loan-verdict').first().waitFor()
    expect(await page.locator('.loan-verdict').count()).toBe(await page.locator('.loan').count())
    const bank = page.locator('.loan', { hasText: '工商银行小微客户兴科贷' })
    expect(await bank.locator('.loan-verdict').textContent()).toBe('您的企业：符合')
    await expect.poll(() => page.getByLabel(/^用来做什么/).inputValue()).toBe('流动资金')
    expect(await page.getByLabel(/^需要多少钱/).inputValue()).toBe('300')
    await page.getByLabel(/^企业名称/).fill('视觉科技有限公司')
    await page.getByRole('button', { name: '生成文字' }).click()
    expect(await page.locator('#letter').inputValue()).toMatch(/所属行业：软件和信息技术服务业.*从业人数：42人/s)
  })

  test('the way to the bank has four steps in the words of the clauses, and says what is not known', async () => {
    const page = await openLoans('loans', { viewport: { width: 360, height: 800 } })
    const steps = page.getByRole('list', { name: '融资协调的四步' }).getByRole('listitem')
    expect(await steps.locator('strong').allInnerTexts()).toEqual(['企业', '街镇、园区', '部门联审', '银行'])
    const clauses = await page.locator('.financing-clauses').first().textContent()
    for (const words of [
      '提出融资需求',
      '街镇园区上报，部门联审，推荐给银行，银行自主决定是否授信',
      '材料清单和区内办理时限未查到',
    ])
      expect(clauses).toContain(words)
    expect(await page.locator('.bring-to').textContent()).toMatch(/联系方式未查到.*电话22051120/s)
  })

  test('an incomplete request says what is missing, at the first field', async () => {
    const page = await openLoans()
    await page.getByLabel(/^企业名称/).fill('视觉科技有限公司')
    await page.getByLabel(/^需要多少钱/).fill('三百')
    await page.getByLabel(/^打算用多久/).fill('1.5')
    await page.getByRole('button', { name: '生成文字' }).click()
    expect(await page.locator('.request-problem').allInnerTexts()).toEqual([
      '',
      '',
      '请写一个大于0的数，例如300。',
      '请写1到360之间的整数，例如12；不确定就留空。',
      '请写这笔钱用来做什么。',
      '',
      '',
    ])
    expect(await focusIsOn(page, '#request-amount')).toBe(true)
    expect(await page.locator('#letter').count()).toBe(0)
    expect(await problemsOf(page)).toEqual([])
  })

  test('the text is made in the browser alone: to copy, to change, to keep', async () => {
    const page = await openLoans('loans', { permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.getByLabel(/^企业名称/).fill('视觉科技有限公司')
    await page.getByLabel(/^所在街镇或园区/).fill('新华路街道')
    await page.getByLabel(/^需要多少钱/).fill('１,２００')
    await page.getByLabel(/^用来做什么/).fill('采购原料')
    await page.getByLabel(/^打算用多久/).fill('12')
    await page.keyboard.press('Enter')
    const letter = page.locator('#letter')
    await letter.waitFor()
    expect(await focusIsOn(page, '#letter')).toBe(true)
    expect(await letter.inputValue()).toMatch(
      /^融资需求说明\n\n新华路街道：\n\n视觉科技有限公司有融资需求，希望通过长宁区小微企业融资协调机制.*1200万元.*12个月.*2026年11月23日/s,
    )
    await letter.press('Control+End')
    await page.keyboard.type('附：营业执照')
    await page.getByRole('button', { name: '复制', exact: true }).click()
    await page.getByText('已复制', { exact: true }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/附：营业执照$/)
    expect(await downloaded(page, '下载 .txt')).toMatch(/^融资需求说明\n.*附：营业执照$/s)
    expect(await downloaded(page, '下载 .md')).toMatch(/^# 融资需求说明\n/)
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
  })

  test('the table is reached and scrolled by keyboard, with its first column in sight', async () => {
    const page = await openLoans('loans', { viewport: desktop })
    const region = page.getByRole('region', { name: /^产品对照表/ })
    await region.focus()
    for (let presses = 0; presses < 12; presses++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(100)
    const [frame, first] = [await region.boundingBox(), await page.locator('.loan th').first().boundingBox()]
    expect(Math.abs((first?.x ?? 0) - (frame?.x ?? 0))).toBeLessThan(3)
  })

  test.each(variants)('axe finds nothing ($colorScheme, $language)', async ({ colorScheme, language }) => {
    const look = { colorScheme, viewport: { width: 360, height: 3000 }, reducedMotion: 'reduce' } as const
    const page = await openLoans('loans?form=credit', { ...look, language })
    expect(await problemsOf(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 3000 })
    expect(await problemsOf(page)).toEqual([])
  })

  test.each([320, 360, 768, 1280, 3840])('the page is not wider than a window of %i', async (width) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await openLoans('loans', { viewport: { width, height: 800 }, language })
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.context().close()
    }
  })
})

async function settled(page: Page): Promise<void> {
  await page.locator('.loan').first().waitFor()
  await page.locator('.financing-steps').waitFor()
}

async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await download).path(), 'utf8')
}
