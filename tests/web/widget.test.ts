import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser } from './browser.ts'
import { company, subsidy, useWidget } from './widget-site.ts'

describe.skipIf(missingBrowser !== null)(`the widget ${missingBrowser ?? ''}`, () => {
  const { openSite, openChat, service } = useWidget()

  test('answers in cited sentences whose marks open the quote, without a cookie', async () => {
    const page = await openChat()
    const sent: Record<string, string>[] = []
    page.on('request', async (request) => sent.push(await request.allHeaders()))
    const received: Record<string, string>[] = []
    page.on('response', async (response) => received.push(await response.allHeaders()))
    await askQuestion(page, subsidy)
    await page.locator('.as-of').waitFor()
    const statement = page.locator('.statements li', { hasText: '实际支付保费的50%' })
    await statement.locator('.mark').first().click()
    const quote = page.getByRole('dialog', { name: /科技履约贷/ })
    expect(await quote.textContent()).toMatch(/现行有效[\s\S]*沪科〔2025〕212号[\s\S]*发布[\s\S]*实际支付保费的50%/)
    await page.keyboard.press('Escape')
    expect(await quote.count()).toBe(0)
    expect(await page.locator('.panel').isVisible()).toBe(true)
    expect(await page.locator('.mark:focus').count()).toBe(1)
    expect(sent.some(({ authorization }) => authorization?.startsWith('Bearer '))).toBe(true)
    expect(sent.filter((headers) => 'cookie' in headers)).toEqual([])
    expect(received.filter((headers) => 'set-cookie' in headers)).toEqual([])
    expect(await page.context().cookies()).toHaveLength(1)
  })

  test('sums up verdicts with why, and leads to the full site', async () => {
    const page = await openChat()
    await askQuestion(page, company)
    await page.locator('.as-of').waitFor()
    expect(await page.locator('.verdict-counts').textContent()).toMatch(/符合\d+项 · 可能符合\d+项/)
    expect(await page.locator('.verdict-summary li').count()).toBe(5)
    expect(await page.locator('.verdict-summary .reason').count()).toBeGreaterThanOrEqual(5)
    expect(await page.locator('.verdict-rest a').getAttribute('href')).toBe(service().address)
    await page.locator('.fact-question .chip').first().click()
    await page.locator('.as-of').nth(1).waitFor()
    expect(await page.locator('h3.question:focus').count()).toBe(1)
  })

  test('a keyboard is enough: open, ask, go round inside, leave, and be back at the button', async () => {
    const page = await openSite()
    await page.locator('.launcher').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('有哪些贷款产品')
    await page.keyboard.press('Enter')
    await page.locator('.as-of').waitFor()
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      expect(await page.locator('.panel :focus').count()).toBe(1)
    }
    await page.keyboard.press('Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    expect(await page.locator('.launcher:focus').count()).toBe(1)
  })

  test('the conversation is there again on the next page of the site, until a new one is begun', async () => {
    const page = await openChat()
    await askQuestion(page, subsidy)
    await page.locator('.as-of').waitFor()
    await page.reload()
    await page.locator('.launcher').click()
    await page.getByText('实际支付保费的50%').first().waitFor()
    await page.getByRole('button', { name: '新对话' }).click()
    await page.getByText('可以这样问').waitFor()
  })

  test('without a network it says so, and asks again when there is one', async () => {
    const page = await openChat()
    await page.context().setOffline(true)
    await askQuestion(page, subsidy)
    expect(await page.getByRole('alert').textContent()).toContain('网络断开了')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.as-of').waitFor()
  })

  test('an answer can be stopped and asked again', async () => {
    const page = await openChat()
    const held = Promise.withResolvers<void>()
    await page.route('**/v1/widget/chat/stream', (route) => held.promise.then(() => route.continue().catch(() => {})))
    await askQuestion(page, subsidy)
    await page.getByRole('button', { name: '停止回答' }).click()
    await page.getByText('已停止。').waitFor()
    held.resolve()
    await page.getByRole('button', { name: '重新回答' }).click()
    await page.locator('.as-of').waitFor()
  })

  test('a token that no longer holds is replaced without a word', async () => {
    const page = await openSite()
    await page.locator('.launcher').waitFor()
    const spoiled = JSON.stringify({ token: 'spoiled', until: Date.now() + 1_700_000 })
    await page.evaluate(`sessionStorage.setItem('policy-navigator.visit', ${JSON.stringify(spoiled)})`)
    await page.locator('.launcher').click()
    await askQuestion(page, subsidy)
    await page.locator('.as-of').waitFor()
  })
})
