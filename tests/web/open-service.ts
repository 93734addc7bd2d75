import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { buildPage, executablePath, flags, noteProblems, phone } from './browser.ts'
import { type Service, startService } from './start-service.ts'

export interface ServiceTest {
  readonly service: () => Service
  /** Where the built page lies. */
  readonly pageFolder: () => string
  readonly openPage: (options?: BrowserContextOptions, path?: string) => Promise<Page>
}

/** The built page on the real service over the corpus, in a real browser; pages fail the test when they report a problem. */
export function useService(): ServiceTest {
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

  const openPage = async (options: BrowserContextOptions = {}, path = 'chat') => {
    const { baseURL = service.address } = options
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: phone,
      locale: 'zh-CN',
      baseURL,
      ...options,
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    noteProblems(page, baseURL, problems)
    await page.goto(path)
    return page
  }

  return { service: () => service, pageFolder: () => folder, openPage }
}
