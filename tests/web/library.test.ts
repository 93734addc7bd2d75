import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, missingBrowser, variants } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`the policy library ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('a word that only a clause has leads to that clause, marked and in focus', async () => {
    const page = await openPage('policies')
    await page.locator('.policy-entry').first().waitFor()
    await page.getByLabel('查找政策').fill('泰隆')
    await page.keyboard.press('Enter')
    await page.getByText('找到1项').waitFor()
    const entry = page.locator('.policy-entry', { hasText: '知识产权质押贷' })
    expect(await entry.locator('mark').allInnerTexts()).toEqual(['泰隆'])
    expect(new URL(page.url()).searchParams.get('q')).toBe('泰隆')
    await entry.getByRole('link', { name: '到这一条' }).click()
    const clause = page.locator('.clause-target')
    await clause.waitFor()
    expect(await clause.textContent()).toContain('泰隆银行长宁支行')
    expect(await focusIsOn(page, '.clause-target')).toBe(true)
    await page.goBack()
    await page.locator('.policy-entry mark').waitFor()
    expect(await page.getByLabel('查找政策').inputValue()).toBe('泰隆')
  })

  test('filters count what they leave, stay in the address, and back takes them off', async () => {
    const page = await openPage('policies', { viewport: desktop })
    await page.locator('.policy-entry').first().waitFor()
    const loans = page.locator('.facet', { hasText: '类型' }).getByRole('link', { name: /^贷款/ })
    const count = Number(await loans.locator('.chip-count').textContent())
    await loans.click()
    await page.getByText(`找到${count}项`).waitFor()
    expect(await page.locator('.policy-entry').count()).toBe(count)
    expect(await page.locator('.policy-entry-facts').allInnerTexts()).toSatisfy((facts: string[]) =>
      facts.every((text) => text.includes('贷款')),
    )
    expect(page.url()).toMatch(/\/policies\?kind=loan$/)
    await page.reload()
    await page.getByText(`找到${count}项`).waitFor()
    await page.goBack()
    await page.locator('.policy-entry', { hasText: '高新技术企业认定' }).first().waitFor()
    expect(await page.locator('.facet [aria-current]').allInnerTexts()).toContainEqual(expect.stringMatching(/^全部/))
  })

  test('what does not apply is hidden behind a choice, and marked where it is shown', async () => {
    const page = await openPage('policies?q=专精特新&level=national')
    await page.locator('.policy-entry').first().waitFor()
    expect(await page.locator('.badge-superseded, .badge-expired, .badge-draft, .badge-historical').count()).toBe(0)
    await page.getByRole('link', { name: '一起列出' }).click()
    await page.locator('.policy-entry .badge-superseded').first().waitFor()
    expect(new URL(page.url()).searchParams.get('standing')).toBe('all')
  })

  test('when nothing is found, it says what to try', async () => {
    const page = await openPage('policies?q=xyzzy&kind=loan')
    await page.getByRole('heading', { name: '没有找到这样的政策' }).waitFor()
    await page.getByRole('link', { name: '清除全部条件，从头看' }).click()
    await page.locator('.policy-entry').first().waitFor()
    expect(page.url()).toMatch(/\/policies$/)
  })

  test('an address with choices that do not exist shows the whole list', async () => {
    const page = await openPage('policies?kind=castle&standing=toString')
    await page.locator('.policy-entry').nth(50).waitFor()
  })

  test('on a phone the filters are folded away, and a keyboard unfolds and uses them', async () => {
    const page = await openPage('policies')
    await page.locator('.policy-entry').first().waitFor()
    expect(await page.locator('.facet').first().isVisible()).toBe(false)
    await page.locator('.filters summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.facet').getByRole('link', { name: /^担保/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('找到3项').waitFor()
  })

  const paths = ['policies?q=泰隆', 'policies?standing=all', 'policies?q=xyzzy']

  test.each(variants)('axe finds nothing ($colorScheme, $language)', async ({ colorScheme, language }) => {
    for (const viewport of [
      { width: 360, height: 6000 },
      { ...desktop, height: 6000 },
    ]) {
      for (const path of paths) {
        const page = await openPage(path, { colorScheme, viewport, reducedMotion: 'reduce', language })
        await settled(page)
        expect([path, viewport.width, await problemsOf(page)]).toEqual([path, viewport.width, []])
        await page.context().close()
      }
    }
  })

  test.each([320, 360, 768, 1280, 3840])('nothing is cut off at a width of %i', async (width) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await openPage(paths[0] ?? '', { viewport: { width, height: 800 }, language })
      for (const path of paths) {
        await page.goto(path)
        await settled(page)
        expect([path, language, await overflow(page)]).toEqual([path, language, expect.toSatisfy((by) => by <= 0)])
      }
      await page.context().close()
    }
  })
})

/** Whatever the page shows in the end has come. */
async function settled(page: Page): Promise<void> {
  await page.locator('.policy-entry, .results-none').first().waitFor()
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
}
