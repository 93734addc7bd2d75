import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { askQuestion, buildPage, desktop, executablePath, flags, noteProblems, phone } from './browser.ts'
import { type Service, startService } from './start-service.ts'

/** Opens pages of the real service over the real corpus, on 2026-11-23; a page that reports a problem fails the test. */
export function useServicePage() {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  let folder: string
  let browser: Browser
  let service: Service
  const problems: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-navigator-page-'))
    await buildPage(folder)
    browser = await chromium.launch({ executablePath, args: flags })
    service = await startService(folder)
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    const reported = problems.splice(0)
    if (reported.length > 0) throw new Error(`the page reported problems:\n${reported.join('\n')}`)
  })

  afterAll(async () => {
    await browser.close()
    await service.close()
    await rm(service.dataFolder, { recursive: true })
    await rm(folder, { recursive: true })
  })

  return async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const settings = { viewport: phone, locale: 'zh-CN', baseURL: service.address, ...options }
    const context = await browser.newContext(settings)
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    noteProblems(page, service.address, problems)
    await page.goto(path)
    await page.locator('main h1').waitFor()
    return page
  }
}

const firm = '我们是长宁的软件公司，2021年3月成立，42个人，去年营收3600万，研发占7%，能享受哪些政策？'

/** The page of matches on a desk, after a firm was described in the chat. */
export async function openTold(openPage: ReturnType<typeof useServicePage>): Promise<Page> {
  const page = await openPage('chat', { viewport: desktop })
  await askQuestion(page, firm)
  await page.locator('.actions').waitFor()
  await page.getByRole('link', { name: '匹配', exact: true }).click()
  await page.locator('.matches-page .verdict').first().waitFor()
  return page
}
