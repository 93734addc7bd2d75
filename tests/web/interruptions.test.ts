import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { AnswerEvent } from '../../src/answering/index.ts'
import { askQuestion, missingBrowser, usePage } from './browser.ts'
import { useService } from './use-service.ts'

describe.skipIf(missingBrowser !== null)(`an answer that is interrupted ${missingBrowser ?? ''}`, () => {
  const { openPage, service } = useService()

  test('is shown after all where the server had completed it before the way broke off', async () => {
    const proxy = await startProxy(service().address)
    const page = await openPage('chat', { baseURL: proxy.address })
    proxy.holds = 'end'
    await askQuestion(page, '科技履约贷的保费补贴是多少？')
    await page.locator('.statements').waitFor()
    proxy.cut()
    await page.locator('.actions').waitFor()
    expect(await page.locator('.statements').first().textContent()).toContain('50%')
    expect([await page.getByRole('alert').count(), await page.locator('.turn').count(), proxy.asked]).toEqual([0, 1, 1])
  })

  test('says so while the server is away, keeps the question, and goes on in one press when it is back', async () => {
    const proxy = await startProxy(service().address)
    const page = await openPage('chat', { baseURL: proxy.address })
    proxy.holds = 'all'
    await askQuestion(page, '科技履约贷的保费补贴是多少？')
    await page.getByText('服务器开始回答').waitFor()
    proxy.isAway = true
    proxy.cut()
    expect(await page.getByRole('alert').textContent()).toContain('回答中断了')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByText('连不上服务器').waitFor()
    expect(await page.locator('.question').textContent()).toContain('科技履约贷的保费补贴是多少？')
    proxy.isAway = false
    await page.getByRole('button', { name: '重试' }).click()
    await page.locator('.actions').waitFor()
    expect(await page.locator('.turn').count()).toBe(1)
    await askQuestion(page, '怎么申请？')
    await page.locator('.actions').nth(1).waitFor()
  })
})

describe.skipIf(missingBrowser !== null)(`two tabs ${missingBrowser ?? ''}`, () => {
  const { openPage, server } = usePage()

  test('hold a conversation each', async () => {
    const first = await openPage()
    const second = await first.context().newPage()
    await second.goto('chat')
    await askQuestion(first, '科技履约贷补贴多少')
    await first.locator('.actions').waitFor()
    await askQuestion(second, '有哪些贷款产品')
    await second.locator('.actions').waitFor()
    await askQuestion(first, '科技履约贷怎么办')
    await first.locator('.actions').nth(1).waitFor()
    const [begun, other, continued] = server().questions
    expect([begun?.conversationId, other?.conversationId]).toEqual([undefined, undefined])
    expect(
      server()
        .conversations.get(continued?.conversationId ?? '')
        ?.turns.map(({ question }) => question),
    ).toEqual(['科技履约贷补贴多少', '科技履约贷怎么办'])
    await Promise.all([first.reload(), second.reload()])
    await first.locator('.turn').nth(1).waitFor()
    await second.locator('.actions').waitFor()
    expect(await second.locator('.turn').count()).toBe(1)
  })

  test('see the same saved company, which an older copy does not overwrite', async () => {
    const first = await openPage()
    const second = await first.context().newPage()
    await second.goto('chat')
    await second.locator('main h1').waitFor()
    await askQuestion(first, '能享受哪些政策')
    await first.locator('.verdict-counts').waitFor()
    await first.getByRole('button', { name: /^我的企业/ }).click()
    await first.getByLabel('保存在这个浏览器').check()
    await second.getByRole('button', { name: '用上次保存的企业信息' }).waitFor()
    await first.getByLabel('保存在这个浏览器').uncheck()
    await expect.poll(() => second.getByRole('button', { name: '用上次保存的企业信息' }).count()).toBe(0)
  })
})

interface Proxy {
  readonly address: string
  /** Questions that reached the service. */
  asked: number
  /** What of the next answer does not arrive: its `end`, which the service has completed, or `all` but its beginning. */
  holds: 'nothing' | 'end' | 'all'
  isAway: boolean
  /** Breaks off the answer that is held. */
  cut(): void
}

/** A way to the service that can break. */
async function startProxy(target: string): Promise<Proxy> {
  const proxy: Proxy & { address: string } = { address: '', asked: 0, holds: 'nothing', isAway: false, cut: () => {} }
  const server: Server = createServer((incoming, outgoing) => forward(incoming, outgoing, target, proxy))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on TCP has an address with a port.
  proxy.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return proxy
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: string, proxy: Proxy): unknown {
  if (proxy.isAway) return outgoing.destroy()
  const isQuestion = incoming.url?.endsWith('/chat/stream')
  if (isQuestion) proxy.asked += 1
  const { holds } = proxy
  if (isQuestion && holds === 'all') return begin(outgoing, proxy)
  const headers = { ...incoming.headers, 'accept-encoding': 'identity' }
  const onward = request(new URL(incoming.url ?? '/', target), { method: incoming.method, headers }, (reply) => {
    if (isQuestion && holds === 'end') return holdEnd(reply, outgoing, proxy)
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
    return reply.pipe(outgoing)
  })
  onward.on('error', () => outgoing.destroy())
  return incoming.pipe(onward)
}

/** As a service does that ends before its answer is complete and kept. */
function begin(outgoing: ServerResponse, proxy: Proxy): void {
  proxy.holds = 'nothing'
  proxy.cut = () => outgoing.destroy()
  const [id, conversationId] = [randomUUID(), randomUUID()]
  const events: AnswerEvent[] = [
    { type: 'answer-start', id, conversationId, asOf: '2026-11-23' },
    { type: 'notice-ready', notice: { code: 'begun', place: 'before', text: '服务器开始回答' } },
  ]
  outgoing.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
  for (const event of events) outgoing.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
}

async function holdEnd(reply: IncomingMessage, outgoing: ServerResponse, proxy: Proxy): Promise<void> {
  proxy.holds = 'nothing'
  proxy.cut = () => outgoing.destroy()
  outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
  const events = await text(reply)
  outgoing.write(events.slice(0, events.indexOf('event: answer-end')))
}
