import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { ConversationReply, VisitorTokenReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { type SampleServices, sampleServices } from './sample-services.ts'

const site = 'https://www.allowed.example'
const otherSite = 'https://other.example:8443'
const widgetOrigins = [site, otherSite]

let services: SampleServices
async function open(settings = {}): Promise<FastifyInstance> {
  services = sampleServices({ settings: { widgetOrigins, ...settings } })
  const app = await buildApp(services)
  onTestFinished(() => app.close())
  return app
}
afterEach(() => void vi.useRealTimers())

const tokenFrom = async (app: FastifyInstance, origin = site, headers: Record<string, string> = {}) =>
  VisitorTokenReply.parse(
    (await app.inject({ method: 'POST', url: '/v1/widget/token', headers: { origin, ...headers } })).json(),
  )

function asking(token: string | null, { origin = site, ...payload }: Record<string, string> = {}): InjectOptions {
  const headers = { origin, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
  return { method: 'POST', url: '/v1/widget/chat/stream', headers, payload: { message: '有哪些贷款？', ...payload } }
}

/** What a browser needs to see before it lets a page of another site read a reply. */
const sharing = (headers: Record<string, unknown>) =>
  Object.entries(headers).filter(([name]) => name.startsWith('access-control-'))

describe('the origin of a page', () => {
  test.each(widgetOrigins)('%s may ask, and is named alone, without cookies', async (origin) => {
    const app = await open()
    const { token } = await tokenFrom(app, origin)
    const reply = await app.inject(asking(token, { origin }))
    expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('event: answer-end')])
    expect(sharing(reply.headers)).toEqual([['access-control-allow-origin', origin]])
    expect(reply.headers['set-cookie']).toBeUndefined()
    expect(reply.headers['x-conversation-token']).toBeUndefined()
  })

  test.each([
    ['is absent', undefined],
    ['is opaque', 'null'],
    ['is empty', ''],
    ['is any', '*'],
    ['is another', 'https://elsewhere.example'],
    ['has another scheme', 'http://www.allowed.example'],
    ['has another port', `${site}:444`],
    ['lacks the port', 'https://other.example'],
    ['is the parent', 'https://allowed.example'],
    ['is a child', 'https://x.www.allowed.example'],
    ['begins alike', `${site}.evil.example`],
    ['ends alike', 'https://evil-www.allowed.example'],
    ['holds the name', `https://evil.example/${site}`],
    ['is a list', `${site}, ${otherSite}`],
    ['is in capitals', site.toUpperCase()],
  ])('that %s gets nothing', async (_, origin) => {
    const app = await open()
    const { token } = await tokenFrom(app)
    const given = origin === undefined ? {} : { origin }
    const requests: InjectOptions[] = [
      { method: 'POST', url: '/v1/widget/token', headers: given },
      { method: 'OPTIONS', url: '/v1/widget/token', headers: { ...given, 'access-control-request-method': 'POST' } },
      { ...asking(token), headers: { ...given, authorization: `Bearer ${token}` } },
    ]
    for (const request of requests) {
      const reply = await app.inject(request)
      expect([reply.statusCode, reply.json().error.code]).toEqual([403, 'origin-refused'])
      expect(sharing(reply.headers)).toEqual([])
    }
    expect(services.assistant.asked).toEqual([])
  })

  test('nobody may ask where none is configured, and the message names the setting', async () => {
    const app = await open({ widgetOrigins: [] })
    const reply = await app.inject({ method: 'POST', url: '/v1/widget/token', headers: { origin: site } })
    expect(reply.statusCode).toBe(403)
    expect(reply.json().error.message).toContain(site)
    expect(reply.json().error.message).toContain('WIDGET_ORIGINS')
  })

  test('a preflight allows what the widget sends and nothing else', async () => {
    const app = await open()
    const headers = { origin: site, 'access-control-request-method': 'DELETE' }
    const reply = await app.inject({ method: 'OPTIONS', url: '/v1/widget/chat/stream', headers })
    expect([reply.statusCode, reply.body, reply.headers.vary]).toEqual([204, '', 'origin'])
    expect(Object.fromEntries(sharing(reply.headers))).toEqual({
      'access-control-allow-origin': site,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '7200',
    })
  })

  test('an allowed site may read no other route, with or without a cookie', async () => {
    const app = await open()
    const first = await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
    const url = `/v1/conversations/${first.json().conversationId}`
    const { paths } = (await app.inject('/docs/json')).json()
    const others = Object.keys(paths).filter((path) => !path.startsWith('/v1/widget/'))
    expect(others.length).toBeGreaterThan(15)
    for (const path of [...others, '/', '/mcp', '/metrics', url]) {
      for (const method of ['OPTIONS', 'GET', 'POST', 'DELETE'] as const) {
        const headers = { origin: site, 'access-control-request-method': 'POST' }
        const reply = await app.inject({ method, url: path, headers: path === url ? headers : { ...headers, cookie } })
        expect([path, sharing(reply.headers)]).toEqual([path, []])
        if (method === 'OPTIONS') expect([path, reply.statusCode]).toEqual([path, 404])
      }
    }
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(200)
  })

  test('what a page can send without a preflight asks nothing', async () => {
    const app = await open()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      for (const url of ['/v1/chat', '/v1/chat/stream', '/v1/feedback', '/v1/chat/completions']) {
        const headers = { origin: site, 'content-type': type }
        const reply = await app.inject({ method: 'POST', url, headers, payload: '{"message":"有哪些贷款？"}' })
        expect([url, type, reply.statusCode]).toEqual([url, type, 415])
      }
    }
    expect(services.assistant.asked).toEqual([])
  })
})

describe('the token of a visitor', () => {
  test('holds for half an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const app = await open()
    const { token, lifetimeSeconds } = await tokenFrom(app)
    expect(lifetimeSeconds).toBe(1800)
    vi.setSystemTime(Date.now() + 1799_000)
    expect((await app.inject(asking(token))).statusCode).toBe(200)
    vi.setSystemTime(Date.now() + 1000)
    const late = await app.inject(asking(token))
    expect([late.statusCode, late.json().error.code]).toEqual([401, 'visitor-token-invalid'])
    // The page may read why, and get a new one.
    expect(late.headers['access-control-allow-origin']).toBe(site)
    expect((await tokenFrom(app, site, { authorization: `Bearer ${token}` })).isNew).toBe(true)
  })

  test('renewed in time it stays the same visitor, up to half a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const app = await open()
    let { token } = await tokenFrom(app)
    const news: boolean[] = []
    for (let minutes = 20; minutes <= 12 * 60; minutes += 20) {
      vi.setSystemTime(Date.now() + 20 * 60_000)
      const renewed = await tokenFrom(app, site, { authorization: `Bearer ${token}` })
      token = renewed.token
      news.push(renewed.isNew)
    }
    expect(news.slice(0, -1)).toEqual(Array(35).fill(false))
    expect(news.at(-1)).toBe(true)
  })

  test('is of no use on another allowed site', async () => {
    const app = await open()
    const { token } = await tokenFrom(app)
    expect((await app.inject(asking(token, { origin: otherSite }))).statusCode).toBe(401)
    expect((await tokenFrom(app, otherSite, { authorization: `Bearer ${token}` })).isNew).toBe(true)
  })

  test('cannot be forged or left out', async () => {
    const app = await open()
    const { token } = await tokenFrom(app)
    const [payload = '', signature = ''] = token.split('.')
    const read = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const longer = Buffer.from(JSON.stringify({ ...read, until: read.until + 9999 })).toString('base64url')
    const foreign = await buildApp(sampleServices({ settings: { widgetOrigins, cookieSecret: 'x'.repeat(32) } }))
    const forged = [null, '', 'a.b', payload, `${payload}.`, `${longer}.${signature}`, foreign.signCookie(payload)]
    for (const each of [...forged, app.signCookie('bm90IGpzb24')])
      expect([each, (await app.inject(asking(each))).statusCode]).toEqual([each, 401])
    expect(services.assistant.asked).toEqual([])
  })

  test('and the token of an owner cannot stand for each other', async () => {
    const app = await open()
    const owned = await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const ownerToken = String(owned.headers['x-conversation-token'])
    expect((await app.inject(asking(ownerToken))).statusCode).toBe(401)
    const { token } = await tokenFrom(app)
    const headers = { authorization: `Bearer ${token}` }
    const payload = { message: '有哪些贷款？' }
    expect((await app.inject({ method: 'POST', url: '/v1/chat', headers, payload })).statusCode).toBe(401)
  })
})

describe('the conversation of a visitor', () => {
  test('can be continued and read by that visitor alone', async () => {
    const app = await open()
    const { token } = await tokenFrom(app)
    const stream = (await app.inject(asking(token))).body
    const conversationId = /"conversationId":"([^"]+)"/.exec(stream)?.[1] ?? ''
    expect((await app.inject(asking(token, { conversationId }))).statusCode).toBe(200)
    const url = `/v1/widget/conversations/${conversationId}`
    const read = (headers: Record<string, string>) => app.inject({ url, headers: { origin: site, ...headers } })
    const mine = await read({ authorization: `Bearer ${token}` })
    expect(ConversationReply.parse(mine.json()).turns).toHaveLength(2)
    expect(mine.headers['cache-control']).toBe('no-store')
    const other = await tokenFrom(app)
    expect((await read({ authorization: `Bearer ${other.token}` })).statusCode).toBe(404)
    expect((await app.inject(asking(other.token, { conversationId }))).statusCode).toBe(404)
    expect((await read({})).statusCode).toBe(401)
  })

  test('never belongs to the owner whose cookie the browser holds', async () => {
    const app = await open()
    const owned = await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const cookie = String(owned.headers['set-cookie']).split(';')[0] ?? ''
    const { token } = await tokenFrom(app)
    const headers = { origin: site, authorization: `Bearer ${token}`, cookie }
    const url = `/v1/widget/conversations/${owned.json().conversationId}`
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
    await app.inject({ ...asking(token), headers })
    const [byCookie, byToken] = services.assistant.asked.map(({ ownerId }) => ownerId)
    expect(byToken).not.toBe(byCookie)
  })
})

describe('the allowance', () => {
  test('of an address is shared with the page', async () => {
    const app = await open({ rateLimitPerMinute: 2 })
    const { token } = await tokenFrom(app)
    await app.inject(asking(token))
    await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const reply = await app.inject(asking(token))
    expect([reply.statusCode, reply.json().error.code]).toEqual([429, 'rate-limited'])
    expect(reply.headers['access-control-allow-origin']).toBe(site)
  })

  test('of a visitor holds wherever the visitor comes from', async () => {
    const app = await open({ rateLimitPerMinute: 2 })
    const { token } = await tokenFrom(app)
    const statuses: number[] = []
    for (const remoteAddress of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      statuses.push((await app.inject({ ...asking(token), remoteAddress })).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const other = await tokenFrom(app)
    expect((await app.inject({ ...asking(other.token), remoteAddress: '10.0.0.4' })).statusCode).toBe(200)
  })

  test('of tokens is limited for each address', async () => {
    const app = await open({ rateLimitPerMinute: 2 })
    const take = () => app.inject({ method: 'POST', url: '/v1/widget/token', headers: { origin: site } })
    expect([(await take()).statusCode, (await take()).statusCode, (await take()).statusCode]).toEqual([200, 200, 429])
  })
})

test('the script may be loaded by other sites, is checked at each visit, and nothing else is shared', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'widget-'))
  onTestFinished(() => rm(webFolder, { recursive: true }))
  await mkdir(join(webFolder, 'assets'))
  for (const name of ['widget.js', 'index.html', 'assets/index-1.js']) await writeFile(join(webFolder, name), '1')
  const app = await open({ webFolder })
  const { headers } = await app.inject('/widget.js')
  expect(headers).toMatchObject({
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'no-cache',
    'cross-origin-resource-policy': 'cross-origin',
    etag: expect.stringMatching(/./),
  })
  const again = await app.inject({ url: '/widget.js', headers: { 'if-none-match': String(headers.etag) } })
  expect(again.statusCode).toBe(304)
  for (const url of ['/', '/assets/index-1.js', '/v1/policies'])
    expect((await app.inject(url)).headers['cross-origin-resource-policy']).toBe('same-origin')
})
