import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { desktop, missingBrowser } from './browser.ts'
import { openTold } from './open-told.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { readCalendar } from './read-calendar.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`the page of matches ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('judges all policies without any question in the chat, and says what to do first', async () => {
    const page = await openPage('matches')
    await page.locator('.verdict').first().waitFor()
    expect(await page.locator('.verdict-counts').textContent()).toMatch(
      /^符合0项 · 可能符合\d+项 · 不符合0项，按2026年11月23日$/,
    )
    await page.getByRole('link', { name: '填写企业信息' }).click()
    await page.getByRole('heading', { name: '我的企业', level: 1 }).waitFor()
  })

  test('follows what was told in the chat', async () => {
    const page = await openTold(openPage)
    expect(await page.locator('.firm-note').textContent()).toMatch(/^按已填的\d+项企业信息判断/)
    expect(await page.locator('.group-ineligible').count()).toBe(1)
  })

  test('filters by kind, level, window, amount and verdict, each choice with its count, and keeps it in the address', async () => {
    const page = await openPage('matches', { viewport: desktop })
    const count = async () => Number((await page.locator('.filter-count').textContent())?.match(/列出(\d+)项/)?.[1])
    await page.getByRole('button', { name: /^税费/ }).click()
    await page.getByLabel('级别').selectOption('national')
    const option = page.getByLabel('受理').locator('option[value=none]')
    const promised = Number((await option.textContent())?.match(/（(\d+)）/)?.[1])
    await page.getByLabel('受理').selectOption('none')
    expect([await count(), new URL(page.url()).search]).toEqual([promised, '?kind=tax&level=national&window=none'])
    const before = await page.locator('.verdict h4').allInnerTexts()
    await page.reload()
    await page.locator('.verdict').first().waitFor()
    expect(await page.locator('.verdict h4').allInnerTexts()).toEqual(before)
    await page.locator('select[name=atLeast]').selectOption('1000000')
    await page.getByText(/项还算不出金额，没有列出/).waitFor()
    await page.getByRole('button', { name: '清除筛选' }).click()
    expect(new URL(page.url()).search).toBe('')
  })

  test('an address that says nonsense shows all', async () => {
    const page = await openPage('matches?kind=<b>&sort=random&verdict=constructor')
    await page.locator('.verdict').first().waitFor()
    expect(await page.locator('.filter-count').textContent()).toMatch(/列出(\d+)项，共\1项/)
  })

  test('puts the nearest deadline first where one wants it', async () => {
    const page = await openPage('matches?sort=deadline', { viewport: desktop })
    await page.locator('.verdict').first().waitFor()
    const ends = await page.locator('.verdict .window-open').allInnerTexts()
    const days = ends.flatMap(
      (text) =>
        text
          .match(/(\d+)年(\d+)月(\d+)日/)
          ?.slice(1)
          .map(Number) ?? [],
    )
    const keys = days.flatMap((_, at) =>
      at % 3 === 0 ? [days.slice(at, at + 3).reduce((sum, part) => sum * 100 + part, 0)] : [],
    )
    expect(keys.length).toBeGreaterThan(1)
    expect(keys).toEqual(keys.toSorted((one, other) => one - other))
  })

  test('the calendar holds the days of the policies that are shown', async () => {
    const page = await openPage('matches?window=open', { viewport: desktop })
    const button = page.getByRole('button', { name: /^加入日历/ })
    const promised = Number((await button.textContent())?.match(/\d+/)?.[0])
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
    expect(download.suggestedFilename()).toBe('惠企政策受理时间.ics')
    const events = readCalendar(await readFile(await download.path(), 'utf8'))
    expect(events.length).toBe(promised)
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(promised)
    for (const event of events) {
      expect(event.SUMMARY).toMatch(/^(开始受理|受理截止)：.+/)
      expect(event['DTSTART;VALUE=DATE'] ?? '').toMatch(/^202[6-9]\d{4}$/)
      expect(event['DTSTART;VALUE=DATE'] ?? '').not.toBe(event['DTEND;VALUE=DATE'])
    }
  })

  test('materials can be ticked off, stay ticked after a reload, and go to paper', async () => {
    const page = await openPage('matches?kind=qualification')
    const card = page.locator('.verdict', { hasText: '创新型中小企业评价' }).first()
    const open = () => card.getByRole('button', { name: /的材料清单$/ }).click()
    await open()
    await card.getByRole('checkbox', { name: '创新型中小企业评价要交自评表和营业执照。' }).check()
    await page.reload()
    await open()
    const items = card.locator('.material-list input')
    await items.first().waitFor()
    expect(await card.locator('.material-list input:checked').count()).toBe(1)
    expect(await items.count()).toBe(4)
    await page.evaluate('window.print = () => {}')
    await card.getByRole('button', { name: '打印清单' }).click()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await page.locator('#paper').textContent()).toMatch(/☑ 创新型中小企业评价要交自评表和营业执照。.*☐/)
    expect(await page.locator('#page').isVisible()).toBe(false)
  })

  test('materials that were not found are said to be not found', async () => {
    const page = await openPage('matches?kind=loans')
    const card = page.locator('.verdict', { hasText: '长宁企业贷' }).first()
    await showAll(page)
    await card.getByRole('button', { name: /的材料清单$/ }).click()
    await card.getByText('长宁企业贷的申请材料和受理时间未查到。').waitFor()
    expect(await card.locator('.material-list input').count()).toBe(0)
  })

  test('two policies are compared, and the list goes to paper', async () => {
    const page = await openPage('matches', { viewport: desktop })
    for (const at of [0, 1])
      await page
        .getByRole('checkbox', { name: /加入对比$/ })
        .nth(at)
        .check()
    await page.getByRole('button', { name: '开始对比' }).click()
    expect(await page.getByRole('dialog', { name: '政策对比' }).getByRole('columnheader').count()).toBe(3)
    await page.keyboard.press('Escape')
    await page.evaluate('window.print = () => {}')
    await page.getByRole('button', { name: '打印/存PDF' }).click()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate('dispatchEvent(new Event("beforeprint"))')
    expect(await page.locator('#paper .summary-policy').count()).toBeGreaterThan(50)
  })

  test.each([
    ['light', 'zh-CN'],
    ['dark', 'zh-CN'],
    ['light', 'en'],
    ['dark', 'en'],
  ] as const)('has no accessibility problem in %s, %s', async (colorScheme, locale) => {
    const page = await openPage('matches', { colorScheme, locale, viewport: { width: 360, height: 3000 } })
    await page.locator('.verdict').first().waitFor()
    await page.locator('.filters summary').click()
    await page.locator('.materials button').first().click()
    await page.locator('.materials p').first().waitFor()
    expect(await problemsOf(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})

async function showAll(page: Page): Promise<void> {
  await page.locator('.verdict').first().waitFor()
  for (const more of await page.locator('.more').all()) await more.click()
}
