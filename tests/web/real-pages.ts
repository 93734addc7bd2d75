import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { phone } from './browser.ts'
import { type Service, startService } from './start-service.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export interface Variant {
  readonly colorScheme: 'light' | 'dark'
  readonly language: 'zh-CN' | 'en'
}

/** Every look in which a page must be without a fault. */
export const variants: readonly Variant[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['zh-CN', 'en'] as const).map((language) => ({ colorScheme, language })),
)

type Open = (path: string, options?: BrowserContextOptions, language?: Variant['language']) => Promise<Page>

/** Opens pages of the real service in a real browser; what a page reports as wrong fails the test. */
export function useRealPages(): Open {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  let folder: string
  let browser: Browser
  let service: Service
  const problems: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-navigator-page-'))
    const build = ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', folder, '--emptyOutDir']
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [...build, '--logLevel', 'error'], { env })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    service = await startService(folder)
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    await service.close()
    await rm(service.dataFolder, { recursive: true })
    await rm(folder, { recursive: true })
  })

  return async (path, options = {}, language = 'zh-CN') => {
    const { address } = service
    const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', baseURL: address, ...options })
    context.setDefaultTimeout(10_000)
    await context.addInitScript(`localStorage.setItem('policy-navigator.locale', '${language}')`)
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('request', (request) => request.url().startsWith(address) || problems.push(request.url()))
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) problems.push(message.text())
    })
    await page.goto(path)
    await page.locator('main h1').waitFor()
    return page
  }
}
