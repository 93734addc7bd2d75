import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, variants } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

const paths = ['policies/sme-loan-interest-subsidy', 'policies/financing-coordination', 'policies/nothing']

describe.skipIf(missingBrowser !== null)(`the page of a policy ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('a policy page answers who, what, how, when and whom to ask, and says what is unknown', async () => {
    const page = await openPage('policies/tech-performance-loan', { viewport: desktop })
    await page.locator('.clause').first().waitFor()
    const headings = await page.locator('.policy-section h2').allInnerTexts()
    expect(headings).toEqual(['这是什么', '对谁', '给什么', '怎么办', '何时', '找谁', '要留意', '数据', '还不知道'])
    expect(await page.locator('#gives').textContent()).toContain('实际支付保费的50%')
    expect(await page.locator('#unknown').textContent()).toContain('申请材料未查到')
    expect(await page.locator('.policy-windows').textContent()).toContain('已于2025年8月31日结束')
    expect(await page.locator('.policy-aside').textContent()).toContain('沪科合〔2010〕34号')
    expect(await page.locator('.policy-sources').textContent()).toMatch(/其他网站转载.*官方原文/s)
  })

  test('an open period says how many days are left', async () => {
    const page = await openPage('policies/service-loan-interest-subsidy')
    await page.locator('.policy-windows').waitFor()
    expect(await page.locator('.period-open').first().textContent()).toContain('2026年12月31日截止，还有38天')
  })

  test('the history of a superseded policy leads to the one that took its place', async () => {
    const page = await openPage('policies/startup-guaranteed-loan-before-2023')
    await page.locator('.policy-history li').nth(1).waitFor()
    expect(await page.locator('.policy-history [aria-current]').textContent()).toContain('正在看的这一份')
    expect(await page.getByRole('link', { name: '我符合吗？' }).count()).toBe(0)
    await page.getByRole('link', { name: /^现在看/ }).click()
    await page.getByRole('heading', { level: 1, name: '创业担保贷款及贴息（国家标准）' }).waitFor()
    expect(await focusIsOn(page, 'main h1')).toBe(true)
  })

  test('the link of a clause can be copied and marks the clause where it is opened', async () => {
    const page = await openPage('policies/tech-performance-loan', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: '复制第6条的链接' }).click()
    await page.getByText('第6条的链接已复制').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    await page.goto('./')
    await page.goto(copied)
    await page.locator('#clause-premium-subsidy.clause-target').waitFor()
    expect(await focusIsOn(page, '#clause-premium-subsidy')).toBe(true)
    await page.getByRole('link', { name: '第7条的链接' }).click()
    await page.locator('#clause-no-application.clause-target').waitFor()
    expect(await page.locator('.clause-target').count()).toBe(1)
  })

  test('one press asks the chat whether the company that it knows is eligible', async () => {
    const page = await openPage('policies/high-tech-enterprise')
    await page.getByRole('link', { name: '先填几项企业信息' }).waitFor()
    await page.goto('chat')
    await askQuestion(page, '我们是长宁的软件公司，2021年3月成立，42个人')
    await page.locator('.actions').waitFor()
    await page.goto('policies/high-tech-enterprise')
    await page.getByText('到问答里按您的企业信息逐条判断').waitFor()
    await page.getByRole('link', { name: '我符合吗？' }).click()
    await page.locator('.turn').nth(1).locator('.verdict').first().waitFor()
    expect(await page.locator('.question').last().textContent()).toMatch(/我们公司符合《高新技术企业认定》吗？/)
    expect(await page.locator('.turn').nth(1).locator('.verdict h4').allInnerTexts()).toEqual([
      expect.stringMatching(/^高新技术企业认定/),
    ])
  })

  test('the source of an answer leads to the clause in the whole policy, and back to the chat', async () => {
    const page = await openPage('chat')
    await askQuestion(page, '科技履约贷的保费补贴是多少？')
    await page.locator('.actions').waitFor()
    await page.locator('.mark').first().click()
    await page.getByRole('link', { name: '看整份政策' }).click()
    await page.locator('.clause-target').waitFor()
    expect(await page.locator('dialog').count()).toBe(0)
    expect(page.url()).toMatch(/\/policies\/tech-performance-loan#clause-/)
    await page.goBack()
    await page.locator('.actions').waitFor()
  })

  test('an unknown policy says so and leads to the library', async () => {
    const page = await openPage('policies/nothing')
    await page.getByRole('heading', { name: '没有这项政策' }).waitFor()
    expect(await page.locator('main').textContent()).toContain('“nothing”')
    await page.getByRole('link', { name: '去政策库' }).click()
    await page.locator('.policy-entry').first().waitFor()
  })

  test('in English the titles are English, the clauses say that they are Chinese', async () => {
    const page = await openPage('policies/tech-performance-loan', { language: 'en' })
    await page.getByRole('heading', { name: 'Technology performance loan with premium subsidy' }).waitFor()
    await page.getByText('in Chinese only').waitFor()
    const languages = await page.locator('.clause-text').evaluateAll((texts) => texts.map(({ lang }) => lang))
    expect(new Set(languages)).toEqual(new Set(['zh-CN']))
  })

  test.each(variants)('axe finds nothing ($colorScheme, $language)', async ({ colorScheme, language }) => {
    const look = { colorScheme, viewport: { width: 360, height: 3000 }, reducedMotion: 'reduce' } as const
    const page = await openPage('policies', { ...look, language })
    for (const path of paths) {
      await page.goto(path)
      await settled(page)
      expect([path, await problemsOf(page)]).toEqual([path, []])
    }
    await page.setViewportSize({ width: 1280, height: 3000 })
    await page.goto(paths[0] ?? '')
    await settled(page)
    expect(await problemsOf(page)).toEqual([])
  })

  test.each([320, 360, 768, 1280, 3840])('nothing is cut off at a width of %i', async (width) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const page = await openPage('policies', { viewport: { width, height: 800 }, language })
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
  await page.locator('.policy h1').first().waitFor()
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
}
