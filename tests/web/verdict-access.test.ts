import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'

const question = '我们能享受哪些政策'

describe.skipIf(missingBrowser !== null)(`everyone can use the verdicts ${missingBrowser ?? ''}`, () => {
  const { openPage } = usePage()

  const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [360, 1280].flatMap((width) => ['zh-CN', 'en'].map((locale) => ({ colorScheme, width, locale }))),
  )

  test.each(variants)('axe finds nothing ($colorScheme, $width, $locale)', async ({ colorScheme, width, locale }) => {
    const page = await openPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
    if (locale === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    await showAll(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    // High enough for everything, because what has scrolled under the question box counts as too small.
    await page.setViewportSize({ width, height: 16_000 })
    expect(await problemsOf(page)).toEqual([])
    await page.setViewportSize({ width, height: 3_000 })
    await page.locator('.company-button').click()
    await page.locator('#edit-revenue').click()
    await page.locator('.fact-form').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.compare-choice input').nth(0).check()
    await page.locator('.compare-choice input').nth(1).check()
    await page.locator('.compare-bar .primary').click()
    expect(await problemsOf(page)).toEqual([])
  })

  test('each judged answer of a conversation is a place with a name of its own', async () => {
    const page = await openPage({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' })
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await askQuestion(page, question)
    await page.locator('.actions').nth(1).waitFor()
    for (const number of [1, 2]) await page.getByRole('region', { name: `第${number}个问题的逐条结论` }).waitFor()
    await page.setViewportSize({ width: 360, height: 16_000 })
    await page.evaluate('scrollTo(0, 0)') // nothing under the header
    expect(await problemsOf(page)).toEqual([])
  })

  test.each([320, 360, 390, 768, 1280, 3840])('nothing is cut off at a width of %i', async (width) => {
    const page = await openPage({ viewport: { width, height: 800 } })
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await showAll(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.locator('.company-button').click()
    await page.locator('.add-fact').waitFor()
    expect(await page.locator('.drawer-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
  })

  test('everything that is tapped is large enough for a thumb', async () => {
    const page = await openPage({ viewport: { width: 360, height: 740 } })
    await showAll(page)
    expect(await tooSmall(page, '.verdicts, .fact-question')).toEqual([])
    await page.locator('.company-button').click()
    await page.locator('#edit-isHighTechEnterprise').click()
    expect(await tooSmall(page, '.drawer')).toEqual([])
  })

  test('a keyboard is enough: unfold, fill in what is missing, come back', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await tabTo(page, '.group-undetermined .strong')
    await page.keyboard.press('Enter')
    await page.locator('.wanted-facts').waitFor()
    await tabTo(page, '.wanted-facts .fact-choice')
    await page.keyboard.press('Enter')
    await page.keyboard.type('180')
    await page.keyboard.press('Enter')
    await page.getByText('这几项都有了。').waitFor()
    expect(await focusIsOn(page, '#edit-taxableIncome')).toBe(true)
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
    }
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.locator('.verdict-counts', { hasText: '符合4项' }).waitFor()
    await tabTo(page, '.group-ineligible .fold')
    await page.keyboard.press('Enter')
    await tabTo(page, '.group-ineligible .details-fold')
    await page.keyboard.press('Enter')
    await tabTo(page, '.group-ineligible .clause-mark')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await focusIsOn(page, '.clause-mark')).toBe(true)
  })

  test('a screen reader hears how many fit, and not every card', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    expect(await page.locator('.verdicts').getAttribute('aria-live')).toBe('off')
    expect(await page.locator('main > [role="status"]').textContent()).toContain('符合3项 · 可能符合6项 · 不符合4项')
  })
})

/** Asks, and unfolds everything. */
async function showAll(page: Page): Promise<void> {
  await askQuestion(page, question)
  await page.locator('.actions').waitFor()
  await page.locator('.group-ineligible .fold').click()
  for (const fold of await page.locator('.details-fold').all()) await fold.click()
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 90 && !(await focusIsOn(page, selector)); presses++) await page.keyboard.press('Tab')
  expect(await focusIsOn(page, selector)).toBe(true)
}

/** Controls under 44 pixels; a label counts with the box it belongs to. */
function tooSmall(page: Page, within: string): Promise<string[]> {
  return page.locator(within).evaluateAll((places) => {
    const controls = places.flatMap((place) => [
      ...place.querySelectorAll('button, label.choice, label.switch, select'),
    ])
    return controls.flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      return width >= 43.5 && height >= 43.5 ? [] : [`${control.className} ${width}×${height}`]
    })
  })
}
