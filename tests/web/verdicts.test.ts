import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, usePage } from './browser.ts'

const question = '我们能享受哪些政策'

describe.skipIf(missingBrowser !== null)(`the verdicts of an answer ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('are counted in one line and stand in three groups, the last folded', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    const counts = await page.locator('.verdict-counts').textContent()
    expect(counts).toBe('符合3项 · 可能符合6项 · 不符合4项，按2026年11月23日')
    expect(await page.locator('.verdict-group h3').allInnerTexts()).toEqual([
      '符合\n3项',
      '可能符合\n6项',
      '不符合\n4项',
    ])
    expect(await page.locator('.verdict').count()).toBe(9)
    await page.getByRole('button', { name: '不符合 4项' }).click()
    expect(await page.locator('.group-ineligible h4').allInnerTexts()).toEqual([
      '长宁区总部和中小企业专项政策',
      '专精特新中小企业认定',
      expect.stringContaining('上海初创期社会保险补贴'),
      expect.stringContaining('上海市创业担保贷款'),
    ])
  })

  test('that are possible keep the order of the server, and each says what it waits for', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    const group = page.locator('.group-undetermined')
    expect(await group.locator('h4').allInnerTexts()).toEqual([
      '小型微利企业企业所得税优惠（实际税负5%）',
      '科技履约贷（含保费补贴）',
      '上海市政策性融资担保与批次担保 待核实',
      '高新技术企业认定',
      '中小微企业贷款贴息',
      '高企贷 待核实',
    ])
    const reasons = (await group.locator('.reason').allInnerTexts()).map((text) => text.split('\n'))
    expect(reasons).toEqual([
      ['还差：年应纳税所得额'],
      ['条件都对得上，只待主管部门认定', '待认定：是科技履约贷、科技微贷通的授信企业，由合作银行认定'],
      ['条件都对得上', '是否仍在执行待核实'],
      ['还差：科技人员占职工总数、有效发明专利、年应纳税所得额、资产总额等5项', '另有2项待主管部门认定'],
      ['还差：贷款发放日期、资产总额'],
      ['公布的条件没有查到，请先咨询', '是否仍在执行待核实'],
    ])
  })

  test('say what is lent and not given, what is saved, and when applications are taken', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    const card = (title: string) => page.locator('.verdict', { hasText: title })
    expect(await card('长宁企业贷').textContent()).toMatch(
      /区级\s*贷款\s*正在受理[\s\S]*最高1000万元[\s\S]*要还，不是补助/,
    )
    expect(await card('科技创新券').textContent()).toMatch(/2027年1月4日开始受理[\s\S]*50%，每年最高30万元/)
    expect(await card('科技履约贷').first().textContent()).toContain('本轮申报已于2025年8月31日截止 2024至2025年度')
    expect(await card('中小微企业贷款贴息').textContent()).toMatch(/每年1\.5%[\s\S]*最长24个月/)
  })

  test('that do not fit say by how much, and from when they may', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.getByRole('button', { name: '不符合 4项' }).click()
    const texts = await page.locator('.group-ineligible .verdict').allInnerTexts()
    expect(texts[0]).toMatch(/差6400万元[\s\S]*另有1项不符合/)
    expect(texts[1]).toContain('2027年3月1日起可能符合')
    expect(texts[2]).toContain('待核实')
    expect(texts[3]).toContain('从业人数：须不超过40人，现为42人，超2人')
  })

  test('are cut in a long list with the rest counted, and the rest comes with the focus on it', async () => {
    const page = await openPage()
    await askQuestion(page, '很多政策')
    const group = page.locator('.group-undetermined')
    expect(await group.locator('.verdict').count()).toBe(8)
    await page.getByRole('button', { name: '再看18项' }).click()
    expect(await group.locator('.verdict').count()).toBe(26)
    expect(await group.locator('.verdict').nth(8).and(page.locator(':focus')).count()).toBe(1)
  })

  test('can be seen by kind, loans beside grants', async () => {
    const page = await openPage({ viewport: desktop })
    await askQuestion(page, question)
    const names = await page.locator('.kind-filter button').allInnerTexts()
    expect(names).toEqual(['全部 13', '补贴奖励 2', '贷款担保贴息 6', '税费 2', '资质 2', '服务 1'])
    const loans = page.getByRole('button', { name: '贷款担保贴息 6' })
    await loans.click()
    expect(await loans.getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('.verdict-group h3').allInnerTexts()).toEqual([
      '符合\n1项',
      '可能符合\n4项',
      '不符合\n1项',
    ])
  })

  test('unfold their conditions as a tree, with signs, words and what is known', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.getByRole('button', { name: '《高新技术企业认定》的条件明细' }).click()
    const tree = page.locator('.verdict-details > .conditions')
    expect(await tree.locator('.conditions .conditions .conditions').count()).toBe(1)
    expect(await tree.locator('.outcome').allInnerTexts()).toEqual(
      '还不知道 符合 还不知道 还不知道 符合 符合 不符合 还不知道 还不知道 待认定 符合 没有这种情况 还不知道'.split(' '),
    )
    expect(await tree.textContent()).toContain('现为50分至100分还差：科技人员占职工总数、有效发明专利')
    expect(await tree.textContent()).toContain('不能有下面的情况')
    expect(await page.locator('.reviews li').count()).toBe(2)
  })

  test('lead from a condition to its clause, and back to its mark', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.getByRole('button', { name: '《高新技术企业认定》的条件明细' }).click()
    const mark = page.getByRole('button', { name: '看原文：高新技术企业认定 · 谁能享受 第8条' })
    await mark.click()
    const drawer = page.getByRole('dialog', { name: '高新技术企业认定' })
    await drawer.locator('.passage.cited').waitFor()
    expect(await drawer.locator('.passage.cited').textContent()).toContain('科技人员占当年职工总数的比例不低于10%')
    expect(await drawer.locator('.drawer-place').textContent()).toBe('国科发火〔2016〕32号 · 谁能享受 · 第8条')
    expect(await drawer.locator('blockquote').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await mark.and(page.locator(':focus')).count()).toBe(1)
  })

  test('lead to the next question about one policy, where reading goes on', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page
      .locator('.verdict', { hasText: '长宁企业贷' })
      .getByRole('button', { name: /怎么办理/ })
      .click()
    await page.locator('.turn').nth(1).waitFor()
    expect(server().questions[1]?.message).toBe('《长宁企业贷》怎么申请？')
    expect(await page.locator('.turn').nth(1).locator('h2').and(page.locator(':focus')).count()).toBe(1)
  })

  test('are followed by one question, whose answers can be tapped, under the latest answer only', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    const asked = page.locator('.fact-question')
    expect(await asked.textContent()).toContain('上一年应纳税所得额')
    expect(await page.locator('.next-question').count()).toBe(0)
    await asked.getByRole('button', { name: '100万至300万元' }).click()
    await page.locator('.actions').nth(1).waitFor()
    expect(server().questions[1]?.message).toBe('应纳税所得额100万至300万元')
    expect(await asked.count()).toBe(0)
  })

  test('come back with a restored conversation', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await page.reload()
    await page.locator('.verdict').first().waitFor()
    expect(await page.locator('.verdict-counts').textContent()).toContain('可能符合6项')
    expect(await page.getByRole('button', { name: '我的企业，已知7项' }).count()).toBe(1)
  })

  test('are part of a copied answer', async () => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] })
    await askQuestion(page, question)
    await page.getByRole('button', { name: '复制' }).click()
    await page.getByRole('button', { name: '已复制' }).waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).toContain('符合\n- 设备、器具一次性税前扣除\n- 长宁企业贷\n- 上海市科技创新券')
    expect(copied.match(/^- /gm)).toHaveLength(13)
    expect(copied.match(/符合3项/g)).toHaveLength(1)
  })
})
