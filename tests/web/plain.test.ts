import { describe, expect, test } from 'vitest'
import { desktop, missingBrowser, phone } from './browser.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`a browser without scripts ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test.each(['./', 'chat', 'policies/any'])(
    'finds a form at %s whose question is answered with sources',
    async (path) => {
      const page = await openPage(path, { javaScriptEnabled: false })
      await page.getByLabel('您的问题').fill('科技履约贷的保费补贴是多少？怎么申请？')
      await page.getByRole('button', { name: '提问' }).click()
      await page.getByRole('heading', { name: '回答' }).waitFor()
      expect(await page.locator('main').textContent()).toContain('实际支付保费的50%')
      await page.locator('.mark').first().click()
      const source = page.locator('.sources li:target')
      expect(await source.locator('blockquote').textContent()).toContain('50%')
      expect(await source.textContent()).toContain('沪科')
    },
  )

  test('goes on in the same conversation, and answers a question about the company by a button', async () => {
    const page = await openPage('chat', { javaScriptEnabled: false })
    await page.getByLabel('您的问题').fill('我们是长宁区的软件公司，45个人，能享受哪些政策？')
    await page.getByRole('button', { name: '提问' }).click()
    await page.getByText('可能符合（').waitFor()
    const conversation = await page.locator('[name=conversationId]').first().inputValue()
    await page.locator('.taps button').first().click()
    await page.getByRole('heading', { name: '回答' }).waitFor()
    expect(await page.locator('[name=conversationId]').first().inputValue()).toBe(conversation)
  })

  test('shows a table of a passage as a table, on a small phone too', async () => {
    const page = await openPage('plain', { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await page.getByLabel('您的问题').fill('科技型中小企业评分里的知识产权怎么打分？')
    await page.getByRole('button', { name: '提问' }).click()
    const table = page.locator('.sources').getByRole('table').first()
    await table.getByRole('columnheader', { name: '分值' }).waitFor()
    expect(await table.getByRole('cell').count()).toBeGreaterThan(4)
    expect(await page.locator('main').textContent()).not.toContain('|')
  })

  const variants = [
    { colorScheme: 'light', viewport: phone, locale: 'zh-CN' },
    { colorScheme: 'dark', viewport: { width: 320, height: 640 }, locale: 'en' },
    { colorScheme: 'light', viewport: desktop, locale: 'en' },
    { colorScheme: 'dark', viewport: desktop, locale: 'zh-CN' },
  ] as const

  test.each(variants)('axe finds nothing ($colorScheme, $viewport.width, $locale)', async ({ locale, ...variant }) => {
    // Only axe runs a script here: the page has none, and its policy allows none of another origin.
    const page = await openPage(`plain?lang=${locale}`, variant)
    expect([await problemsOf(page), (await overflow(page)) <= 0]).toEqual([[], true])
    await page.locator('textarea').fill('我们是长宁区的软件公司，45个人，能享受哪些政策？')
    await page.locator('.primary').click()
    await page.locator('details').first().waitFor()
    expect([await problemsOf(page), (await overflow(page)) <= 0]).toEqual([[], true])
    await page.locator('textarea').fill('问'.repeat(501))
    await page.locator('.primary').click()
    await page.getByRole('alert').waitFor()
    expect([await problemsOf(page), await page.locator('textarea').inputValue()]).toEqual([[], '问'.repeat(501)])
  })
})
