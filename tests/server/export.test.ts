import type { FastifyInstance } from 'fastify'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ChatReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { cookieOf } from './cookie-of.ts'
import { sampleServices } from './sample-services.ts'

let app: FastifyInstance
let headers: { cookie: string }
let conversationId: string
let answerId: string
beforeAll(async () => {
  app = await buildApp(sampleServices())
  const ask = (payload: object) => app.inject({ method: 'POST', url: '/v1/chat', payload, headers: headers ?? {} })
  const first = await ask({ message: '有哪些贷款？' })
  headers = { cookie: cookieOf(first) }
  const answer = ChatReply.parse(first.json())
  conversationId = answer.conversationId
  answerId = answer.id
  await ask({ message: '额度呢？', conversationId })
})
afterAll(() => app.close())

const fetchExport = (query: Record<string, string>, sent: Record<string, string> = headers) =>
  app.inject({ url: `/v1/conversations/${conversationId}/export`, query, headers: sent })

describe('the export of a conversation', () => {
  test('is a Markdown file of all its answers, named by the day', async () => {
    const reply = await fetchExport({ format: 'md' })
    expect(reply.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': expect.stringContaining(encodeURIComponent('惠企政策通-问答记录-2026-11-23.md')),
    })
    expect(reply.body.match(/^## .+$/gm)).toEqual(['## 有哪些贷款？', '## 额度呢？'])
    expect(reply.body).toContain('沪科〔2025〕212号')
  })

  test('can be of one answer alone, in the language asked for', async () => {
    const { body } = await fetchExport({ format: 'md', answerId, locale: 'en' })
    expect(body.match(/^## .+$/gm)).toEqual(['## 有哪些贷款？'])
    expect(body).toContain('### Clauses cited')
  })

  test('is a Word file with headings, lists and quotes', async () => {
    const reply = await fetchExport({ format: 'docx' })
    expect(reply.headers['content-type']).toContain('wordprocessingml')
    const { value, messages } = await mammoth.convertToHtml({ buffer: reply.rawPayload })
    expect(value.match(/<h1>.*?<\/h1>/g)?.map((heading) => heading.replace(/<.*?>/g, ''))).toContain('额度呢？')
    expect(value).toMatch(/<li>.*50万元。\[1\]<\/li>/)
    expect(value).toContain('<strong>[1] 科技履约贷（含保费补贴） · 沪科〔2025〕212号 · 给什么 · 第4条</strong>')
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  })

  test('is given to the owner alone, and only of answers that are there', async () => {
    for (const format of ['md', 'docx']) {
      expect((await fetchExport({ format }, {})).statusCode).toBe(404)
      expect((await fetchExport({ format, answerId: crypto.randomUUID() })).statusCode).toBe(404)
    }
    expect((await fetchExport({ format: 'pdf' })).statusCode).toBe(400)
  })
})
