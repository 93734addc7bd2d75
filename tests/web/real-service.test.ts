import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/adapters/database/open-database.ts'
import { feedback } from '../../src/adapters/database/schema.ts'
import { ConversationReply } from '../../src/server/api.ts'
import { askQuestion, missingBrowser } from './browser.ts'
import { startService } from './start-service.ts'
import { useService } from './use-service.ts'

const subsidy = '科技履约贷的保费补贴是多少？怎么申请？'

describe.skipIf(missingBrowser !== null)(`a browser on the real service ${missingBrowser ?? ''}`, () => {
  const { openPage, pageFolder } = useService()

  test('reads that half of the premium is paid, with a mark at the sentence', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    const statement = page.locator('.statements li', { hasText: '实际支付保费的50%' })
    expect(await statement.count()).toBe(1)
    expect(await statement.locator('.mark').count()).toBeGreaterThan(0)
    expect(await page.locator('.as-of').textContent()).toContain('2026年11月23日')
  })

  test('opens the citation at the passage that was quoted, under title and document number', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    const [turn] = await turnsOf(page)
    const citation = turn?.answer.citations.find(({ anchor }) => anchor === 'premium-subsidy')
    await page
      .getByRole('button', { name: new RegExp(`^引用${citation?.id}：`) })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: '科技履约贷（含保费补贴）' })
    const cited = drawer.locator('.passage.cited')
    await cited.waitFor()
    const label = await cited.locator('.cited-label').textContent()
    expect((await cited.textContent())?.slice(label?.length)).toBe(citation?.quote)
    expect(await drawer.locator('.drawer-place').textContent()).toContain('沪科〔2025〕212号')
    expect(await drawer.locator('.drawer-note').count()).toBe(0)
    expect(await drawer.locator('.passage').count()).toBeGreaterThan(10)
  })

  test('goes on about the same loan in a follow-up', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    await askAndWait(page, '那材料呢')
    const [first, second] = await turnsOf(page)
    expect(second?.answer.conversationId).toBe(first?.answer.conversationId)
    expect(new Set(second?.answer.citations.map(({ policyId }) => policyId))).toEqual(
      new Set(['tech-performance-loan']),
    )
    expect(await page.locator('.turn').nth(1).textContent()).toContain('材料未查到')
  })

  test('sees how many loans there are and can open every one of them', async () => {
    const page = await openPage()
    await askAndWait(page, '有哪些贷款产品')
    const [turn] = await turnsOf(page)
    const sentences = turn?.answer.sentences ?? []
    expect(await page.locator('.notices').first().textContent()).toContain(`共${sentences.length}项`)
    const folded = page.locator('details.folded > summary')
    expect(await folded.count()).toBeGreaterThan(0)
    for (const summary of await folded.all()) await summary.click()
    const items = page.locator('.statements li')
    expect(await items.count()).toBe(sentences.length)
    for (const item of await items.all()) expect(await item.isVisible()).toBe(true)
  })

  test('finds the conversation again after a reload', async () => {
    const page = await openPage()
    await askAndWait(page, subsidy)
    await askAndWait(page, '那材料呢')
    const before = await page.locator('.statements').allInnerTexts()
    await page.reload()
    await page.locator('.actions').nth(1).waitFor()
    expect(await page.locator('.statements').allInnerTexts()).toEqual(before)
    expect(await page.locator('.question').allInnerTexts()).toEqual([
      expect.stringContaining(subsidy),
      expect.stringContaining('那材料呢'),
    ])
  })

  test('is told that another city is not served, without any statement', async () => {
    const page = await openPage()
    await askAndWait(page, '北京的创业补贴有多少')
    expect(await page.locator('.notices').textContent()).toContain('长宁区')
    expect(await page.locator('.statements, .mark, .sources').count()).toBe(0)
  })

  test('matches the template, filled in, with all policies and gets a workbook', async () => {
    const page = await openPage()
    await page.locator('.matching-button').click()
    await page.locator('.columns summary').click()
    const template = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载空白模板' }).click()
    const heading = await readFile(await (await template).path(), 'utf8')
    const list = `${heading}视觉科技,91310105MA1FW00001,长宁区,软件和信息技术服务业,2021-03-01,42,3600,5000\r\n`
    await page
      .locator('#list-file')
      .setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await page.getByRole('button', { name: '开始匹配' }).click()
    const result = page.locator('.match-result')
    await result.waitFor()
    expect(await result.textContent()).toMatch(/1家企业 × \d\d项政策/)
    expect(await result.textContent()).not.toMatch(/没读懂|没用上/)
    const workbook = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载结果' }).click()
    expect((await workbook).suggestedFilename()).toMatch(/\.xlsx$/)
    expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).toBe('PK')
  })

  test('leaves a thumb down with its reason in the database', async () => {
    const own = await startService(pageFolder())
    onTestFinished(() => rm(own.dataFolder, { recursive: true, force: true }))
    const page = await openPage('chat', { baseURL: own.address })
    await askAndWait(page, subsidy)
    await page.getByRole('button', { name: '没帮助' }).click()
    await page.getByRole('radio', { name: '过时了' }).check()
    await page.getByLabel('补充说明').fill('去年的标准，请回13800138000')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('收到，谢谢。').waitFor()
    const [turn] = await turnsOf(page)
    await page.context().close()
    await own.close()
    const { database, close } = await openDatabase(join(own.dataFolder, 'conversations'))
    const stored = await database.select().from(feedback)
    await close()
    expect(stored).toEqual([
      expect.objectContaining({
        answerId: turn?.answer.id,
        rating: 'down',
        reason: 'outdated',
        comment: '去年的标准，请回【手机号】',
      }),
    ])
  })
})

/** Asks, and waits until the answer has ended. */
async function askAndWait(page: Page, question: string): Promise<void> {
  const ended = await page.locator('.actions').count()
  await askQuestion(page, question)
  await page.locator('.actions').nth(ended).waitFor()
}

/** The conversation as the service keeps it, read with the browser's own cookie. */
async function turnsOf(page: Page): Promise<ConversationReply['turns']> {
  const id = await page.evaluate<string>('sessionStorage.getItem("policy-navigator.conversation")')
  const response = await page.request.get(`./v1/conversations/${id}`)
  return ConversationReply.parse(await response.json()).turns
}
