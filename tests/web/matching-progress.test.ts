import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, missingBrowser, phone, usePage } from './browser.ts'
import { chooseFile, matchFile, openMatching } from './matching-steps.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`everyone can follow the matching of a list ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('shows how far it is, and says so at each quarter only', async () => {
    const page = await openPage()
    await openMatching(page)
    await chooseFile(page, '慢.csv')
    await page.getByRole('button', { name: '开始匹配' }).click()
    const said = page.locator('.drawer-body > [role="status"]')
    const bar = page.getByRole('progressbar', { name: '核对进度' })
    await bar.waitFor()
    expect(await said.textContent()).toBe('正在上传并读取“慢.csv”')
    expect(await focusIsOn(page, '.matching-progress button')).toBe(true)
    const heard: (string | null)[] = []
    for (const shown of ['已核对0/400家', '已核对100/400家', '已核对110/400家', '已核对320/400家']) {
      await stepUntil(page, shown)
      heard.push(await said.textContent())
    }
    expect(heard).toEqual(['正在上传并读取“慢.csv”', '已核对25%', '已核对25%', '已核对75%'])
    expect(await bar.getAttribute('value')).toBe('320')
    await stepUntil(page, '已核对400/400家')
    await stepUntil(page, '匹配完成')
    expect(await focusIsOn(page, '.match-result h3')).toBe(true)
  })

  test('goes on while the panel is closed', async () => {
    const page = await openPage()
    await openMatching(page)
    await chooseFile(page, '慢.csv')
    await page.getByRole('button', { name: '开始匹配' }).click()
    await stepUntil(page, '已核对0/400家')
    await page.keyboard.press('Escape')
    expect(await focusIsOn(page, '.matching-button')).toBe(true)
    await openMatching(page)
    await stepUntil(page, '已核对100/400家')
  })

  test('is given up when it is stopped, and can be started again', async () => {
    const page = await openPage()
    await openMatching(page)
    await chooseFile(page, '慢.csv')
    await page.getByRole('button', { name: '开始匹配' }).click()
    await stepUntil(page, '已核对0/400家')
    await page.keyboard.press('Enter')
    await page.locator('.matching-form').getByText('已停止，没有结果。').waitFor()
    await expect.poll(() => server().matching.abandoned).toBe(1)
    expect(await focusIsOn(page, '.start-matching')).toBe(true)
    await page.keyboard.press('Enter')
    await stepUntil(page, '已核对0/400家')
    expect(server().matching.uploads).toHaveLength(2)
  })

  const variants = [phone, desktop, { width: 320, height: 800 }].flatMap((viewport) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      ['zh-CN', 'en'].map((locale) => ({ viewport, colorScheme, locale })),
    ),
  )

  test.each(variants)('axe finds nothing ($viewport.width, $colorScheme, $locale)', async (variant) => {
    const page = await openPage({ ...variant, reducedMotion: 'reduce' })
    if (variant.locale === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    // High enough for everything, because what has scrolled out of sight counts as too small.
    await page.setViewportSize({ width: variant.viewport.width, height: 3000 })
    await openMatching(page)
    await page.locator('.columns summary').click()
    await page.locator('.column-names').waitFor()
    await page.getByRole('searchbox').fill('高企')
    await chooseFile(page, '名单.xls')
    expect(await problemsOf(page)).toEqual([])
    await chooseFile(page, '慢.csv')
    await page.locator('.fact-choice').click()
    expect(await problemsOf(page)).toEqual([])
    await page.locator('.start-matching').click()
    await page.getByRole('progressbar').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.locator('.matching-progress button').click()
    await matchFile(page, '太多.csv')
    expect(await problemsOf(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.locator('.drawer-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
  })

  /** Lets the slow matching go on until the page shows a text. */
  async function stepUntil(page: Page, text: string): Promise<void> {
    const shown = page.locator('.drawer').getByText(text).first()
    await expect
      .poll(async () => {
        if (await shown.isVisible()) return true
        server().matching.step()
        return shown.isVisible()
      })
      .toBe(true)
  }
})
