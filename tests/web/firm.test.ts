import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser } from './browser.ts'
import { focusIsOn, overflow, problemsOf } from './page-checks.ts'
import { tell } from './tell.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`the page of the firm ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('asks a few questions at a time, and each step shows at once what it did', async () => {
    const page = await openPage('firm', { hasTouch: true, viewport: { width: 360, height: 740 } })
    await page.locator('.step').first().waitFor()
    expect(await page.locator('.step').count()).toBe(3)
    expect(await page.locator('.step-why').first().textContent()).toMatch(/^\d+项政策要看这一项，例如《.+》/)
    const before = await counts(page)
    await page.getByRole('radio', { name: '个体工商户', exact: true }).tap()
    await page.getByRole('radio', { name: '外省市', exact: true }).tap()
    await page.getByRole('button', { name: '保存，下一步' }).tap()
    await expect.poll(() => counts(page)).not.toEqual(before)
    expect((await counts(page)).ineligible).toBeGreaterThan(before.ineligible)
    expect(await page.locator('.known-value').allInnerTexts()).toEqual(['个体工商户', '外省市'])
    expect(await focusIsOn(page, '#steps-title')).toBe(true)
    expect(await page.getByRole('group', { name: '您登记的是公司' }).count()).toBe(0)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('link', { name: '看匹配结果' }).tap()
    await page.getByRole('heading', { name: '匹配结果' }).waitFor()
  })

  test('does not ask again what was left open, until one wants it', async () => {
    const page = await openPage('firm')
    const first = await questions(page)
    await page.getByRole('radio', { name: '不清楚，先跳过' }).first().check()
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.getByText('跳过了3项。').waitFor()
    await expect.poll(() => questions(page)).not.toEqual(first)
    const second = await questions(page)
    expect(second.filter((question) => first.includes(question))).toEqual([])
    await page.getByRole('button', { name: '再问一次' }).click()
    await expect.poll(() => questions(page)).toEqual(first)
    expect(await page.locator('.known-value').count()).toBe(0)
  })

  test('works by keyboard alone', async () => {
    const page = await openPage('firm', { viewport: desktop })
    await page.getByRole('radio', { name: '公司', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.known-value').allInnerTexts()).toEqual(['公司', '长宁区'])
  })

  test('takes a number or a range for an amount, and says what is wrong with a number', async () => {
    const page = await openPage('firm')
    await tell(page, '公司', '长宁区')
    const people = page.getByRole('group', { name: '现在一共有多少人' })
    await skipUntil(page, people)
    await people.getByLabel('填一个数').fill('很多')
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await people.getByRole('alert').getByText('请填写数字，例如 42。').waitFor()
    expect(await focusIsOn(page, '#step-field-employees')).toBe(true)
    await people.getByLabel('填一个数').fill('４２')
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await page.locator('.known-value', { hasText: '42人' }).waitFor()
    const ranged = page.locator('.step:has(.fact-field) .step-choice:has(+ .step-choice) input').first()
    await skipUntil(page, ranged)
    await ranged.check()
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await expect.poll(() => page.locator('.known-value').count()).toBe(4)
    expect(await page.locator('.known-value').last().textContent()).toMatch(/^(至少|最多|不到|超过)[\d.]+|没有/)
  })

  test('explains the size with the rule that decides it, and keeps three kinds of “small” apart', async () => {
    const page = await openPage('chat')
    await askQuestion(page, '我们是长宁的软件公司，42个人，去年营收3600万，小规模纳税人，能享受哪些政策？')
    await page.locator('.actions').waitFor()
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.getByText('按软件和信息技术服务业的划型标准是小型企业').first().waitFor()
    expect(await page.locator('.size-scale .is-possible').allInnerTexts()).toEqual(['小型'])
    expect(await page.locator('.rule-quote blockquote').textContent()).toContain('100人及以上且1000万元及以上为中型')
    await expect.poll(() => page.locator('.term-state').allInnerTexts()).toEqual(['还不知道', '是', '是'])
    await page.locator('.rule-quote .mark').click()
    await page.getByRole('dialog').getByText('中小企业划型标准').first().waitFor()
    await page.keyboard.press('Escape')
  })

  test('says which figures the size still needs', async () => {
    const page = await openPage('firm')
    await page.locator('.size-section').getByText('还差：所属行业').waitFor()
    expect(await page.locator('.size-scale .is-possible').count()).toBe(4)
  })

  test('knows what was said in the chat, and the chat what was told here', async () => {
    const page = await openPage('firm')
    await tell(page, '公司', '长宁区')
    await page.getByRole('link', { name: '问答', exact: true }).click()
    await page.getByRole('button', { name: '我的企业，已知2项' }).waitFor()
    await askQuestion(page, '我们42个人，能享受哪些政策？')
    await page.locator('.actions').waitFor()
    await page.getByRole('link', { name: '企业', exact: true }).click()
    await page.locator('.known-value', { hasText: '42人' }).waitFor()
    expect(await page.locator('.known-value').allInnerTexts()).toEqual(expect.arrayContaining(['公司', '长宁区']))
  })

  test('keeps nothing in the browser without consent, and clears all', async () => {
    const page = await openPage('firm')
    await tell(page, '公司', '长宁区')
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
    await page.getByRole('switch', { name: '保存在这个浏览器' }).check()
    await page.evaluate('sessionStorage.clear()') // as in a tab that is opened later
    await page.reload()
    await page.getByRole('button', { name: '用上次保存的企业信息' }).click()
    await page.locator('.known-value', { hasText: '长宁区' }).waitFor()
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: '全部清除' }).click()
    await expect.poll(() => page.locator('.known-value').count()).toBe(0)
    expect(await page.evaluate('localStorage.getItem("policy-navigator.company")')).toBe(null)
  })

  test('says that it could not judge, and tries again', async () => {
    const page = await openPage('firm')
    await page.locator('.step').first().waitFor()
    await page.route('**/v1/assessments', (route) => route.fulfill({ status: 500, body: '{}' }))
    await tell(page, '公司', '长宁区')
    await page.locator('.match-counts').getByText('没有判断成功').waitFor()
    await page.unroute('**/v1/assessments')
    await page.locator('.match-counts').getByRole('button', { name: '再试一次' }).click()
    await page.locator('.match-counts .visually-hidden', { hasText: '可能符合' }).waitFor({ state: 'attached' })
  })

  test.each([
    ['light', 'zh-CN'],
    ['dark', 'zh-CN'],
    ['light', 'en'],
    ['dark', 'en'],
  ] as const)('has no accessibility problem in %s, %s', async (colorScheme, locale) => {
    const page = await openPage('firm', { colorScheme, locale, viewport: { width: 360, height: 3600 } })
    await page.locator('.step').first().waitFor()
    await page.locator('.size-scale').waitFor()
    await page.locator('.term summary').click()
    expect(await problemsOf(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

interface Counts {
  readonly eligible: number
  readonly undetermined: number
  readonly ineligible: number
}

async function counts(page: Page): Promise<Counts> {
  await page.locator('.match-counts[aria-busy="false"]').waitFor()
  const [eligible = 0, undetermined = 0, ineligible = 0] = await page
    .locator('.match-counts strong')
    .evaluateAll((figures) => figures.map(({ textContent }) => Number(textContent)))
  return { eligible, undetermined, ineligible }
}

async function questions(page: Page): Promise<string[]> {
  await page.locator('.step').first().waitFor()
  return page.locator('.step legend').allInnerTexts()
}

/** Leaves steps open until a question is asked. */
async function skipUntil(page: Page, question: ReturnType<Page['locator']>): Promise<void> {
  for (let step = 0; step < 12; step++) {
    const before = await questions(page)
    if ((await question.count()) > 0) return
    await page.getByRole('button', { name: '保存，下一步' }).click()
    await expect.poll(() => questions(page)).not.toEqual(before)
  }
}
