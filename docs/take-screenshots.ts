import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { startServer } from '../evals/bench/server-process.ts'
import { inTemporaryFolder } from '../evals/bench/temporary-folder.ts'

interface Shot {
  readonly name: string
  readonly path: string
  readonly theme?: 'dark'
  /** Brings the page to what is to be seen. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

const company = '我们是长宁区的软件公司，45个人，去年营收3600万元，研发费用占12%，能享受哪些政策？'

/** The main pages, in the order of a visit. */
const shots: readonly Shot[] = [
  { name: 'home', path: '', prepare: (page) => page.locator('.dates li').first().waitFor() },
  { name: 'chat', path: 'chat', prepare: (page) => ask(page, '科技履约贷的保费补贴是多少？怎么申请？') },
  { name: 'chat-dark', path: 'chat', theme: 'dark', prepare: (page) => ask(page, '科技履约贷的保费补贴是多少？') },
  { name: 'verdicts', path: 'chat', prepare: (page) => ask(page, company) },
  { name: 'matches', path: 'chat', prepare: (page) => askThenGo(page, 'matches', '.matches-page .verdict') },
  { name: 'firm', path: 'chat', prepare: (page) => askThenGo(page, 'firm', '.step-next') },
  { name: 'policies', path: 'policies', prepare: (page) => page.locator('.policy-entry').first().waitFor() },
  {
    name: 'policy',
    path: 'policies/tech-performance-loan',
    prepare: (page) => page.locator('main h2').first().waitFor(),
  },
  { name: 'loans', path: 'loans', prepare: (page) => page.locator('main table').waitFor() },
  { name: 'plain', path: 'plain?lang=zh-CN' },
]

const widths = [360, 1280]
const folder = new URL('./screenshots/', import.meta.url).pathname

await mkdir(folder, { recursive: true })
await inTemporaryFolder(async (dataFolder) => {
  const server = await startServer(join(dataFolder, 'server'))
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    for (const shot of shots) for (const width of widths) await take(browser, server.address, shot, width)
  } finally {
    await browser.close()
    await server.stop()
  }
})

async function take(browser: Browser, address: string, shot: Shot, width: number): Promise<void> {
  const viewport = { width, height: width < 600 ? 740 : 800 }
  const theme = { colorScheme: shot.theme ?? 'light', reducedMotion: 'reduce' } as const
  const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: address, ...theme })
  const page = await context.newPage()
  await page.goto(shot.path)
  await page.locator('main h1').waitFor()
  await shot.prepare?.(page)
  const session = await context.newCDPSession(page)
  // WebP of good quality is a fifth of a PNG; the browser itself writes it.
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
  const file = join(folder, `${shot.name}-${width}.webp`)
  await writeFile(file, Buffer.from(data, 'base64'))
  console.log(`${file} ${Math.round((await stat(file)).size / 1000)} kB`)
  await context.close()
}

async function ask(page: Page, question: string): Promise<void> {
  await page.locator('#question').fill(question)
  await page.keyboard.press('Enter')
  await page.locator('.actions').waitFor()
  await page.evaluate('document.activeElement?.blur()')
}

/** Within the website, so that the conversation is known there; `content` is what the page has to fetch. */
async function askThenGo(page: Page, path: string, content: string): Promise<void> {
  await ask(page, company)
  await page.locator(`nav a[href$="/${path}"]`).click()
  await page.locator(content).first().waitFor()
  await page.evaluate('scrollTo(0, 0)')
}
