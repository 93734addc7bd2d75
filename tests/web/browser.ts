import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { ScriptedServer } from './scripted-server.ts'

export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Why browser tests cannot run here; null where they can. */
export const missingBrowser = existsSync(executablePath) ? null : `no Chromium at ${executablePath}; set CHROMIUM_PATH`

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
]

/** What a browser test holds: the scripted server, and pages that fail the test when they report a problem. */
export interface PageTest {
  readonly server: () => ScriptedServer
  /** Opens the chat, or another page by its path. */
  readonly openPage: (options?: BrowserContextOptions, path?: string) => Promise<Page>
}

/** Builds the page once for a test file and opens it in a real browser, with a server of its own for each test. */
export function usePage(): PageTest {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  let folder: string
  let browser: Browser
  let server: ScriptedServer | null = null
  const problems: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-navigator-page-'))
    await buildPage(folder)
    browser = await chromium.launch({ executablePath, args: flags })
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await server?.close()
    server = null
    const reported = problems.splice(0)
    if (reported.length > 0) throw new Error(`the page reported problems:\n${reported.join('\n')}`)
  })

  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  const openPage = async (options: BrowserContextOptions = {}, path = 'chat') => {
    server ??= new ScriptedServer(folder)
    const address = await server.start()
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: phone,
      locale: 'zh-CN',
      baseURL: address,
      ...options,
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    noteProblems(page, address, problems)
    await page.goto(path)
    await page.locator('main h1').waitFor()
    return page
  }

  return {
    openPage,
    server: () => {
      if (server === null) throw new Error('open a page first')
      return server
    },
  }
}

/** Errors, breaches of the content security policy, and requests to anywhere else. */
export function noteProblems(page: Page, address: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address)) problems.push(`asked elsewhere: ${request.url()}`)
  })
}

/** In a process of its own, because the test runner's environment would make it a development build. */
export async function buildPage(folder: string): Promise<void> {
  const options = ['build', 'web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', ...options], { env })
}

/** Writes a question and sends it with Enter. */
export async function askQuestion(page: Page, question: string): Promise<void> {
  const input = page.locator('#question')
  await input.fill(question)
  await input.press('Enter')
}
