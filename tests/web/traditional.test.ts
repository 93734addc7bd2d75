import { globSync, readFileSync } from 'node:fs'
import { Converter } from 'opencc-js/cn2t'
import { CustomConverter } from 'opencc-js/core'
import { describe, expect, test } from 'vitest'
import { smallDictionary } from '../../web/traditional-dictionary.ts'
import { askQuestion, missingBrowser } from './browser.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

describe('the small dictionary of traditional characters', () => {
  const small = CustomConverter(smallDictionary())
  const whole = Converter({ from: 'cn', to: 'tw' })
  const files = globSync(['corpus/**/*.{md,yaml}', 'web/src/wording/zh-CN.json'])
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split('\n'))

  test('writes policies and page as the whole dictionary does', () => {
    expect(lines.length).toBeGreaterThan(5_000)
    const others = lines.filter((line) => small(line) !== whole(line))
    expect(others.map((line) => [small(line), whole(line)])).toEqual([])
  })

  test('changes no figure, document number or Latin letter', () => {
    const kept = (line: string) => line.replace(/[^\d\p{Script=Latin}〔〕%.,-]/gu, '')
    expect(lines.filter((line) => kept(small(line)) !== kept(line))).toEqual([])
  })

  test.each([
    ['集团子公司发放后续补贴', '集團子公司發放後續補貼'],
    ['干部面对面征求意见', '幹部面對面徵求意見'],
    ['沪科〔2025〕212号', '滬科〔2025〕212號'],
  ])('%s is written %s', (simplified, traditional) => {
    expect(small(simplified)).toBe(traditional)
  })
})

describe.skipIf(missingBrowser !== null)(`a reader of traditional characters ${missingBrowser ?? ''}`, () => {
  const { openPage } = useService()

  test('sees header, answer and sources in them, and finds them again after a reload', async () => {
    const page = await openPage('chat', { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: '切换到繁体中文' }).click()
    await page.getByText('惠企政策通', { exact: true }).waitFor()
    await expect.poll(() => page.title()).toBe('問答 · 惠企政策通')
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-Hant')
    expect(await page.locator('#question').getAttribute('placeholder')).toContain('說說')
    await askQuestion(page, '科技履約貸的保費補貼是多少？怎麼申請？')
    await page.locator('.actions').waitFor()
    const answer = page.locator('.answer')
    expect(await answer.textContent()).toContain('實際支付保費的50%')
    expect(await simplifiedIn(answer.textContent())).toBe('')
    expect(await page.locator('.statements').first().getAttribute('lang')).toBe('zh-Hant')
    expect(await page.locator('.mark').first().getAttribute('aria-label')).toContain('科技履約貸')
    expect([await problemsOf(page), (await overflow(page)) <= 0]).toEqual([[], true])
    await page.getByRole('button', { name: '複製' }).click()
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('实际支付保费的50%')
    await page.locator('.mark').first().click()
    await page.locator('.passage.cited').waitFor()
    expect(await simplifiedIn(page.getByRole('dialog').textContent())).toBe('')
    expect(await page.getByText('原文為簡體，以原文為準').isVisible()).toBe(true)
    await page.reload()
    await page.getByText('實際支付保費的50%').first().waitFor()
  })

  test('goes back to simplified ones and on to English, with the conversation kept', async () => {
    const page = await openPage()
    await page.getByRole('button', { name: '切换到繁体中文' }).click()
    await page.getByRole('button', { name: '切換到簡體中文' }).waitFor()
    await askQuestion(page, '科技履约贷的保费补贴是多少')
    await page.getByText('實際支付保費的50%').first().waitFor()
    await page.getByRole('button', { name: '切換到簡體中文' }).click()
    await page.getByText('实际支付保费的50%').first().waitFor()
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('button', { name: 'Copy' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    expect(await page.getByText('实际支付保费的50%').first().isVisible()).toBe(true)
  })

  test('keeps the focus on the switch that was pressed, in whatever language', async () => {
    const page = await openPage()
    const focused = () => page.locator(':focus').textContent()
    await page.getByRole('button', { name: '切换到繁体中文' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(focused).toContain('切換到簡體中文')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toContain('切换到繁体中文')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toContain('切換到簡體中文')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toContain('切换到中文')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toContain('Switch to English')
  })

  test('has chosen a language even when going on before its words have come', async () => {
    const page = await openPage()
    await page.route('**/en-*.js', () => {}) // never answered
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.unroute('**/en-*.js')
    await page.goto('./')
    await page.getByRole('button', { name: '切换到中文' }).waitFor()
  })

  test('other readers load neither the characters nor English', async () => {
    const page = await openPage()
    await page.locator('.coverage:not(:empty)').waitFor()
    const loaded = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)")
    expect(loaded.filter((name) => /\/(traditional|en)-/.test(name))).toEqual([])
  })

  test('is told when the characters cannot be fetched, and keeps the page', async () => {
    const page = await openPage()
    await page.route('**/traditional-*.js', (route) => route.abort())
    await page.getByRole('button', { name: '切换到繁体中文' }).click()
    await page.getByText('没有换成').waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN')
  })
})

/** Characters that exist in simplified Chinese alone. */
async function simplifiedIn(text: Promise<string | null>): Promise<string> {
  const characters = [...((await text) ?? '')]
  const onlySimplified = new Set('贷补贴业办费际险给额证发开请过问关说还没这为务区员单')
  onlySimplified.delete('没')
  return characters.filter((character) => onlySimplified.has(character)).join('')
}
