import { describe, expect, onTestFinished, test } from 'vitest'
import { askQuestion, desktop, missingBrowser } from './browser.ts'
import { openHostSite } from './host-site.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { company, smallPhone, subsidy, useWidget } from './widget-site.ts'

/** Colours are judged as they stand; the document does not know what moves in a shadow root. */
const whenStill = (element: { getAnimations(): { finished: Promise<unknown> }[] }) =>
  Promise.all(element.getAnimations().map(({ finished }) => finished)).then(() => null)

describe.skipIf(missingBrowser !== null)(`the widget as a guest ${missingBrowser ?? ''}`, () => {
  const { openSite, openChat, service } = useWidget()

  test('nothing of the site’s styles comes in, and nothing of the site is changed', async () => {
    const page = await openChat('?theme=light')
    const look = (selector: string) =>
      page.locator(selector).evaluate((element) => {
        const { color, fontSize, fontFamily, letterSpacing, opacity } =
          element.ownerDocument.defaultView.getComputedStyle(element)
        return { color, fontSize, fontFamily, letterSpacing, opacity }
      })
    expect(await look('.purpose')).toMatchObject({ color: 'rgb(27, 36, 32)', fontSize: '19px', opacity: '1' })
    expect(await look('policy-navigator')).toMatchObject({ opacity: '1', letterSpacing: 'normal' })
    expect(await look('textarea')).toMatchObject({ fontSize: '16px', letterSpacing: 'normal' })
    expect((await look('.purpose')).fontFamily).toMatch(/^system-ui/)
    expect(await page.locator('[style]').count()).toBe(0)
    expect(
      await page.evaluate('[document.documentElement.lang, document.documentElement.dataset.theme ?? null]'),
    ).toEqual(['fr', null])
  })

  test('the site can hide the button and open the chat with a question; the keys typed there stay there', async () => {
    const page = await openSite('?launcher=hidden&locale=en&position=left')
    await page.waitForFunction('window.PolicyNavigator !== undefined')
    await page.evaluate('window.keys = 0; addEventListener("keydown", () => { window.keys += 1 })')
    await page.locator('#before').focus()
    await page.evaluate(`window.PolicyNavigator.open('${subsidy}')`)
    await page.locator('.as-of').waitFor()
    expect(await page.getByRole('heading', { name: 'Policy Navigator' }).isVisible()).toBe(true)
    expect((await page.locator('.panel').boundingBox())?.x).toBe(16)
    await page.locator('textarea').press('a')
    expect(await page.evaluate('window.keys')).toBe(0)
    await page.evaluate('window.PolicyNavigator.close()')
    await page.locator('.panel').waitFor({ state: 'detached' })
    expect(await page.locator('#before:focus').count()).toBe(1)
    expect(await page.locator('.launcher').count()).toBe(0)
  })

  test('a phone and a page at 200 % show the chat on the whole screen', async () => {
    for (const viewport of [smallPhone, { width: 640, height: 450 }]) {
      const page = await openChat('', { viewport, reducedMotion: 'reduce' })
      expect(await page.locator('.panel').boundingBox()).toEqual({ x: 0, y: 0, ...viewport })
      await askQuestion(page, company)
      await page.locator('.as-of').waitFor()
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await page.locator('.panel-body').evaluate((body) => body.scrollWidth - body.clientWidth)).toBe(0)
    }
  })

  const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
    [smallPhone, desktop].flatMap((viewport) => ['zh-CN', 'en'].map((locale) => ({ colorScheme, viewport, locale }))),
  )

  test.each(variants)('axe finds nothing inside ($colorScheme, $viewport.width, $locale)', async (variant) => {
    const page = await openSite(`?locale=${variant.locale}`, { ...variant, reducedMotion: 'reduce' })
    await page.locator('.launcher').waitFor()
    // Only the widget is judged here, not the rude styles of the site.
    await page.evaluate('document.querySelector("main").hidden = true')
    const inside = async () =>
      (await problemsOf(page)).filter((text) => !/<main|<html|<body|page-has-heading/.test(text))
    expect(await inside()).toEqual([])
    await page.locator('.launcher').click()
    await askQuestion(page, company)
    await page.locator('.as-of').waitFor()
    expect(await inside()).toEqual([])
    await page.locator('.mark').first().click()
    await page.locator('.drawer').evaluate(whenStill)
    expect(await inside()).toEqual([])
  })

  test('on a site that is not allowed it says what to set, in its place and in the console', async () => {
    const other = await openHostSite()
    onTestFinished(() => other.close())
    other.embed(service().address)
    const page = await openSite('about', {}, other.origin)
    const said = page.waitForEvent('console', (message) => message.text().includes('WIDGET_ORIGINS'))
    await page.reload()
    expect((await said).text()).toContain(other.origin)
    expect(await page.locator('.refusal').textContent()).toContain('WIDGET_ORIGINS')
    expect(await page.locator('.launcher').count()).toBe(0)
  })

  test('the site’s own scripts reach no route of the page, with or without its cookie', async () => {
    const page = await openSite()
    const reach = (path: string, options: string) =>
      page.evaluate(`fetch('${service().address}${path}', ${options}).then(() => 'read', () => 'refused')`)
    const json = `method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"message":"a"}'`
    for (const credentials of ['include', 'omit'])
      for (const [path, options] of [
        ['v1/policies', ''],
        ['v1/chat', json],
        ['v1/conversations/x', `method: 'DELETE'`],
      ])
        expect(await reach(path ?? '', `{ credentials: '${credentials}', ${options} }`)).toBe('refused')
    expect(await reach('v1/widget/token', `{ method: 'POST', credentials: 'include' }`)).toBe('refused')
    expect(await reach('v1/widget/token', `{ method: 'POST' }`)).toBe('read')
  })
})
