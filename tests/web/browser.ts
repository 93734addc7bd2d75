import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
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

/** The built page in a real browser, with a scripted server of its own for each test. */
export function usePage(): PageTest {
  let server: ScriptedServer | null = null
  const { pageFolder, open } = useBrowser(async () => {
    await server?.close()
    server = null
  })
  return {
    openPage: async (options = {}, path = 'chat') => {
      server ??= new ScriptedServer(pageFolder())
      const page = await open(await server.start(), path, options)
      await page.locator('main h1').waitFor()
      return page
    },
    server: () => {
      if (server === null) throw new Error('open a page first')
      return server
    },
  }
}

/** Builds the page and starts a browser once for a test file; what pages report as wrong fails the test they are of. */
export function useBrowser(
  endTest: () => Promise<void> = async () => {},
  build: (folder: string) => Promise<void> = buildPage,
) {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })
  let folder: string
  let browser: Browser
  const problems: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-navigator-page-'))
    await build(folder)
    browser = await chromium.launch({ executablePath, args: flags })
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    await endTest()
    const reported = problems.splice(0)
    if (reported.length > 0) throw new Error(`the page reported problems:\n${reported.join('\n')}`)
  })

  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  return {
    /** Where the built page lies. */
    pageFolder: () => folder,
    /** A reader of their own, with cookies of their own. */
    open: async (address: string, path: string, given: PageOptions = {}): Promise<Page> => {
      const { language, cookies = [], others = [], ...options } = given
      const { baseURL = address } = options
      const look = { serviceWorkers: 'block', viewport: phone, locale: 'zh-CN', baseURL } as const
      const context = await browser.newContext({ ...look, ...options })
      context.setDefaultTimeout(10_000)
      await context.addCookies([...cookies])
      if (language) await context.addInitScript(`localStorage.setItem('policy-navigator.locale', '${language}')`)
      const page = await context.newPage()
      noteProblems(page, [baseURL, ...others], problems)
      await page.goto(path)
      return page
    },
  }
}

export interface PageOptions extends BrowserContextOptions {
  /** As chosen on an earlier visit. */
  readonly language?: 'zh-CN' | 'en'
  readonly cookies?: Parameters<BrowserContext['addCookies']>[0]
  /** Further addresses that the page may ask. */
  readonly others?: readonly string[]
}

export interface Variant {
  readonly colorScheme: 'light' | 'dark'
  readonly language: 'zh-CN' | 'en'
}

/** Every look in which a page must be without a fault. */
export const variants: readonly Variant[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['zh-CN', 'en'] as const).map((language) => ({ colorScheme, language })),
)

/** Errors, breaches of the content security policy, and requests to anywhere else. */
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

/** In a process of its own, because the test runner's environment would make it a development build. */
export async function buildPage(folder: string, ...further: string[]): Promise<void> {
  const options = ['build', 'web', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error', ...further]
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', ...options], { env })
}

/** Writes a question and sends it with Enter. */
export async function askQuestion(page: Page, question: string): Promise<void> {
  const input = page.locator('#question')
  await input.fill(question)
  await input.press('Enter')
}
