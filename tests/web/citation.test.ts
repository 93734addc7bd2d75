import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone, usePage } from './browser.ts'

describe.skipIf(missingBrowser !== null)(`a citation ${missingBrowser ?? ''}`, () => {
  const { openPage } = usePage()

  test.each([
    ['a phone', phone],
    ['a desk', desktop],
  ])('opens its document on %s with the cited passage marked and in view', async (_, viewport) => {
    const page = await openPage({ viewport })
    await askQuestion(page, '科技履约贷补贴多少')
    const mark = page.getByRole('button', { name: /引用3/ }).first()
    await mark.click()
    const drawer = page.getByRole('dialog', { name: '科技履约贷' })
    const cited = drawer.locator('.passage.cited')
    await cited.waitFor()
    expect(await cited.textContent()).toContain('3个工作日内登录')
    expect(await drawer.textContent()).toMatch(
      /沪科〔2025〕212号[\s\S]*2025年[\s\S]*科技履约贷保费补贴2024至2025年度通知/,
    )
    expect(await drawer.getByRole('link').allInnerTexts()).toEqual(['看整份政策'])
    await expect
      .poll(() => cited.evaluate((element) => element.getBoundingClientRect().bottom))
      .toBeLessThan(viewport.height)
  })

  test('keeps the focus inside and gives it back to its mark', async () => {
    const page = await openPage()
    await askQuestion(page, '科技履约贷补贴多少')
    const mark = page.getByRole('button', { name: /引用2/ }).first()
    await mark.click()
    await page.locator('.passage.cited').waitFor()
    for (let presses = 0; presses < 5; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
    }
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await mark.and(page.locator(':focus')).count()).toBe(1)
  })

  test('of a document that has gone shows the words of the answer', async () => {
    const page = await openPage()
    await page.route('**/v1/documents/**', (route) => route.fulfill({ status: 404, body: '{}' }))
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: /引用1/ }).first().click()
    await page.getByText('全文现在取不到').waitFor()
    expect(await page.locator('blockquote').textContent()).toContain('企业实际支付保费的50%')
  })

  test('of a clause that has changed shows the words of the answer beside it', async () => {
    const page = await openPage()
    await page.route('**/v1/documents/**', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replaceAll('50%', '40%') })
    })
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: /引用1/ }).first().click()
    await page.getByText('条文后来有改动').waitFor()
    expect(await page.locator('blockquote').textContent()).toContain('50%')
  })

  test('links to the source only where there is an official page', async () => {
    const page = await openPage()
    await askQuestion(page, '长宁的1+5政策是什么')
    await page.getByRole('button', { name: /引用1/ }).first().click()
    const link = page.getByRole('link', { name: '打开官方网页' })
    expect(await link.getAttribute('href')).toBe('https://example.invalid/changning/15')
    expect(await link.getAttribute('rel')).toContain('noopener')
  })

  test('of a draft says so at the heading, at the mark, in the sources and in the drawer', async () => {
    const page = await openPage()
    await askQuestion(page, '长宁的1+5政策是什么')
    const mark = page.getByRole('button', { name: /引用2：.*（草案）/ }).first()
    await mark.click()
    await page.locator('.passage.cited').waitFor()
    for (const place of ['.statements h3', '.sources', '.drawer h2']) {
      expect(await page.locator(`${place} .badge`).allInnerTexts()).toEqual(['草案'])
    }
  })

  test('of a document no longer in force, or not confirmed, says so', async () => {
    const page = await openPage()
    await askQuestion(page, '有哪些贷款产品')
    await page.getByRole('button', { name: '复制' }).waitFor()
    expect(await page.locator('.statements .badge').allInnerTexts()).toEqual(['待核实', '已被取代'])
    expect(await page.locator('.statements td').allInnerTexts()).toEqual(['个人', '50万元', '创业组织', '300万元'])
    expect(await page.getByText('问到的5项里，答出3项').isVisible()).toBe(true)
  })
})
