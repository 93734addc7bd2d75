import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser } from './browser.ts'
import { tell } from './tell.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`a tab of the browser ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('keeps what was told through a reload, in this tab alone and not in the browser', async () => {
    const page = await openPage('firm')
    await tell(page, '公司', '长宁区')
    await page.reload()
    await expect.poll(() => page.locator('.known-value').allInnerTexts()).toEqual(['公司', '长宁区'])
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
    const other = await page.context().newPage()
    await other.goto('firm')
    await tell(other, '个体工商户')
    await page.reload()
    await expect.poll(() => page.locator('.known-value').allInnerTexts()).toEqual(['公司', '长宁区'])
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: '全部清除' }).click()
    await page.reload()
    await page.locator('.step').first().waitFor()
    expect(await page.locator('.known-value').count()).toBe(0)
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
    await other.reload()
    await expect.poll(() => other.locator('.known-value').allInnerTexts()).toEqual(['个体工商户'])
  })

  test('keeps a correction that no answer has taken in, on top of what the conversation knows', async () => {
    const page = await openPage('chat')
    await askQuestion(page, '我们是长宁的软件公司，42个人，能享受哪些政策？')
    await page.locator('.actions').waitFor()
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.getByRole('button', { name: '删除从业人数' }).click()
    await expect.poll(() => page.locator('.known-value', { hasText: '42人' }).count()).toBe(0)
    await page.reload()
    await page.locator('.known-value', { hasText: '长宁区' }).waitFor()
    expect(await page.locator('.known-value', { hasText: '42人' }).count()).toBe(0)
  })

  test.each([
    'no JSON',
    '["employees"]',
    '{"employees":42}',
    '{"employees":{"value":{"people":42},"evidence":"","turn":0}}',
    '{"sizeClass":{"oneOf":[],"evidence":"","turn":0}}',
    '{"employees":{"between":[1,2],"evidence":"","turn":0}}',
  ])('begins without what it cannot read: %s', async (kept) => {
    const page = await openPage('firm')
    await page.evaluate((text) => sessionStorage.setItem('policy-navigator.edits', text), kept)
    await page.reload()
    await tell(page, '公司', '长宁区')
    expect(await page.locator('.known-value').allInnerTexts()).toEqual(['公司', '长宁区'])
  })
})
