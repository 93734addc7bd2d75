import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

const subsidy = '科技履约贷的保费补贴是多少？'

describe.skipIf(missingBrowser !== null)(`earlier answers on the real service ${missingBrowser ?? ''}`, () => {
  const { openPage: open, service } = useService()

  /** Whatever the page asks back is granted. */
  async function openPage(path = 'chat', viewport = phone): Promise<Page> {
    const page = await open(path, { viewport })
    page.on('dialog', (dialog) => void dialog.accept())
    return page
  }

  async function askAndWait(page: Page, question: string): Promise<void> {
    const answers = await page.locator('.actions').count()
    await askQuestion(page, question)
    await page.locator('.actions').nth(answers).waitFor()
  }

  /** For everyone, and on every screen. */
  async function expectUsable(page: Page): Promise<void> {
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await problemsOf(page)).toEqual([])
  }

  const questionsOn = async (page: Page) =>
    (await page.locator('.question').allInnerTexts()).map((text) => text.replace(/^您问：\s*/, ''))
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

  describe.each([
    ['phone', phone],
    ['desk', desktop],
  ])('on a %s', (_name, viewport) => {
    test('a corrected question goes on from there, and what came after it is gone, also after a reload', async () => {
      const page = await openPage('chat', viewport)
      await askAndWait(page, '我们有42个人，能享受什么政策')
      await askAndWait(page, '其实是45个人')
      await askAndWait(page, subsidy)
      await button(page, '修改这个问题：其实是45个人').click()
      const box = page.getByRole('textbox', { name: '修改后的问题' })
      expect(await box.inputValue()).toBe('其实是45个人')
      expect(await page.locator('.correct-hint').textContent()).toContain('之后的1次问答')
      await box.fill('有哪些贷款产品')
      await button(page, '重新提问').click()
      await expect.poll(() => page.locator('.actions').count()).toBe(2)
      expect(await questionsOn(page)).toEqual(['我们有42个人，能享受什么政策', '有哪些贷款产品'])
      await page.reload()
      await expect.poll(() => questionsOn(page)).toEqual(['我们有42个人，能享受什么政策', '有哪些贷款产品'])
      await page.goto('firm')
      await page.locator('main', { hasText: '42' }).waitFor()
    })

    test('an earlier conversation is found, opened and deleted', async () => {
      const page = await openPage('chat', viewport)
      await askAndWait(page, subsidy)
      await button(page, '新对话').first().click()
      await askAndWait(page, '有哪些贷款产品')
      await page.getByRole('link', { name: '历史对话' }).click()
      await page.getByRole('heading', { name: '历史对话' }).waitFor()
      const entries = page.locator('.history-question')
      await expect.poll(() => entries.allInnerTexts()).toEqual(['有哪些贷款产品', subsidy])
      await expectUsable(page)
      await entries.nth(1).click()
      await expect.poll(() => questionsOn(page)).toEqual([subsidy])
      await page.goBack()
      await button(page, `删除这次对话：${subsidy}`).click()
      await expect.poll(() => entries.allInnerTexts()).toEqual(['有哪些贷款产品'])
      expect(await focusIsOn(page, 'main h1')).toBe(true)
      await button(page, '删除全部对话').click()
      await page.getByText('还没有问过问题。').waitFor()
      await page.reload()
      await page.getByText('还没有问过问题。').waitFor()
    })

    test('an answer or the whole conversation is downloaded with its citations', async () => {
      const page = await openPage('chat', viewport)
      await askAndWait(page, subsidy)
      await askAndWait(page, '那材料呢')
      await button(page, '导出').first().click()
      const dialog = page.getByRole('dialog', { name: '导出' })
      await dialog.waitFor()
      await expectUsable(page)
      const save = async (link: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          dialog.getByRole('link', { name: link }).click(),
        ])
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
      }
      const markdown = await save('Markdown 文件')
      expect(markdown.name).toBe('惠企政策通-问答记录-2026-11-23.md')
      expect(markdown.bytes.toString().match(/^## .+$/gm)).toEqual([`## ${subsidy}`])
      expect(markdown.bytes.toString()).toContain('沪科〔2025〕212号')
      await dialog.getByLabel('整个对话（2次问答）').check()
      const word = await save('Word 文件')
      const { value } = await mammoth.extractRawText({ buffer: word.bytes })
      expect(word.name).toMatch(/\.docx$/)
      for (const words of [subsidy, '那材料呢', '引用的条款', '沪科〔2025〕212号']) expect(value).toContain(words)
    })

    test('a shared answer opens for others without the company, until its link is withdrawn', async () => {
      const page = await openPage('chat', viewport)
      await askAndWait(page, '我们有42个人，去年营收3600万，能申请科技履约贷吗')
      await askAndWait(page, subsidy)
      await button(page, '分享').last().click()
      const dialog = page.getByRole('dialog', { name: '分享这条回答' })
      expect(await dialog.locator('q').textContent()).toBe(subsidy)
      expect(await dialog.getByText('问题里说到了企业情况').count()).toBe(0)
      expect(await problemsOf(page)).toEqual([])
      await button(page, '生成链接').click()
      const link = await dialog.getByLabel('链接', { exact: true }).inputValue()
      expect(link).toMatch(new RegExp(`^${service().address}s/[\\w-]{22,}$`))
      await expectUsable(page)

      const other = await openPage(link, viewport)
      await other.getByText('实际支付保费的50%').first().waitFor()
      expect(await other.locator('.shared-note').allInnerTexts()).toEqual([
        '2026年11月23日分享，按2026年11月23日的政策回答。链接2027年2月21日前有效。',
        '到2026年11月23日，引用的政策和条款没有变化。',
      ])
      expect(await other.locator('main').textContent()).not.toMatch(/42|3600/)
      await expectUsable(other)
      await other.locator('.mark').first().click()
      await other.locator('.passage.cited').waitFor()

      await button(page, '撤回链接').click()
      await page.getByText('链接已撤回，打不开了。').waitFor()
      await other.reload()
      await other.getByText('这个链接不存在、已撤回或已过期').waitFor()
      expect(await problemsOf(other)).toEqual([])
    })
  })

  test('a corrected question that gets no answer can be taken back', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    await askAndWait(page, '那材料呢')
    await page.context().setOffline(true)
    await button(page, `修改这个问题：${subsidy}`).click()
    // High enough for everything: what has scrolled under the question box counts as too small.
    await page.setViewportSize({ width: phone.width, height: 2600 })
    await expectUsable(page)
    await page.getByRole('textbox', { name: '修改后的问题' }).fill('有哪些贷款产品')
    await button(page, '重新提问').click()
    await page.getByRole('alert').waitFor()
    await button(page, '回到修改前').click()
    expect(await questionsOn(page)).toEqual([subsidy, '那材料呢'])
    await page.context().setOffline(false)
    await askAndWait(page, '有哪些贷款产品')
    expect(await questionsOn(page)).toEqual([subsidy, '那材料呢', '有哪些贷款产品'])
  })

  test('whoever opens a link reads which cited policies have changed since', async () => {
    const page = await openPage()
    const message = '专精特新中小企业认定要什么条件？'
    const asked = await page.request.post('v1/chat', { data: { message, asOf: '2026-03-01' } })
    const { conversationId, id } = await asked.json()
    const share = `v1/conversations/${conversationId}/answers/${id}/share`
    const { path } = await (await page.request.post(share, { data: {} })).json()
    await page.goto(path)
    const changes = page.getByRole('region', { name: '引用的政策后来有变化' })
    expect(await changes.textContent()).toMatch(
      /《专精特新中小企业认定（2022年旧标准）》现在已被取代，新的是《专精特新中小企业认定》（引用\[1\]/,
    )
    await expectUsable(page)
  })

  test('who shares a question that tells of the company is warned that others read it', async () => {
    const page = await openPage()
    await askAndWait(page, '我们有42个人，能享受什么政策')
    await button(page, '分享').click()
    await page.getByText('问题里说到了企业情况').waitFor()
    await page.getByRole('checkbox', { name: '也让别人看到对我企业的逐条结论' }).check()
    await button(page, '生成链接').click()
    await page.getByText('含对您企业的逐条结论。').waitFor()
    await expectUsable(page)
  })

  test('paper carries the passage, standing, dates and source behind each mark', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    await page.evaluate("dispatchEvent(new Event('beforeprint'))")
    const paper = page.locator('.printed-sources')
    expect(await paper.textContent()).toContain(subsidy)
    expect(await paper.textContent()).toContain('按2026年11月23日的政策回答')
    expect(await paper.locator('.printed-source').first().textContent()).toMatch(
      /\[1\].+沪科〔2025〕212号.+现行有效.+来源/s,
    )
    expect(await paper.locator('blockquote').first().textContent()).toContain('保费')
  })
})
