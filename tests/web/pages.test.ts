import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone, usePage } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'

describe.skipIf(missingBrowser !== null)(`the pages of the website ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  const variants = (['light', 'dark'] as const).flatMap((colorScheme) =>
    ['zh-CN', 'en'].flatMap((locale) => [phone, desktop].map((viewport) => ({ colorScheme, locale, viewport }))),
  )

  test.each(variants)('axe finds nothing ($colorScheme, $locale, $viewport.width)', async (variant) => {
    const page = await openPage({ ...variant, reducedMotion: 'reduce' }, './')
    if (variant.locale === 'en') await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.locator('.dates li').first().waitFor()
    // High enough for everything, because what lies under the bar at the foot counts as too small.
    await page.setViewportSize({ width: variant.viewport.width, height: 2600 })
    expect(await problemsOf(page)).toEqual([])
    for (const path of ['firm', 'matches', 'loans-of-none']) {
      await page.goto(path)
      await page.locator('main h1').waitFor()
      expect([path, await problemsOf(page)]).toEqual([path, []])
    }
  })

  test.each([320, 360, 768, 900, 1280, 3840])('nothing is cut off at a width of %i', async (width) => {
    const page = await openPage({ viewport: { width, height: 800 } }, './')
    await page.locator('.dates li').first().waitFor()
    for (const language of ['Switch to English', '切换到中文']) {
      for (const path of ['chat', 'firm', 'matches', './']) {
        await page.goto(path)
        await page.locator('main h1').waitFor()
        expect([path, (await overflow(page)) <= 0]).toEqual([path, true])
      }
      await page.getByRole('button', { name: language }).click()
    }
  })

  test('a question written at home is answered in the chat, and back leads home again', async () => {
    const page = await openPage({}, './')
    await page.getByLabel('您的问题').fill('科技履约贷补贴多少')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '复制' }).waitFor()
    expect([pathOf(page), server().questions[0]?.message]).toEqual(['/chat', '科技履约贷补贴多少'])
    await page.goBack()
    await page.locator('.home').waitFor()
    await page.goForward()
    await page.getByText('实际支付保费的50%').waitFor()
    expect(server().questions).toHaveLength(1)
  })

  test('without words the home page asks for them', async () => {
    const page = await openPage({}, './')
    await page.getByRole('button', { name: '发送' }).click()
    expect(await page.locator('.composer-message').textContent()).toBe('请先写下问题再发送。')
    expect([pathOf(page), await focusIsOn(page, '#home-question')]).toEqual(['/', true])
  })

  test('every way in at home is a link, to a page or to a question', async () => {
    const page = await openPage({}, './')
    await page.getByRole('link', { name: '找贷款' }).click()
    await page.waitForURL('**/loans')
    await page.goBack()
    await page.getByRole('link', { name: '减税费' }).click()
    await page.locator('.actions').waitFor()
    await page.goBack()
    await page.locator('.home').waitFor()
    const map = page.getByRole('region', { name: '长宁区“1+5”政策体系' })
    expect(await map.getByRole('link').count()).toBe(6)
    await map.getByRole('link', { name: '人才发展' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.turn').nth(1).waitFor()
    expect(server().questions.map(({ message }) => message)).toEqual([
      '小微企业能享受哪些税费优惠？',
      '长宁区人才发展专项政策是什么？',
    ])
  })

  test('home tells what closes soon and is new, and says when nothing opens', async () => {
    const page = await openPage({}, './')
    await page.getByText('2026年贷款发放期 · 2026年12月31日止').waitFor()
    expect(await page.getByText('60天内没有要开始的。').isVisible()).toBe(true)
    expect(await page.getByText('2026年6月18日发布').isVisible()).toBe(true)
  })

  test('a deep link puts its question into the box and sends nothing', async () => {
    const page = await openPage({}, `chat?q=${encodeURIComponent('<b>贷款</b>')}`)
    await expect.poll(() => page.locator('#question').inputValue()).toBe('<b>贷款</b>')
    expect([server().questions, new URL(page.url()).search]).toEqual([[], ''])
  })

  test('a keyboard reaches another page, which begins at its heading', async () => {
    const page = await openPage({ viewport: desktop }, './')
    await page.getByRole('link', { name: '企业', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focusIsOn(page, 'main h1')).toBe(true)
    expect([await page.locator(':focus').textContent(), await page.title()]).toEqual([
      '我的企业',
      '我的企业 · 惠企政策通',
    ])
    expect(await page.locator('nav [aria-current=page]').allInnerTexts()).toEqual(['企业'])
    await page.keyboard.press('Tab')
    expect(await focusIsOn(page, 'main *')).toBe(true)
  })

  test('the bar at the foot of a phone is reached by thumb and covers no question box', async () => {
    const page = await openPage({ viewport: { width: 360, height: 740 }, hasTouch: true })
    const bar = await boxOf(page, 'nav')
    const box = await boxOf(page, '.composer-box')
    expect([bar.y + bar.height, box.y + box.height <= bar.y]).toEqual([740, true])
    await page.getByRole('link', { name: '匹配', exact: true }).tap()
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    await page.getByRole('link', { name: '问答', exact: true }).tap()
    await page.locator('#question').waitFor()
  })

  test('an answer goes on while the reader looks at another page', async () => {
    const page = await openPage()
    await askQuestion(page, '慢慢说')
    await page.locator('.statements').first().waitFor()
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.getByRole('heading', { name: '我的企业', level: 1 }).waitFor()
    server().release()
    await page.goBack()
    await page.locator('.actions').waitFor()
    expect([server().abandoned, server().questions.length]).toEqual([0, 1])
  })

  test('the verdicts of the conversation are on the page of matches', async () => {
    const page = await openPage({ viewport: desktop })
    await askQuestion(page, '能享受哪些政策')
    await page.locator('.verdict-counts').waitFor()
    await page.getByRole('link', { name: '匹配', exact: true }).click()
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
    await page.locator('.verdict').first().waitFor()
    expect(await page.locator('.verdict').count()).toBeGreaterThan(0)
    await page.setViewportSize({ width: 1280, height: 2600 })
    expect(await problemsOf(page)).toEqual([])
  })

  test('coming back shows the place that was left, going on begins at the top', async () => {
    const page = await openPage({ reducedMotion: 'reduce' }, './')
    await page.locator('.dates li').first().waitFor()
    await page.evaluate('scrollTo(0, 600)')
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.getByRole('heading', { name: '我的企业', level: 1 }).waitFor()
    expect(await page.evaluate('scrollY')).toBe(0)
    await page.goBack()
    await page.locator('.home').waitFor()
    await expect.poll(() => page.evaluate('scrollY')).toBe(600)
  })

  test('an address without a page says so and leads home', async () => {
    const page = await openPage({}, 'nothing')
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor()
    await page.getByRole('link', { name: '回到首页' }).click()
    await page.locator('.home').waitFor()
    expect(pathOf(page)).toBe('/')
  })

  test('a page that a new version of the website took away can be loaded again', async () => {
    const page = await openPage({}, './')
    await page.route('**/assets/firm-*.js', (route) => route.fulfill({ status: 404 }))
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.getByRole('heading', { name: '这一页没有打开' }).waitFor()
    await page.unroute('**/assets/firm-*.js')
    await page.getByRole('button', { name: '重新载入' }).click()
    await page.getByRole('heading', { name: '我的企业', level: 1 }).waitFor()
  })

  test('a page one folder down finds its files', async () => {
    const page = await openPage({}, 'policies/any')
    await page.getByRole('link', { name: '惠企政策通' }).click()
    await page.locator('.dates li').first().waitFor()
    expect(pathOf(page)).toBe('/')
  })
})

function pathOf(page: Page): string {
  return new URL(page.url()).pathname
}

async function boxOf(page: Page, selector: string): Promise<{ y: number; height: number }> {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not on the page`)
  return box
}
