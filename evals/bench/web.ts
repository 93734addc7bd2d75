import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'

/** What a reader meets on a slow machine: sizes in kB as sent, times in ms. */
export interface WebFigures {
  readonly chatScriptKb: number
  readonly homeScriptKb: number
  readonly chatPaintMs: number
  readonly homePaintMs: number
  readonly typingMs: number
  readonly sendingMs: number
  readonly shift: number
}

const question = '我们是长宁区的软件公司，45个人，去年营收3600万元，能享受哪些政策？'
const slowDown = 4
const runs = 5

/** Opens the website in Chromium with a slowed processor, types a question and reads the answer. */
export async function benchWeb(address: string): Promise<WebFigures> {
  const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const home = await repeat(() => inFreshPage(browser, address, firstLoad))
    const chat = await repeat(() => inFreshPage(browser, `${address}chat`, firstLoad))
    const use = await repeat(() => inFreshPage(browser, `${address}chat`, askOnce))
    return {
      homeScriptKb: least(home.map(({ scriptKb }) => scriptKb)),
      chatScriptKb: least(chat.map(({ scriptKb }) => scriptKb)),
      homePaintMs: least(home.map(({ paintMs }) => paintMs)),
      chatPaintMs: least(chat.map(({ paintMs }) => paintMs)),
      typingMs: least(use.map(({ typingMs }) => typingMs)),
      sendingMs: least(use.map(({ sendingMs }) => sendingMs)),
      shift: Math.max(...use.map(({ shift }) => shift)),
    }
  } finally {
    await browser.close()
  }
}

async function inFreshPage<T>(browser: Browser, address: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  await page.addInitScript(observe)
  await page.goto(address)
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
  try {
    return await measure(page)
  } finally {
    await context.close()
  }
}

/** The page keeps what its browser reports, from its first moment on. */
const observe = `
  window.figures = { paintMs: 0, shift: 0, events: [] }
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, durationThreshold: 16 })
  watch('largest-contentful-paint', ({ startTime }) => { figures.paintMs = startTime })
  watch('layout-shift', ({ value, hadRecentInput }) => { if (!hadRecentInput) figures.shift += value })
  watch('event', ({ name, duration }) => figures.events.push({ name, duration }))
`

function firstLoad(page: Page): Promise<{ scriptKb: number; paintMs: number }> {
  return page.evaluate(`({
    paintMs: figures.paintMs,
    scriptKb: performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1000,
  })`)
}

async function askOnce(page: Page): Promise<{ typingMs: number; sendingMs: number; shift: number }> {
  await page.locator('#question').pressSequentially(question, { delay: 60 })
  const typingMs = await slowest(page)
  await page.evaluate('figures.events = []; figures.shift = 0')
  await page.keyboard.press('Enter')
  await page.locator('.actions').waitFor()
  const sendingMs = await slowest(page)
  return { typingMs, sendingMs, shift: await page.evaluate<number>('figures.shift') }
}

/** From an event to the paint that follows it; what took less than 16 ms is not reported. */
function slowest(page: Page): Promise<number> {
  return page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)))
    .then(() => Math.max(0, ...figures.events.map(({ duration }) => duration)))`)
}

async function repeat<T>(measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < runs; run += 1) results.push(await measure())
  return results
}

/** Whatever else runs on the machine only adds to a time. */
function least(values: readonly number[]): number {
  return Math.min(...values)
}
