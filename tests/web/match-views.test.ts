import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { missingBrowser } from './browser.ts'
import { openTold } from './open-told.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`what goes together and the way to grow ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('adds up what is sure line by line, apart from what is only possible', async () => {
    const page = await openTold(openPage)
    await page.getByRole('link', { name: '核对或补充' }).click()
    for (const [label, value] of [
      ['年应纳税所得额', '180'],
      ['资产总额', '2000'],
    ] as const)
      await tellFact(page, label, value)
    await page.getByRole('searchbox').fill('国家限制或禁止的行业')
    await page.getByRole('button', { name: /国家限制或禁止的行业/ }).click()
    await page.locator('.fact-form').getByRole('radio', { name: '否', exact: true }).check()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('link', { name: '看匹配结果' }).click()
    await page.getByRole('link', { name: '一起享受' }).click()
    expect(new URL(page.url()).search).toBe('?view=together')
    const sure = page.getByRole('region', { name: '能确定符合的' })
    const row = sure.getByRole('row', { name: /^小型微利企业企业所得税优惠/ })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/180万元.* = 36万元.*每年 36万元$/)
    expect(await sure.locator('.bundle-total').textContent()).toBe('预计能得到或省下 36万元')
    await row.locator('.mark').click()
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    const pair = page.locator('.pair', { hasText: '高新技术企业减按15%税率' })
    expect(await pair.locator('.is-taken').textContent()).toContain('小型微利企业')
    await pair.locator('.mark').click()
    await page.getByRole('dialog').getByText('两者只能选一个，税率不叠加').first().waitFor()
  })

  test('shows the way from one qualification to the next, and what is missing for each', async () => {
    const page = await openTold(openPage)
    await page.getByRole('link', { name: '成长路径' }).focus()
    await page.keyboard.press('Enter')
    await page.locator('.stage').first().waitFor()
    const stages = await page.locator('.stage').allInnerTexts()
    const stageOf = (title: string) => stages.findIndex((text) => text.includes(title))
    expect(stageOf('创新型中小企业评价')).toBeLessThan(stageOf('专精特新中小企业认定'))
    expect(stageOf('专精特新中小企业认定\n')).toBeLessThan(stageOf('专精特新“小巨人”企业认定\n'))
    const giant = page.locator('.growth-step', { hasText: '专精特新“小巨人”企业认定' }).first()
    expect(await giant.textContent()).toMatch(/条件不够.*须不低于5000万元，现为3600万元/)
    expect(await page.locator('.growth-first').count()).toBe(1)
  })

  test.each(['together', 'growth'])('the view %s has no accessibility problem and fits a phone', async (view) => {
    for (const [colorScheme, locale] of [
      ['light', 'zh-CN'],
      ['dark', 'en'],
    ] as const) {
      const page = await openPage(`matches?view=${view}`, {
        colorScheme,
        locale,
        viewport: { width: 360, height: 4000 },
      })
      await page.locator('.bundle, .stage').first().waitFor()
      for (const summary of await page.locator('main summary').all()) await summary.click()
      expect(await problemsOf(page)).toEqual([])
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
  })
})

async function tellFact(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('searchbox').fill(label)
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.locator('.fact-form input').fill(value)
  await page.getByRole('button', { name: '保存', exact: true }).click()
}
