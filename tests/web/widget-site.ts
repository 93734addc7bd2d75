import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { desktop } from './browser.ts'
import { type HostSite, openHostSite } from './host-site.ts'
import { type Service, startService } from './start-service.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export const subsidy = '科技履约贷的保费补贴是多少？怎么申请？'
export const company = '我们是长宁的软件公司，2021年3月成立，42个人，去年营收3600万，研发占7%，能享受哪些政策？'
export const smallPhone = { width: 360, height: 740 }

export interface WidgetTest {
  readonly service: () => Service
  /** Opens the site in a browser that holds a cookie of the service; the query gives the widget's attributes. */
  readonly openSite: (query?: string, options?: BrowserContextOptions, origin?: string) => Promise<Page>
  /** The same with the chat open. */
  readonly openChat: (query?: string, options?: BrowserContextOptions) => Promise<Page>
}

/** The real service, and a site of somebody else that shows its widget; what breaks the site's policy fails the test. */
export function useWidget(): WidgetTest {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  const problems: string[] = []
  let folder: string
  let browser: Browser
  let site: HostSite
  let service: Service

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-navigator-widget-'))
    await buildWidget(folder)
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    site = await openHostSite()
    service = await startService(folder, { WIDGET_ORIGINS: site.origin, RATE_LIMIT_PER_MINUTE: '0' })
    site.embed(service.address)
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    await service.close()
    await site.close()
    await rm(service.dataFolder, { recursive: true })
    await rm(folder, { recursive: true })
  })

  const openSite = async (query = '', options: BrowserContextOptions = {}, origin = site.origin) => {
    const context = await browser.newContext({ viewport: desktop, locale: 'zh-CN', ...options })
    context.setDefaultTimeout(10_000)
    await context.addCookies([{ name: 'policy-navigator-owner', value: 'x', url: service.address }])
    const page = await context.newPage()
    noteProblems(page, [`${origin}/`, service.address], problems)
    await page.goto(`${origin}/${query}`)
    return page
  }

  return {
    service: () => service,
    openSite,
    openChat: async (query, options) => {
      const page = await openSite(query, options)
      await page.locator('.launcher').click()
      return page
    },
  }
}

/** In a process of its own, because the test runner's environment would make it a development build. */
export async function buildWidget(folder: string): Promise<void> {
  const options = ['--config', 'web/widget.config.ts', '--outDir', folder, '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', ...options], { env })
}

function noteProblems(page: Page, addresses: readonly string[], problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted|Uncaught/.test(message.text())) problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!addresses.some((address) => request.url().startsWith(address)))
      problems.push(`asked elsewhere: ${request.url()}`)
  })
}
