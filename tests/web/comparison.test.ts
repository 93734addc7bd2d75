import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'

const question = '我们能享受哪些政策'

describe.skipIf(missingBrowser !== null)(`side by side and on paper ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('two policies are compared in a table that scrolls by itself', async () => {
    const page = await openPage()
    await compare(page, '长宁企业贷', '中小微企业贷款贴息')
    const table = page.getByRole('dialog', { name: '政策对比' }).getByRole('table')
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['政策', '长宁企业贷', '中小微企业贷款贴息'])
    const row = (name: string) =>
      table
        .getByRole('row', { name: new RegExp(`^${name}`) })
        .getByRole('cell')
        .allInnerTexts()
    expect(await row('结论')).toEqual(['符合', '可能符合'])
    expect(await row('受理')).toEqual(['正在受理', '正在受理，2026年12月31日截止'])
    expect((await row('差什么'))[1]).toContain('还差：贷款发放日期')
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
    await table.getByRole('button', { name: '问一问：《长宁企业贷》找谁问' }).click()
    await page.locator('.turn').nth(1).waitFor()
    expect(server().questions[1]?.message).toBe('《长宁企业贷》找谁问？')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('no more than four policies are compared', async () => {
    const page = await openPage()
    await choose(page, '长宁企业贷', '科技履约贷', '中小微企业贷款贴息', '科技创新券')
    expect(await page.getByRole('checkbox', { name: /高新技术企业认定/ }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '清空' }).click()
    expect(await page.locator('.compare-bar').count()).toBe(0)
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0)
  })

  test('the summary shows every verdict with conditions and clauses, the company and the date', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await printWith(page, '打印/存PDF')
    expect(await page.locator('.header').isVisible()).toBe(false)
    const summary = page.locator('.summary')
    expect(await summary.locator('h2').allInnerTexts()).toEqual([
      '企业信息',
      '符合 · 3项',
      '可能符合 · 6项',
      '不符合 · 4项',
    ])
    for (const policy of await summary.locator('h3').all()) expect(await policy.isVisible()).toBe(true)
    expect(await summary.locator('h3').count()).toBe(13)
    const text = await summary.textContent()
    expect(text).toMatch(/按2026年11月23日的政策判断[\s\S]*从业人数\s*42人/)
    expect(text).toMatch(/不符合\s*从事细分市场的年限[\s\S]*\[第4条\]/)
    expect(text).toContain('不承诺一定获批')
    await page.evaluate('dispatchEvent(new Event("afterprint"))')
    expect(await page.locator('.summary').count()).toBe(0)
  })

  test('the whole page on paper brings the summary along', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await page.locator('.question').isVisible()).toBe(true)
    expect(await page.locator('.summary h3').count()).toBe(13)
    expect(await page.locator('.verdict').first().isVisible()).toBe(false)
  })

  test('the comparison on paper is the table alone', async () => {
    const page = await openPage()
    await compare(page, '长宁企业贷', '科技履约贷')
    await printWith(page, '打印对比')
    expect(await page.locator('#paper .comparison').isVisible()).toBe(true)
    expect(await page.locator('.drawer').isVisible()).toBe(false)
    expect(await page.locator('#paper button').count()).toBe(0)
  })
})

async function choose(page: Page, ...titles: string[]): Promise<void> {
  await askQuestion(page, question)
  await page.locator('.actions').waitFor()
  for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(title) }).check()
}

async function compare(page: Page, ...titles: string[]): Promise<void> {
  await choose(page, ...titles)
  await page.getByRole('button', { name: '开始对比' }).click()
}

/** Chromium without a screen prints nothing: the events of printing are sent by hand. */
async function printWith(page: Page, name: string): Promise<void> {
  await page.evaluate('window.print = () => dispatchEvent(new Event("beforeprint"))')
  await page.getByRole('button', { name }).click()
  await page.emulateMedia({ media: 'print' })
}
