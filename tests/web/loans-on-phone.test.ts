import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, missingBrowser } from './browser.ts'
import { focusIsOn } from './page-checks.ts'
import { useService } from './use-service.ts'

const columns = ['给谁', '额度', '利率、贴息', '期限', '担保、抵押', '费用', '怎么办', '找谁']

describe.skipIf(missingBrowser !== null)(`the loans on a phone ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  async function openLoans(): Promise<Page> {
    const page = await openPage('loans', { viewport: { width: 360, height: 740 } })
    await page.locator('.loan').first().waitFor()
    await page.locator('.financing-steps').waitFor()
    return page
  }

  test('a phone shows the main terms of each product and folds the rest, which the keyboard opens', async () => {
    const page = await openLoans()
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(10_000)
    const loan = page.locator('.loan', { hasText: '稳岗扩岗专项贷款' })
    expect(await visibleTerms(loan)).toEqual(columns.slice(0, 3))
    const summary = loan.getByText('期限、担保、费用、怎么办、找谁：稳岗扩岗专项贷款')
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(new Set(await visibleTerms(loan))).toEqual(new Set(columns))
    expect(await loan.locator('details').textContent()).toContain('实际经营不少于6个月')
    await page.setViewportSize(desktop)
    await expect.poll(() => page.locator('.loan-table thead th').allInnerTexts()).toEqual(['产品', ...columns])
    expect(await page.locator('.loan-rest').count()).toBe(0)
  })

  test('paper shows what the phone has folded', async () => {
    const page = await openLoans()
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    await page.emulateMedia({ media: 'print' })
    for (const loan of await page.locator('.loan').all())
      expect(new Set(await visibleTerms(loan))).toEqual(new Set(columns))
  })

  test('a link at the top leads to the way to be recommended', async () => {
    const page = await openLoans()
    await page.getByRole('link', { name: '怎样请街镇、园区把企业推荐给银行' }).click()
    await expect.poll(() => focusIsOn(page, '#financing-title')).toBe(true)
    const box = await page.locator('#financing-title').boundingBox()
    expect(box?.y).toBeGreaterThan(0)
    expect(box?.y).toBeLessThan(370)
  })
})

function visibleTerms(loan: Locator): Promise<string[]> {
  return loan.locator('.loan-label').filter({ visible: true }).allInnerTexts()
}
