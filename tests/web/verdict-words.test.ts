import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'

const question = '我们能享受哪些政策'

describe.skipIf(missingBrowser !== null)(`verdicts that are easily misread ${missingBrowser ?? ''}`, () => {
  const { openPage } = usePage()

  test('that meet every condition say that their only window has closed, above all else', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    const card = page.locator('.group-eligible .verdict', { hasText: '设备、器具' })
    expect(await card.locator('.window-closed').textContent()).toBe('本轮申报已于2025年12月31日截止 2025年度')
    expect(await card.textContent()).toMatch(/截止[\s\S]*条件都符合/)
  })

  test('never call a deduction a saving, and leave out what another tier gets', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    const card = page.locator('.verdict', { hasText: '设备、器具' })
    await card.getByRole('button', { name: /条件明细/ }).click()
    expect(await card.locator('.verdict-amount').textContent()).toContain('税前扣除300万元')
    expect(await card.locator('.benefit').count()).toBe(1)
    expect(await card.textContent()).not.toMatch(/可省|900万元/)
  })

  test('that fail by something they must not have name it', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.getByRole('button', { name: '不符合 4项' }).click()
    const card = page.locator('.group-ineligible .verdict').first()
    await card.getByRole('button', { name: /条件明细/ }).click()
    expect(await card.locator('.outcome').allInnerTexts()).toEqual(['不符合', '不符合', '不符合', '有这种情况'])
  })

  test('begin on the first screen of a phone, under one line of what was understood, which opens', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    const line = page.getByRole('button', { name: /根据您说的/ })
    expect((await line.boundingBox())?.height).toBeLessThan(50)
    expect(await page.locator('.notices').allInnerTexts()).toHaveLength(1)
    expect(await page.locator('.notices').textContent()).not.toContain('逐项判断')
    const composer = await page.locator('.composer-box').boundingBox()
    const first = await page.locator('.verdict').first().boundingBox()
    expect((first?.y ?? 0) + 80).toBeLessThan(composer?.y ?? 0)
    await line.click()
    expect((await line.boundingBox())?.height).toBeGreaterThan(100)
  })
})
