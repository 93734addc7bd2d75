import { afterEach, describe, expect, test, vi } from 'vitest'
import { ConversationReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'
import { asking, openForSites, otherSite, site, tokenFrom, widgetOrigins } from './widget-visitor.ts'

afterEach(() => void vi.useRealTimers())

describe('the token of a visitor', () => {
  test('holds for half an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { app } = await openForSites()
    const { token, lifetimeSeconds } = await tokenFrom(app)
    expect(lifetimeSeconds).toBe(1800)
    vi.setSystemTime(Date.now() + 1799_000)
    expect((await app.inject(asking(token))).statusCode).toBe(200)
    vi.setSystemTime(Date.now() + 1000)
    const late = await app.inject(asking(token))
    expect([late.statusCode, late.json().error.code]).toEqual([401, 'visitor-token-invalid'])
    // The page may read why, and get a new one.
    expect(late.headers['access-control-allow-origin']).toBe(site)
    expect((await tokenFrom(app, site, token)).isNew).toBe(true)
  })

  test('renewed in time it stays the same visitor, up to half a day', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { app } = await openForSites()
    let { token } = await tokenFrom(app)
    const news: boolean[] = []
    for (let minutes = 20; minutes <= 12 * 60; minutes += 20) {
      vi.setSystemTime(Date.now() + 20 * 60_000)
      const renewed = await tokenFrom(app, site, token)
      token = renewed.token
      news.push(renewed.isNew)
    }
    expect(news.slice(0, -1)).toEqual(Array(35).fill(false))
    expect(news.at(-1)).toBe(true)
  })

  test('is of no use on another allowed site', async () => {
    const { app } = await openForSites()
    const { token } = await tokenFrom(app)
    expect((await app.inject(asking(token, { origin: otherSite }))).statusCode).toBe(401)
    expect((await tokenFrom(app, otherSite, token)).isNew).toBe(true)
  })

  test('cannot be forged or left out', async () => {
    const { app, services } = await openForSites()
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
    const { app } = await openForSites()
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
    const { app } = await openForSites()
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
    const { app, services } = await openForSites()
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
    const { app } = await openForSites({ rateLimitPerMinute: 2 })
    const { token } = await tokenFrom(app)
    await app.inject(asking(token))
    await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '有哪些贷款？' } })
    const reply = await app.inject(asking(token))
    expect([reply.statusCode, reply.json().error.code]).toEqual([429, 'rate-limited'])
    expect(reply.headers['access-control-allow-origin']).toBe(site)
  })

  test('of a visitor holds wherever the visitor comes from', async () => {
    const { app } = await openForSites({ rateLimitPerMinute: 2 })
    const { token } = await tokenFrom(app)
    const statuses: number[] = []
    for (const remoteAddress of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
      statuses.push((await app.inject({ ...asking(token), remoteAddress })).statusCode)
    expect(statuses).toEqual([200, 200, 429])
    const other = await tokenFrom(app)
    expect((await app.inject({ ...asking(other.token), remoteAddress: '10.0.0.4' })).statusCode).toBe(200)
  })

  test('of tokens is limited for each address', async () => {
    const { app } = await openForSites({ rateLimitPerMinute: 2 })
    const take = () => app.inject({ method: 'POST', url: '/v1/widget/token', headers: { origin: site } })
    expect([(await take()).statusCode, (await take()).statusCode, (await take()).statusCode]).toEqual([200, 200, 429])
  })
})
