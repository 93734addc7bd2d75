import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { asking, openForSites, otherSite, site, tokenFrom, widgetOrigins } from './widget-visitor.ts'

/** What a browser needs to see before it lets a page of another site read a reply. */
const sharing = (headers: Record<string, unknown>) =>
  Object.entries(headers).filter(([name]) => name.startsWith('access-control-'))

describe('the origin of a page', () => {
  test.each(widgetOrigins)('%s may ask, and is named alone, without cookies', async (origin) => {
    const { app } = await openForSites()
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
    const { app, services } = await openForSites()
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
    const { app } = await openForSites({ widgetOrigins: [] })
    const reply = await app.inject({ method: 'POST', url: '/v1/widget/token', headers: { origin: site } })
    expect(reply.statusCode).toBe(403)
    expect(reply.json().error.message).toContain(site)
    expect(reply.json().error.message).toContain('WIDGET_ORIGINS')
  })

  test('a preflight allows what the widget sends and nothing else', async () => {
    const { app } = await openForSites()
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
    const { app } = await openForSites()
    const first = await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? ''
    const url = `/v1/conversations/${first.json().conversationId}`
    const { paths } = (await app.inject('/docs/json')).json()
    const others = Object.keys(paths).filter((path) => !path.startsWith('/v1/widget/'))
    expect(others.length).toBeGreaterThan(15)
    for (const path of [...others, '/', '/mcp', '/metrics', url]) {
      for (const method of ['OPTIONS', 'GET', 'POST', 'DELETE'] as const) {
        // Would delete what is read at the end; a browser asks by OPTIONS first, which is refused.
        if (method === 'DELETE' && path === '/v1/conversations') continue
        const headers = { origin: site, 'access-control-request-method': 'POST' }
        const reply = await app.inject({ method, url: path, headers: path === url ? headers : { ...headers, cookie } })
        expect([path, sharing(reply.headers)]).toEqual([path, []])
        if (method === 'OPTIONS') expect([path, reply.statusCode]).toEqual([path, 404])
      }
    }
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(200)
  })

  test('what a page can send without a preflight asks nothing', async () => {
    const { app, services } = await openForSites()
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

test('the script may be loaded by other sites, is checked at each visit, and nothing else is shared', async () => {
  const webFolder = await mkdtemp(join(tmpdir(), 'widget-'))
  onTestFinished(() => rm(webFolder, { recursive: true }))
  await mkdir(join(webFolder, 'assets'))
  for (const name of ['widget.js', 'index.html', 'assets/index-1.js']) await writeFile(join(webFolder, name), '1')
  const { app } = await openForSites({ webFolder })
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
