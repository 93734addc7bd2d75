import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, missingBrowser, usePage } from './browser.ts'

const question = '我们能享受哪些政策'

describe.skipIf(missingBrowser !== null)(`what is known of the company ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('is shown in plain words with the words it was read from', async () => {
    const page = await openPage()
    await openCompany(page)
    expect(await page.locator('.known-value').allInnerTexts()).toEqual([
      '长宁区',
      '软件和信息技术服务业',
      '2021年3月',
      '42人',
      '3600万元',
      '7%',
      '可能是小型、微型',
    ])
    expect(await page.locator('.evidence').nth(3).textContent()).toBe('来自您说的“42个人”')
  })

  test('is judged again as soon as it is corrected, and goes with the next question', async () => {
    const page = await openPage()
    await openCompany(page)
    await page.getByRole('button', { name: '修改上年营业收入' }).click()
    await page.getByLabel('上一年营业收入大约多少？').fill('１，２５０.5')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('已按修改后的信息重新判断').waitFor()
    expect(server().assessments[0]).toMatchObject({ asOf: '2026-11-23', locale: 'zh-CN' })
    expect(server().assessments[0]?.policyIds).toBeUndefined()
    expect(server().assessments[0]?.profile).toMatchObject({ revenue: { value: 12_505_000 }, employees: { value: 42 } })
    expect(await page.getByRole('button', { name: '修改上年营业收入' }).and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('Escape')
    await askQuestion(page, '履约贷怎么申请')
    await page.locator('.actions').nth(1).waitFor()
    const [first, second] = server().questions
    expect(first?.profile).toBeUndefined()
    expect(second?.profile).toMatchObject({
      revenue: { value: 12_505_000, evidence: '手动填写', turn: 0 },
      employees: { value: 42, evidence: '42个人', turn: 1 },
    })
    await askQuestion(page, '履约贷材料')
    await page.locator('.actions').nth(2).waitFor()
    expect(server().questions[2]?.profile).toBeUndefined()
  })

  test('is judged again in the order in which the server ranks the policies now', async () => {
    const page = await openPage()
    await openCompany(page)
    await page.getByRole('button', { name: '删除从业人数' }).click()
    await page.getByRole('status').getByText('已按修改后的信息重新判断').waitFor()
    const titles = await page.locator('.group-undetermined h4').allInnerTexts()
    expect(titles.map((title) => title.slice(0, 4))).toEqual([
      '高企贷 ',
      '中小微企',
      '高新技术',
      '上海市政',
      '科技履约',
      '小型微利',
    ])
  })

  test('is completed from a card with just what its policy needs, which decides it', async () => {
    const page = await openPage()
    await askQuestion(page, question)
    await page.getByRole('button', { name: '为《小型微利企业企业所得税优惠（实际税负5%）》补充信息' }).click()
    await page.locator('.wanted-facts').getByRole('button', { name: '年应纳税所得额' }).click()
    await page.getByLabel('上一年应纳税所得额（大致是利润）多少？').fill('180')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('这几项都有了。').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.verdict-counts', { hasText: '符合4项' }).waitFor()
    const card = page.locator('.group-eligible .verdict', { hasText: '小型微利' })
    expect(await card.textContent()).toContain('可省36万元')
    expect(await page.locator('.reassessment').textContent()).toContain('已按修改后的信息重新判断')
    expect(await page.locator('.fact-question').count()).toBe(0)
  })

  test.each([
    ['有效发明专利', '已授权的发明专利有几件？', 'abc', '请填写数字，例如 42。'],
    ['科技人员占职工总数', '科技人员占职工总数的百分之几？', '130', '请填写0到100之间的数。'],
    ['资产总额', '资产总额大约多少？', '', '请先填写，不清楚就点“取消”。'],
  ])('%s says what is wrong with what was written', async (label, asked, text, problem) => {
    const page = await openPage()
    await openCompany(page)
    await page.getByRole('searchbox').fill(label)
    await page.getByRole('button', { name: label, exact: true }).click()
    await page.getByLabel(asked).fill(text)
    await page.getByRole('button', { name: '保存', exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toBe(problem)
    expect(server().assessments).toEqual([])
  })

  test('takes dates, choices, industries and yes or no as such', async () => {
    const page = await openPage()
    await openCompany(page)
    await page.getByRole('button', { name: '修改成立日期' }).click()
    await page.getByLabel('哪一年、哪个月注册成立的？').fill('2020-05-06')
    await save(page)
    await page.getByRole('button', { name: '修改企业规模' }).click()
    await page.getByLabel('按中小企业划型标准').selectOption('小型')
    await save(page)
    await page.getByRole('button', { name: '修改所属行业' }).click()
    await page.getByLabel('主要做什么业务？').selectOption('零售业')
    await save(page)
    await page.getByRole('searchbox').fill('高新')
    await page.getByRole('button', { name: '有效期内的高新技术企业' }).click()
    await page.getByRole('radio', { name: '是' }).check()
    await save(page)
    await expect.poll(() => server().assessments.length).toBe(4)
    expect(server().assessments[3]?.profile).toMatchObject({
      establishedOn: { value: '2020-05-06' },
      sizeClass: { value: 'small' },
      industry: { value: 'F52' },
      isHighTechEnterprise: { value: true },
    })
  })

  test('says so when it could not be judged again', async () => {
    const page = await openPage()
    await page.route('**/v1/assessments', (route) => route.fulfill({ status: 500, body: '{}' }))
    await openCompany(page)
    await page.getByRole('button', { name: '删除从业人数' }).click()
    await page.getByRole('status').getByText('没有重新判断成功').waitFor()
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
  })

  test('is kept in this browser only where one wants it, and is used again after a reload', async () => {
    const page = await openPage()
    await openCompany(page)
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
    await page.getByRole('switch', { name: '保存在这个浏览器' }).check()
    await page.getByText('已保存在这个浏览器。').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '新对话' }).click()
    await page.reload()
    await page.getByRole('button', { name: '用上次保存的企业信息' }).click()
    await page.locator('.actions').waitFor()
    expect(server().questions[1]?.message).toBe('按现在的企业信息，能享受哪些政策？')
    expect(server().questions[1]?.profile).toMatchObject({ employees: { value: 42, evidence: '42个人', turn: 0 } })
    await page.getByRole('button', { name: '我的企业，已知7项' }).click()
    expect(await page.getByRole('switch').isChecked()).toBe(true)
    await page.getByRole('switch').uncheck()
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
  })

  test('is gone, also from this browser, once it is cleared, and the next question says so', async () => {
    const page = await openPage()
    page.on('dialog', (dialog) => dialog.accept())
    await openCompany(page)
    await page.getByRole('switch').check()
    await page.getByRole('button', { name: '全部清除' }).click()
    await page.getByText('还不知道您企业的情况').waitFor()
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('button', { name: '我的企业', exact: true }).count()).toBe(1)
    await askQuestion(page, '履约贷怎么申请')
    await page.locator('.actions').nth(1).waitFor()
    expect(server().questions[1]?.profile).toEqual({})
  })

  test('can be described from an example that fills the box', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: '我们是长宁的软件公司' }).click()
    const box = page.locator('#question')
    expect(await box.inputValue()).toContain('能享受哪些政策')
    expect(await box.and(page.locator(':focus')).count()).toBe(1)
    expect(server().questions).toEqual([])
  })
})

async function openCompany(page: Page): Promise<void> {
  await askQuestion(page, question)
  await page.locator('.actions').waitFor()
  await page.getByRole('button', { name: '我的企业，已知7项' }).click()
  await page.locator('.add-fact').waitFor()
}

function save(page: Page): Promise<void> {
  return page.getByRole('button', { name: '保存', exact: true }).click()
}
