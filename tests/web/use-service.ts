import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { phone } from './browser.ts'
import { type Service, startService } from './start-service.ts'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Builds the page and starts the real service once for a test file; pages that report a problem fail the test. */
export function useService() {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })
  let pageFolder: string
  let browser: Browser
  let service: Service
  const problems: string[] = []

  beforeAll(async () => {
    pageFolder = await mkdtemp(join(tmpdir(), 'policy-navigator-page-'))
    const build = ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', pageFolder, '--logLevel', 'error']
    const env = { ...process.env, NODE_ENV: 'production' }
    await promisify(execFile)(process.execPath, [...build, '--emptyOutDir'], { env })
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    service = await startService(pageFolder)
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(problems.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
    await service.close()
    await rm(service.dataFolder, { recursive: true })
    await rm(pageFolder, { recursive: true })
  })

  /** A reader of their own, with cookies of their own. */
  async function openPage(path = 'chat', viewport = phone): Promise<Page> {
    const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: service.address })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) problems.push(message.text())
    })
    page.on('dialog', (dialog) => void dialog.accept())
    await page.goto(path)
    await page.locator('main h1').waitFor()
    return page
  }

  return { openPage, address: () => service.address }
}
