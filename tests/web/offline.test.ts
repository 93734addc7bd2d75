import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askQuestion, desktop, missingBrowser, phone } from './browser.ts'
import { overflow, problemsOf } from './page-checks.ts'
import { useService } from './use-service.ts'

const question = '科技履约贷的保费补贴是多少？'

describe.skipIf(missingBrowser !== null)(`without a network ${missingBrowser ?? ''}`, () => {
  const { openPage, pageFolder } = useService()
  const installed = { serviceWorkers: 'allow' } as const

  test('the website can be installed: a whole manifest, icons of the sizes it names, a worker for all of it', async () => {
    const page = await openPage('chat', installed)
    expect(await workerIsReady(page)).toBe(new URL('/', page.url()).href)
    const { errors, data = '' } = await (await page.context().newCDPSession(page)).send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest: { icons: { src: string; sizes: string; purpose?: string }[] } = JSON.parse(data)
    const pixels = manifest.icons.filter(({ sizes }) => sizes !== 'any')
    expect(pixels.map(({ purpose = 'any' }) => purpose)).toEqual(['any', 'any', 'maskable'])
    for (const { src, sizes } of pixels) expect([src, await sizeOf(page, src)]).toEqual([src, sizes])
  })

  test('every page still opens, and says what can be read', async () => {
    const page = await openPage('chat', installed)
    await workerIsReady(page)
    await page.context().setOffline(true)
    for (const path of ['chat', './', 'firm', 'policies/any', 'saved']) {
      await page.goto(path)
      await page.locator('main h1').waitFor()
      expect([path, await page.locator('.page-notice').textContent()]).toEqual([
        path,
        expect.stringContaining('现在没有网络'),
      ])
    }
  })

  test('a saved answer is read with its date, its sources and a word of caution, then deleted', async () => {
    const page = await openPage('chat', installed)
    await askQuestion(page, question)
    await page.getByRole('button', { name: '收藏', exact: true }).click()
    await page.getByRole('button', { name: '已收藏' }).waitFor()
    await workerIsReady(page)
    await page.context().setOffline(true)
    await page.goto('saved')
    await page.getByRole('heading', { name: question }).click()
    const answer = page.locator('.saved-answer')
    await answer.getByText('实际支付保费的50%').first().waitFor()
    expect(await answer.textContent()).toMatch(/按2026年11月23日的政策[\s\S]*政策以后可能有变化/)
    await answer.locator('.mark').first().click()
    await page.getByText('全文现在取不到').waitFor()
    expect(await page.getByRole('dialog').textContent()).toContain('50%')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '删除' }).click()
    await page.getByText('还没有收藏的回答').waitFor()
  })

  test('a question is kept and asked again when the network is back', async () => {
    const page = await openPage('chat', installed)
    await workerIsReady(page)
    await page.context().setOffline(true)
    await page.reload()
    await askQuestion(page, question)
    expect(await page.getByRole('alert').textContent()).toContain('网络断开了')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.actions').waitFor()
  })

  test('nothing that was asked or answered is kept by the worker', async () => {
    const page = await openPage('chat', installed)
    await workerIsReady(page)
    await page.reload()
    await askQuestion(page, question)
    await page.locator('.mark').first().click()
    await page.locator('.passage.cited').waitFor()
    const kept = await page.evaluate<string[]>(`(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })()`)
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.filter((path) => !/^\/($|assets\/[\w.-]+$|[\w-]+\.(svg|png|css|webmanifest|js)$)/.test(path))).toEqual(
      [],
    )
  })

  test('a new version is announced, never forced, and taken at a press', async () => {
    const page = await openPage('chat', installed)
    await workerIsReady(page)
    await askQuestion(page, question)
    await page.locator('.actions').waitFor()
    await page.reload()
    await page.locator('.actions').waitFor()
    const worker = join(pageFolder(), 'sw.js')
    const before = await readFile(worker, 'utf8')
    await writeFile(worker, before.replace(/buildVersion = '\w+'/, "buildVersion = 'newer'"))
    await page.evaluate('navigator.serviceWorker.getRegistration().then((registration) => registration.update())')
    await page.getByText('网站有新版本').waitFor()
    expect(await page.locator('.turn').count()).toBe(1)
    const reloaded = page.waitForEvent('load')
    await page.getByRole('button', { name: '刷新' }).click()
    await reloaded
    await page.locator('.actions').waitFor()
    expect(await page.getByText('网站有新版本').count()).toBe(0)
    await expect.poll(() => page.evaluate('caches.keys()')).toEqual(['shell-newer'])
    await writeFile(worker, before)
  })

  const variants = [
    { colorScheme: 'light', viewport: { width: 320, height: 900 } },
    { colorScheme: 'dark', viewport: phone },
    { colorScheme: 'light', viewport: desktop },
  ] as const

  test.each(variants)('axe finds nothing on saved answers ($colorScheme, $viewport.width)', async (variant) => {
    const page = await openPage('chat', { ...variant, reducedMotion: 'reduce' })
    await askQuestion(page, '我们是长宁区的软件公司，45个人，能享受哪些政策？')
    await page.getByRole('button', { name: '收藏', exact: true }).click()
    await page.goto('saved')
    await page.locator('summary h2').click()
    await page.context().setOffline(true)
    await page.getByText('现在没有网络').waitFor()
    await page.setViewportSize({ width: variant.viewport.width, height: 6000 })
    expect([await problemsOf(page), (await overflow(page)) <= 0]).toEqual([[], true])
  })
})

/** The address below which the worker serves, once it is active. */
function workerIsReady(page: Page): Promise<string> {
  return page.evaluate('navigator.serviceWorker.ready.then(({ scope }) => scope)')
}

function sizeOf(page: Page, address: string): Promise<string> {
  return page.evaluate(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(`/${address}`)}
    await image.decode()
    return image.naturalWidth + 'x' + image.naturalHeight
  })()`)
}
