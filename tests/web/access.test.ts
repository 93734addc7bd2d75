import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone, usePage } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`everyone can use the page ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [phone, desktop].flatMap((viewport) => ['zh-CN', 'en'].map((locale) => ({ colorScheme, viewport, locale }))),
  )

  test.each(variants)('axe finds nothing ($colorScheme, $viewport.width, $locale)', async (variant) => {
    const page = await openPage({ ...variant, reducedMotion: 'reduce' })
    if (variant.locale === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.locator('.coverage:not(:empty)').waitFor()
    // High enough for everything, because what has scrolled under the question box counts as too small.
    await page.setViewportSize({ width: variant.viewport.width, height: 2600 })
    expect(await problemsOf(page)).toEqual([])
    await page.setViewportSize(variant.viewport)
    await askQuestion(page, '有哪些贷款产品')
    await page.locator('.actions').waitFor()
    await page.getByRole('button', { name: /没帮助|Not helpful/ }).click()
    await askQuestion(page, '太快了吗')
    await page.getByRole('alert').waitFor()
    await page.locator('#question').fill('问'.repeat(501))
    await page.locator('.sources summary').click()
    await page.setViewportSize({ width: variant.viewport.width, height: 2600 })
    await page.evaluate('scrollTo(0, 0)')
    expect(await problemsOf(page)).toEqual([])
    await page.locator('.mark').nth(1).click()
    await page.locator('.passage.cited').waitFor()
    expect(await problemsOf(page)).toEqual([])
  })

  test.each([320, 360, 390, 768, 1280, 3840])('nothing is cut off at a width of %i', async (width) => {
    const page = await openPage({ viewport: { width, height: 800 } })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await askQuestion(page, '有哪些贷款产品')
    await page.locator('.actions').waitFor()
    await askQuestion(page, `履约贷${'a'.repeat(300)}`)
    await page.locator('.actions').nth(1).waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })

  test('a keyboard is enough: skip to the box, ask, open a source, come back', async () => {
    const page = await openPage()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('科技履约贷补贴多少')
    await page.keyboard.press('Enter')
    await page.locator('.actions').waitFor()
    for (let presses = 0; presses < 40 && !(await focusIsOn(page, '.mark')); presses++)
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('.passage.cited').waitFor()
    await page.keyboard.press('Escape')
    expect(await focusIsOn(page, '.mark')).toBe(true)
  })

  test('a follow-up that was tapped keeps the focus at its answer', async () => {
    const page = await openPage()
    await askQuestion(page, '科技履约贷补贴多少')
    const suggestion = page.getByRole('button', { name: '谁能享受科技履约贷' })
    await suggestion.focus()
    await page.keyboard.press('Enter')
    await page.locator('.turn').nth(1).waitFor()
    expect(await focusIsOn(page, '.turn:last-child h2')).toBe(true)
  })

  test('a screen reader hears whole sentences of new answers, and nothing of restored ones', async () => {
    const page = await openPage()
    await askQuestion(page, '慢慢说')
    await page.locator('.statements').first().waitFor()
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('polite')
    expect(await page.getByRole('status').allInnerTexts()).toContain('正在回答')
    server().release()
    await page.locator('.actions').waitFor()
    expect(await page.getByRole('status').allInnerTexts()).toContain('回答完毕，共4句，引用4处。')
    await page.reload()
    await page.locator('.actions').waitFor()
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off')
    expect(await focusIsOn(page, 'h2')).toBe(false)
  })

  test('the page stays where the reader is while an answer grows', async () => {
    const page = await openPage({ reducedMotion: 'reduce' })
    await askQuestion(page, '长回答')
    await page.locator('.actions').waitFor()
    await askQuestion(page, '慢的长回答')
    await page.locator('.turn:last-child .statements').waitFor()
    await expect.poll(() => topOf(page, '.turn:last-child')).toBeLessThan(100)
    const before = await topOf(page, '.turn:last-child')
    server().release()
    await page.locator('.actions').nth(1).waitFor()
    expect(await topOf(page, '.turn:last-child')).toBe(before)
  })

  test('the chosen language and colours outlast a reload', async () => {
    const page = await openPage({ colorScheme: 'light' })
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('button', { name: 'Use dark colours' }).click()
    await page.reload()
    await expect.poll(() => page.title()).toBe('Ask · Policy Navigator')
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark')
    await page.getByRole('button', { name: '有哪些贷款产品' }).click()
    await page.locator('.turn').waitFor()
    expect(server().questions[0]?.locale).toBe('en')
  })
})

async function topOf(page: Page, selector: string): Promise<number> {
  return Math.round((await page.locator(selector).boundingBox())?.y ?? Number.NaN)
}
