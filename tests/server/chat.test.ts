import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConversationStore } from '../../src/adapters/pglite-conversations.ts'
import type { ConversationStore } from '../../src/answering/index.ts'
import { ChatReply, ConversationReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { cookieOf } from './cookie-of.ts'
import { type SampleServices, sampleServices } from './sample-services.ts'

let folder: string
let conversations: ConversationStore
let services: SampleServices
let app: FastifyInstance
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'))
  conversations = await openConversationStore(folder)
  services = sampleServices({ conversations })
  app = await buildApp(services)
}, 60_000)
afterAll(async () => {
  await app.close()
  await conversations.close()
  await rm(folder, { recursive: true, force: true })
})

function ask(payload: object, headers: Record<string, string> = {}) {
  return app.inject({ method: 'POST', url: '/v1/chat', payload, headers })
}

describe('asking', () => {
  test('a question is answered with the whole answer, as of today', async () => {
    const reply = await ask({ message: '科技履约贷有补贴吗？' })
    expect(reply.statusCode).toBe(200)
    expect(ChatReply.parse(reply.json())).toMatchObject({ status: 'answered', asOf: '2026-11-23' })
  })

  test('date, language and profile are taken along', async () => {
    await ask({ message: '有补贴吗？', asOf: '2025-01-02', locale: 'en', profile: { employees: 12 } })
    const profile = { employees: { value: 12, evidence: '', turn: 0 } }
    expect(services.assistant.asked.at(-1)).toMatchObject({ asOf: '2025-01-02', locale: 'en', profile })
  })

  test('the stream carries the events of the same answer, each under its name', async () => {
    const reply = await app.inject({ method: 'POST', url: '/v1/chat/stream', payload: { message: '有补贴吗？' } })
    expect(reply.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    const frames = reply.body.trimEnd().split('\n\n')
    const names = frames.map((frame) => /^event: (.*)$/m.exec(frame)?.[1])
    expect(names.filter((name, index) => name !== names[index - 1])).toEqual([
      'answer-start',
      'step-end',
      'citation-ready',
      'sentence-ready',
      'answer-end',
    ])
    const last = JSON.parse(frames.at(-1)?.replace(/^event: .*\ndata: /, '') ?? '')
    expect(last.type).toBe('answer-end')
    expect(ChatReply.parse(last.answer).status).toBe('answered')
  })

  test.each(['/v1/chat', '/v1/chat/stream'])(
    '%s refuses a question that cannot be taken with an ordinary error',
    async (url) => {
      const reply = await app.inject({ method: 'POST', url, payload: { message: '  ' } })
      expect(reply.statusCode).toBe(400)
      expect(reply.headers['content-type']).toContain('application/json')
      expect(reply.json()).toEqual({ error: { code: 'message-empty', message: expect.stringContaining('问题是空的') } })
      expect(reply.headers['set-cookie']).toBeUndefined()
    },
  )
})

describe('owners', () => {
  test('a first question makes an owner, whose cookie scripts cannot read', async () => {
    const reply = await ask({ message: '有哪些贷款？' })
    const cookie = String(reply.headers['set-cookie'])
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(reply.headers['x-conversation-token']).toMatch(/^[0-9a-f-]{36}\../)
  })

  test('later questions keep the owner and set no new cookie', async () => {
    const first = await ask({ message: '有哪些贷款？' })
    const { conversationId } = ChatReply.parse(first.json())
    const second = await ask({ message: '额度呢？', conversationId }, { cookie: cookieOf(first) })
    expect(second.statusCode).toBe(200)
    expect(second.headers['set-cookie']).toBeUndefined()
    const kept = await app.inject({ url: `/v1/conversations/${conversationId}`, headers: { cookie: cookieOf(first) } })
    const { turns } = ConversationReply.parse(kept.json())
    expect(turns.map(({ question }) => question)).toEqual(['有哪些贷款？', '额度呢？'])
    expect(kept.headers['cache-control']).toBe('no-store')
  })

  test('behind https the cookie travels by https only', async () => {
    const secure = await buildApp(sampleServices({ settings: { trustProxy: 'loopback' } }))
    const headers = { 'x-forwarded-proto': 'https' }
    const reply = await secure.inject({ method: 'POST', url: '/v1/chat', payload: { message: '好' }, headers })
    expect(String(reply.headers['set-cookie'])).toContain('; Secure')
    await secure.close()
  })

  test('the token does for programs what the cookie does for browsers', async () => {
    const first = await ask({ message: '有哪些贷款？' })
    const { conversationId } = ChatReply.parse(first.json())
    const headers = { authorization: `Bearer ${first.headers['x-conversation-token']}` }
    const kept = await app.inject({ url: `/v1/conversations/${conversationId}`, headers })
    expect(kept.statusCode).toBe(200)
  })

  test('a forged token is refused, and the message says what to do', async () => {
    const reply = await ask({ message: '好' }, { authorization: `Bearer ${crypto.randomUUID()}.AAAA` })
    expect(reply.statusCode).toBe(401)
    expect(reply.json().error.code).toBe('token-invalid')
  })

  test('nobody reads, continues, rates or deletes the conversation of another: it looks unknown', async () => {
    const [mine, other] = [await ask({ message: '有哪些贷款？' }), await ask({ message: '有哪些贷款？' })]
    const { conversationId, id: answerId } = ChatReply.parse(mine.json())
    const url = `/v1/conversations/${conversationId}`
    for (const headers of [
      {},
      { cookie: cookieOf(other) },
      { cookie: `policy-navigator-owner=${conversationId}.AAAA` },
    ]) {
      const payload = { conversationId, answerId, rating: 'up' }
      const replies = [
        await app.inject({ url, headers }),
        await app.inject({ method: 'DELETE', url, headers }),
        await app.inject({ method: 'POST', url: '/v1/feedback', payload, headers }),
        await ask({ message: '额度呢？', conversationId }, headers),
      ]
      expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
    }
    const unknown = await app.inject({ url: `/v1/conversations/${crypto.randomUUID()}` })
    const foreign = await app.inject({ url, headers: { cookie: cookieOf(other) } })
    expect(foreign.json()).toEqual(unknown.json())
  })

  test('an owner can rate an answer and delete the conversation', async () => {
    const reply = await ask({ message: '有哪些贷款？' })
    const { conversationId, id: answerId } = ChatReply.parse(reply.json())
    const headers = { cookie: cookieOf(reply) }
    const payload = { conversationId, answerId, rating: 'down', reason: 'wrong', comment: '金额\0不对' }
    const rated = await app.inject({ method: 'POST', url: '/v1/feedback', payload, headers })
    expect([rated.statusCode, rated.body]).toEqual([204, ''])
    const url = `/v1/conversations/${conversationId}`
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204)
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
  })
})
