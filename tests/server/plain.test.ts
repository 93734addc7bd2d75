import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerEvent } from '../../src/answering/index.ts'
import { buildApp } from '../../src/server/app.ts'
import { html } from '../../src/server/plain/html.ts'
import { prose } from '../../src/server/plain/prose.ts'
import { type SampleServices, sampleServices } from './sample-services.ts'

const hostile = `"><script>alert('1')</script><img src=x onerror=alert(1)>&amp;</textarea>`

let services: SampleServices
let app: FastifyInstance
beforeAll(async () => {
  services = sampleServices()
  app = await buildApp(services)
})
afterAll(() => app.close())

function send(fields: Record<string, string>, headers: Record<string, string> = {}, to = app) {
  return to.inject({
    method: 'POST',
    url: '/plain',
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
  })
}

describe('the page without scripts', () => {
  test('a form is answered with a page whose marks lead to quotes', async () => {
    const reply = await send({ message: '有补贴吗？' })
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(reply.headers['cache-control']).toBe('no-store')
    const targets = [...reply.body.matchAll(/href="#(.+?)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(0)
    for (const id of targets) expect(reply.body).toContain(`id="${id}"`)
    expect(reply.body).toContain('<blockquote')
  })

  test('it has no script and no style of its own', async () => {
    const { body } = await send({ message: '有补贴吗？' })
    expect(body).not.toMatch(/<script|<style| style=| on\w+=/)
  })

  test('the next question continues the conversation of the same visitor', async () => {
    const first = await send({ message: '有哪些贷款？' })
    const conversationId = /name="conversationId" value="(.+?)"/.exec(first.body)?.[1] ?? ''
    const cookie = String(first.headers['set-cookie']).split(';', 1)[0] ?? ''
    const second = await send({ message: '额度呢？', conversationId }, { cookie })
    expect(second.statusCode).toBe(200)
    expect(services.assistant.asked.at(-1)).toMatchObject({ conversationId, message: '额度呢？' })
    const foreign = await send({ message: '额度呢？', conversationId })
    expect(foreign.statusCode).toBe(404)
    expect(foreign.body).toContain('会开始新的对话')
    expect(foreign.body).not.toContain(conversationId)
  })

  test('what a visitor writes is shown as text', async () => {
    const answered = await send({ message: hostile })
    const refused = await send({ message: hostile.repeat(20) })
    const prefilled = await app.inject({ url: '/plain', query: { q: hostile } })
    expect([answered, refused, prefilled].map(({ statusCode }) => statusCode)).toEqual([200, 400, 200])
    for (const { body } of [answered, refused, prefilled]) {
      expect(body).not.toMatch(/<script|<img/)
      expect(body).toContain('&lt;script&gt;alert(&#39;1&#39;)')
    }
  })

  test('whatever an answer holds is shown as text, and only addresses of the web are links', async () => {
    const bad = sampleServices({ script: endingWith(hostile) })
    const other = await buildApp(bad)
    const { body, statusCode } = await send({ message: '好' }, {}, other)
    expect(statusCode).toBe(200)
    expect(body).not.toMatch(/<script|<img|javascript:/)
    expect(body.split('&lt;script&gt;').length).toBeGreaterThan(8)
    await other.close()
  })

  test('a table of a passage is a table with header cells, and its marks follow it', async () => {
    const rows = '评分如下：\n\n| 项 | 满分 |\n|---|:--|\n| 专利<b> | 20分 |\n| 研发 | 10分 |'
    const other = await buildApp(sampleServices({ script: endingWith(rows) }))
    const { body } = await send({ message: '好' }, {}, other)
    const table = `<table>
<thead><tr><th scope="col">项</th><th scope="col">满分</th></tr></thead>
<tbody><tr><td>专利&lt;b&gt;</td><td>20分</td></tr><tr><td>研发</td><td>10分</td></tr></tbody>
</table></div>`
    expect(body).toContain(
      `<p class="prose">评分如下：</p><div class="table-frame" tabindex="0">${table}<p class="prose"><a`,
    )
    expect(body).toMatch(/<blockquote lang="zh-CN"><p class="prose">评分如下：<\/p><div class="table-frame"/)
    await other.close()
  })

  test('bars that make no table stay text', () => {
    expect(prose('| 不是表 |\n后面的话').markup).toBe('<p class="prose">| 不是表 |</p><p class="prose">后面的话</p>')
    expect(prose('').markup).toBe('')
  })

  test('an empty question is refused with what to do, in the language of the form', async () => {
    const chinese = await send({ message: ' ', locale: 'zh-CN' })
    const english = await send({ message: ' ', locale: 'en' })
    expect([chinese.statusCode, english.statusCode]).toEqual([400, 400])
    expect(chinese.body).toContain('问题是空的')
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toContain('The question is empty')
  })

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '', origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': '', origin: 'null' },
  ])('a form of another website is not answered: %o', async ({ 'sec-fetch-site': site, ...headers }) => {
    const before = services.assistant.asked.length
    const reply = await app.inject({
      method: 'POST',
      url: '/plain',
      payload: 'message=x',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
        ...(site === '' ? {} : { 'sec-fetch-site': site }),
      },
    })
    expect([reply.statusCode, services.assistant.asked.length]).toEqual([400, before])
    expect(reply.body).toContain('来自别的网站')
  })

  test('a question that comes too soon stays in the box', async () => {
    const limited = await buildApp(sampleServices({ settings: { rateLimitPerMinute: 1 } }))
    await send({ message: '第一问' }, {}, limited)
    const reply = await send({ message: '第二问' }, {}, limited)
    expect(reply.statusCode).toBe(429)
    expect(reply.body).toMatch(/提问太频繁[\s\S]*<textarea[^>]*>\n第二问<\/textarea>/)
    await limited.close()
  })

  test('the language is the one of the address, else of the browser', async () => {
    const asked = await app.inject({ url: '/plain?lang=en', headers: { 'accept-language': 'zh' } })
    const preferred = await app.inject({ url: '/plain', headers: { 'accept-language': 'en-GB' } })
    const unknown = await app.inject({ url: '/plain?lang=xx' })
    expect([asked, preferred, unknown].map(({ body }) => /<html lang="(.+?)"/.exec(body)?.[1])).toEqual([
      'en',
      'en',
      'zh-CN',
    ])
  })

  test('other routes still take JSON only', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await app.inject({ method: 'POST', url: '/v1/chat', payload: 'message=x', headers })
    expect(reply.statusCode).toBe(415)
  })
})

test('a template escapes texts and keeps mark-up', () => {
  const inner = html`<b>${'<&>'}</b>`
  expect(html`<p title="${'"'}">${[inner, null, false, 3]}</p>`.markup).toBe(
    '<p title="&quot;"><b>&lt;&amp;&gt;</b>3</p>',
  )
})

/** An answer with the same text wherever there can be one. */
function endingWith(text: string) {
  return async function* (_request: unknown, answer: Extract<AnswerEvent, { type: 'answer-end' }>['answer']) {
    const citations = answer.citations.map((citation) => ({
      ...citation,
      title: text,
      clause: text,
      quote: text,
      documentNumber: text,
      sourceTitle: text,
      sourceUrl: 'javascript:alert(1)',
    }))
    const sentences = answer.sentences.map((sentence) => ({ ...sentence, text, heading: text }))
    const notices = [{ code: 'x', text, place: 'before' as const }]
    const factQuestion = { facts: ['employees'], text, replies: [{ label: text, message: text }] }
    const changed = { ...answer, citations, sentences, notices, factQuestion, suggestions: [text] }
    yield { type: 'answer-end' as const, answer: changed }
  }
}
