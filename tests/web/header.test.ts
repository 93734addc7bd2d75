import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'
import { overflow } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`the header ${missingBrowser ?? ''}`, () => {
  const { openPage } = usePage()

  test.each(['zh-CN', 'en'])('every button of the header shows its name on a phone (%s)', async (language) => {
    const page = await openPage({ viewport: { width: 320, height: 640 } })
    if (language === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    await askQuestion(page, '我们能享受哪些政策')
    await page.locator('.actions').waitFor()
    // Those for the language are signs by themselves.
    const buttons = await page.locator('.header-buttons button[aria-label]').all()
    expect(buttons).toHaveLength(4)
    for (const button of buttons) {
      const shown = button.locator('.narrow-only')
      expect(await shown.isVisible()).toBe(true)
      // Whoever speaks to the browser says what stands there.
      const name = (await button.getAttribute('aria-label')) ?? ''
      expect(name.toLowerCase()).toContain((await shown.textContent())?.toLowerCase())
    }
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
