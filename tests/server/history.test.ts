import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ChatReply, ConversationList } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { cookieOf } from './cookie-of.ts'
import { sampleServices } from './sample-services.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await buildApp(sampleServices())
})
afterAll(() => app.close())

const ask = (message: string, cookie = '', conversationId?: string) =>
  app.inject({ method: 'POST', url: '/v1/chat', payload: { message, conversationId }, headers: { cookie } })
const list = async (cookie: string, after?: string) => {
  const reply = await app.inject({ url: '/v1/conversations', query: after ? { after } : {}, headers: { cookie } })
  expect(reply.headers['cache-control']).toBe('no-store')
  return ConversationList.parse(reply.json())
}

describe('one’s own conversations', () => {
  test('are listed by their first question, with how many questions followed', async () => {
    const first = await ask(`有哪些贷款？${'很长的话'.repeat(40)}`)
    const cookie = cookieOf(first)
    const { conversationId } = ChatReply.parse(first.json())
    await ask('额度呢？', cookie, conversationId)
    const { conversations, next } = await list(cookie)
    expect(conversations).toEqual([
      {
        id: conversationId,
        question: expect.stringMatching(/^有哪些贷款？.{74}…$/),
        askedAt: expect.any(String),
        turnCount: 2,
      },
    ])
    expect(next).toBeNull()
  })

  test('come in pages that together hold each of them once', async () => {
    const cookie = cookieOf(await ask('第 0 问'))
    for (let index = 1; index < 25; index++) await ask(`第 ${index} 问`, cookie)
    const page = await list(cookie)
    const rest = await list(cookie, page.next ?? '')
    const ids = [...page.conversations, ...rest.conversations].map(({ id }) => id)
    expect([page.conversations.length, new Set(ids).size, rest.next]).toEqual([20, 25, null])
  })

  test('are nobody else’s: a stranger sees none and deletes none', async () => {
    const [mine, other] = [cookieOf(await ask('有哪些贷款？')), cookieOf(await ask('减税呢？'))]
    for (const cookie of ['', other, `${mine}A`]) {
      const reply = await app.inject({ method: 'DELETE', url: '/v1/conversations', headers: { cookie } })
      expect(reply.statusCode).toBe(200)
    }
    expect((await list('')).conversations).toEqual([])
    expect((await list(mine)).conversations).toHaveLength(1)
  })

  test('can all be deleted at once', async () => {
    const cookie = cookieOf(await ask('有哪些贷款？'))
    await ask('减税呢？', cookie)
    const reply = await app.inject({ method: 'DELETE', url: '/v1/conversations', headers: { cookie } })
    expect(reply.json()).toEqual({ removed: 2 })
    expect((await list(cookie)).conversations).toEqual([])
  })

  test('a page that does not exist is refused with what to send instead', async () => {
    const cookie = cookieOf(await ask('有哪些贷款？'))
    const reply = await app.inject({ url: '/v1/conversations?after=nonsense', headers: { cookie } })
    expect([reply.statusCode, reply.json().error.code]).toEqual([400, 'page-unknown'])
  })
})

describe('a corrected question', () => {
  test('takes the place of the earlier one and of what followed it', async () => {
    const first = await ask('有哪些贷款？')
    const cookie = cookieOf(first)
    const { conversationId, id } = ChatReply.parse(first.json())
    await ask('额度呢？', cookie, conversationId)
    const payload = { message: '有哪些补贴？', conversationId, replaces: id }
    const reply = await app.inject({ method: 'POST', url: '/v1/chat', payload, headers: { cookie } })
    expect(reply.statusCode).toBe(200)
    const kept = await app.inject({ url: `/v1/conversations/${conversationId}`, headers: { cookie } })
    expect(kept.json().turns.map(({ question }: { question: string }) => question)).toEqual(['有哪些补贴？'])
    const again = await app.inject({ method: 'POST', url: '/v1/chat', payload, headers: { cookie } })
    expect([again.statusCode, again.json().error.code]).toEqual([409, 'question-unknown'])
  })
})
