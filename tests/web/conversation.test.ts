import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'

describe.skipIf(missingBrowser !== null)(`the conversation page ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('an example question is answered in cited sentences under their headings', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: '科技履约贷的保费补贴是多少' }).click()
    await page.getByRole('button', { name: '复制' }).waitFor()
    const headings = await page.locator('.statements h3').allInnerTexts()
    expect(headings.map((heading) => heading.trim())).toEqual(['给什么', '怎么办理', '还不知道'])
    expect(await page.locator('.listed > li').count()).toBe(2)
    expect(await page.getByRole('button', { name: '引用1：科技履约贷（含保费补贴） 给什么 第4条' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: '引用1：科技履约贷（含保费补贴） · 给什么 第4条' }).count()).toBe(2)
    expect(await page.getByText('按2026年11月23日的政策回答').isVisible()).toBe(true)
    expect(await page.locator('.notices').textContent()).toContain('请向上海市科委')
  })

  test('a follow-up continues the same conversation', async () => {
    const page = await openPage()
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: '谁能享受科技履约贷' }).click()
    await page.getByRole('button', { name: '复制' }).nth(1).waitFor()
    const [first, second] = server().questions
    expect(first).toEqual({ message: '科技履约贷补贴多少', locale: 'zh-CN' })
    expect(second?.conversationId).toBe([...server().conversations.keys()][0])
    expect(await page.locator('.suggestions').count()).toBe(1)
  })

  test('a missing fact is asked for, with answers to tap', async () => {
    const page = await openPage()
    await askQuestion(page, '我能享受什么政策')
    expect(await page.locator('.next-question').textContent()).toBe('您的企业有多少员工？')
    await page.getByRole('button', { name: '45人' }).click()
    await page.locator('.turn').nth(1).waitFor()
    expect(server().questions[1]?.message).toBe('45人')
  })

  test('stopping keeps what was shown and stops the work behind it', async () => {
    const page = await openPage()
    await askQuestion(page, '慢慢说')
    await page.locator('.statements').first().waitFor()
    await page.getByText('正在整理回答').waitFor()
    await page.getByRole('button', { name: '停止回答' }).click()
    await page.getByText('已停止，以上内容不完整。').waitFor()
    expect(await page.getByText('实际支付保费的50%').isVisible()).toBe(true)
    await expect.poll(() => server().abandoned).toBe(1)
    expect(await page.getByRole('button', { name: '发送' }).isVisible()).toBe(true)
  })

  test.each([
    ['出错了吗', '服务器出了问题'],
    ['太快了吗', '提问太频繁，请在一分钟后再试。'],
    ['断开了吗', '回答中断了'],
  ])('when 「%s」 fails, the page says why', async (question, message) => {
    const page = await openPage()
    await askQuestion(page, question)
    expect(await page.getByRole('alert').textContent()).toContain(message)
  })

  test('a failed question can be asked again in its place', async () => {
    const page = await openPage()
    await askQuestion(page, '履约贷出错')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('button', { name: '复制' }).waitFor()
    expect(await page.locator('.turn').count()).toBe(1)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('without a network the page says so and keeps the question', async () => {
    const page = await openPage()
    await page.context().setOffline(true)
    await askQuestion(page, '科技履约贷')
    expect(await page.getByRole('alert').textContent()).toContain('网络断开了')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('button', { name: '复制' }).waitFor()
  })

  test('a reload brings the conversation back', async () => {
    const page = await openPage()
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: '复制' }).waitFor()
    await page.reload()
    await page.getByText('实际支付保费的50%').waitFor()
    expect(await page.locator('.question').textContent()).toContain('科技履约贷补贴多少')
    await page.getByRole('button', { name: '新对话' }).click()
    await page.reload()
    await page.getByText('可以这样问').waitFor()
  })

  test('a deleted conversation does not come back', async () => {
    const page = await openPage()
    page.on('dialog', (dialog) => dialog.accept())
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: '删除这次对话' }).click()
    await page.getByText('可以这样问').waitFor()
    expect(server().conversations.size).toBe(0)
  })

  test('a thumb down says why', async () => {
    const page = await openPage()
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: '没帮助' }).click()
    await page.getByRole('radio', { name: '过时了' }).check()
    await page.getByLabel('补充说明').fill('去年的标准')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('收到，谢谢。').waitFor()
    expect(server().feedback[0]).toMatchObject({ rating: 'down', reason: 'outdated', comment: '去年的标准' })
  })

  test('a copied answer carries its sources', async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] })
    await askQuestion(page, '科技履约贷补贴多少')
    await page.getByRole('button', { name: '复制' }).click()
    await page.getByRole('button', { name: '已复制' }).waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain('企业实际支付保费的50%。[1]')
    expect(copied).toContain('[1] 科技履约贷（含保费补贴） · 沪科〔2025〕212号 · 给什么 · 第4条')
    expect(copied).toContain('按2026年11月23日的政策回答')
  })

  test('mark-up in a question or an answer is shown as text', async () => {
    const page = await openPage()
    await askQuestion(page, '<script>document.title="坏"</script> <b>粗</b>')
    await page.getByRole('button', { name: '复制' }).waitFor()
    expect(await page.locator('.question').textContent()).toContain('<b>粗</b>')
    expect(await page.locator('.statements').textContent()).toContain(
      '<img src=x onerror="document.title=1"> **不是粗体**',
    )
    expect(await page.locator('.turn img, .turn b, .turn script, .turn a').count()).toBe(0)
    expect(await page.title()).toBe('问答 · 惠企政策通')
  })
})
