import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Citation } from '../../src/answering/index.ts'
import { ChatReply, SharedReply, ShareReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { judgedTurn, sampleTurn } from '../contracts/conversation-store-samples.ts'
import { cookieOf } from './cookie-of.ts'
import { sampleServices } from './sample-services.ts'

const standing = '科技履约贷的授信企业，可按实际支付保费的50%获得保费补贴。'
let day = '2026-11-23'
let app: FastifyInstance
let services: ReturnType<typeof sampleServices>
beforeAll(async () => {
  services = { ...sampleServices(), today: () => day }
  app = await buildApp(services)
})
afterAll(() => app.close())

const ask = () => app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '科技履约贷有补贴吗？' } })
const open = (id: string) => app.inject({ url: `/v1/shared/${id}` })

/** An answer with a link, and the ways of its owner to it. */
async function shareAnswer() {
  const asked = await ask()
  const { conversationId, id } = ChatReply.parse(asked.json())
  const url = `/v1/conversations/${conversationId}/answers/${id}/share`
  const headers = { cookie: cookieOf(asked) }
  const share = async (withVerdicts = false) => {
    const reply = await app.inject({ method: 'POST', url, headers, payload: { withVerdicts } })
    expect(reply.statusCode).toBe(201)
    return ShareReply.parse(reply.json())
  }
  return { conversationId, answerId: id, url, headers, share, first: await share() }
}

describe('a link to an answer', () => {
  test('shows the answer as it was to anybody, and neither robots nor caches keep it', async () => {
    const { first } = await shareAnswer()
    expect(first).toMatchObject({ path: `/s/${first.id}`, sharedOn: '2026-11-23', until: '2027-02-21' })
    expect(Buffer.from(first.id, 'base64url').length * 8).toBeGreaterThanOrEqual(128)
    const reply = await open(first.id)
    expect(reply.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' })
    const { answer, checkedOn } = SharedReply.parse(reply.json())
    expect(answer).toMatchObject({ question: '科技履约贷有补贴吗？', asOf: '2026-11-23' })
    expect([answer.sentences.length, answer.citations.length, checkedOn]).toEqual([5, 5, '2026-11-23'])
  })

  test('leads nobody to the conversation or its owner', async () => {
    const { first, conversationId, answerId, headers } = await shareAnswer()
    const { body } = await open(first.id)
    const owner = decodeURIComponent(headers.cookie).split(/[=.]/)[1] ?? 'no owner'
    for (const secret of [conversationId, answerId, owner]) expect(body).not.toContain(secret)
  })

  test('is the only one of its answer', async () => {
    const { first, share, url, headers } = await shareAnswer()
    const second = await share(true)
    expect((await open(first.id)).statusCode).toBe(404)
    expect((await app.inject({ url, headers })).json()).toEqual(second)
  })

  test('can be withdrawn, and then says so', async () => {
    const { first, url, headers } = await shareAnswer()
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204)
    const reply = await open(first.id)
    expect(reply.json().error).toEqual({ code: 'share-unknown', message: expect.stringContaining('已撤回') })
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
    expect((await app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(404)
  })

  test('ends after its last day, and with its conversation', async () => {
    const { first, conversationId, headers } = await shareAnswer()
    day = '2027-02-22'
    expect((await open(first.id)).statusCode).toBe(404)
    day = '2026-11-23'
    expect((await open(first.id)).statusCode).toBe(200)
    await app.inject({ method: 'DELETE', url: `/v1/conversations/${conversationId}`, headers })
    expect((await open(first.id)).statusCode).toBe(404)
  })

  test('is made, seen and withdrawn by the owner alone', async () => {
    const { first, url } = await shareAnswer()
    const stranger = cookieOf(await ask())
    for (const headers of [{}, { cookie: stranger }]) {
      const replies = [
        await app.inject({ method: 'POST', url, headers, payload: {} }),
        await app.inject({ url, headers }),
        await app.inject({ method: 'DELETE', url, headers }),
      ]
      expect(replies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    }
    expect((await open(first.id)).statusCode).toBe(200)
  })

  test('has a limit to how often it can be tried', async () => {
    const limited = await buildApp(sampleServices({ settings: { rateLimitPerMinute: 2 } }))
    const codes = []
    for (const id of ['a', 'b', 'c']) codes.push((await limited.inject({ url: `/v1/shared/${id}` })).statusCode)
    await limited.close()
    expect(codes).toEqual([404, 404, 429])
  })
})

describe('a shared answer of a company', () => {
  async function sharedJudgement(withVerdicts: boolean) {
    const { conversationId, headers } = await shareAnswer()
    const turn = judgedTurn(conversationId)
    const owner = app.unsignCookie(decodeURIComponent(headers.cookie.split('=')[1] ?? '')).value ?? ''
    const notices = [
      { code: 'understood', text: '根据您说的：从业人数42人。', place: 'before' as const },
      { code: 'judged-eligible', text: '《贷款》：条件都符合。', place: 'before' as const },
      { code: 'draft', text: '《贷款》是草案。', place: 'before' as const },
    ]
    const sentences = turn.answer.sentences.map((sentence) => ({ ...sentence, heading: '符合 · 贷款' }))
    const answer = { ...turn.answer, reason: 'judge', notices, sentences }
    await services.conversations.append(conversationId, owner, { ...turn, answer })
    const url = `/v1/conversations/${conversationId}/answers/${answer.id}/share`
    const { id } = (await app.inject({ method: 'POST', url, headers, payload: { withVerdicts } })).json()
    return SharedReply.parse((await open(id)).json()).answer
  }

  test('tells nothing of the company unless the owner agrees', async () => {
    const answer = await sharedJudgement(false)
    expect(answer.notices.map(({ code }) => code)).toEqual(['draft'])
    expect(answer.verdicts).toEqual([])
    expect(new Set(answer.sentences.map(({ heading }) => heading))).toEqual(new Set(['科技履约贷（含保费补贴）']))
  })

  test('tells by consent what was concluded, but never what was said of the company', async () => {
    const answer = await sharedJudgement(true)
    expect(answer.notices.map(({ code }) => code)).toEqual(['judged-eligible', 'draft'])
    expect(answer.verdicts).toEqual([{ policyId: 'loan', title: '贷款', verdict: expect.any(String) }])
    expect(JSON.stringify([answer.notices, answer.verdicts])).not.toContain('42')
  })
})

describe('what has changed since', () => {
  async function changesOf(change: Partial<Citation>) {
    const { conversationId, headers } = await shareAnswer()
    const owner = app.unsignCookie(decodeURIComponent(headers.cookie.split('=')[1] ?? '')).value ?? ''
    const turn = sampleTurn(conversationId)
    const citations = turn.answer.citations.slice(0, 1).map((one) => ({ ...one, quote: standing, ...change }))
    const answer = { ...turn.answer, citations }
    await services.conversations.append(conversationId, owner, { ...turn, answer })
    const url = `/v1/conversations/${conversationId}/answers/${answer.id}/share`
    const { id } = (await app.inject({ method: 'POST', url, headers, payload: {} })).json()
    return SharedReply.parse((await open(id)).json()).changes
  }

  test('is nothing where policy and passage are as they were', async () => {
    expect(await changesOf({})).toEqual([])
  })

  test.each([
    ['the policy has expired', { policyId: 'old-loan' }, { kind: 'standing', standing: 'expired' }],
    ['the passage reads differently', { quote: '可按实际支付保费的60%' }, { kind: 'text', standing: 'in-force' }],
    ['the policy is gone', { policyId: 'gone' }, { kind: 'gone', standing: null }],
  ] as const)('is told where %s', async (_what, citation, expected) => {
    expect(await changesOf(citation)).toEqual([{ citation: '1', newer: null, ...expected }])
  })
})
