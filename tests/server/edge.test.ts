import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DocumentReply, PolicyList, PolicyReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'
import { failing } from './scripted-assistant.ts'

const question = { method: 'POST', url: '/v1/chat', payload: { message: '我的电话是13800000000' } } as const

describe('policies and documents', () => {
  test('each policy is listed with its standing on the date asked for', async () => {
    const app = await buildApp(sampleServices())
    const now = PolicyList.parse((await app.inject('/v1/policies')).json())
    expect(now.policies.map(({ id, standing }) => [id, standing])).toEqual([
      ['tech-performance-loan', 'in-force'],
      ['old-loan', 'expired'],
    ])
    const then = PolicyList.parse((await app.inject('/v1/policies?asOf=2025-06-01')).json())
    expect(then.policies.map(({ standing }) => standing)).toEqual(['in-force', 'in-force'])
  })

  test.each([
    ['level=district', ['old-loan']],
    ['kind=tax', []],
    [`part=${encodeURIComponent('科技创新')}`, ['tech-performance-loan', 'old-loan']],
    [`q=${encodeURIComponent('老贷款')}`, ['old-loan']],
    ['q=PERFORMANCE%20212', ['tech-performance-loan', 'old-loan']],
    ['q=nothing', []],
  ])('policies are found by %s', async (query, ids) => {
    const app = await buildApp(sampleServices())
    const { policies, total } = PolicyList.parse((await app.inject(`/v1/policies?${query}`)).json())
    expect(policies.map(({ id }) => id)).toEqual(ids)
    expect(total).toBe(ids.length)
  })

  test('a policy comes with its clauses, a document with its passages', async () => {
    const app = await buildApp(sampleServices())
    const policy = PolicyReply.parse((await app.inject('/v1/policies/old-loan')).json())
    expect([policy.standing, policy.clauses[0]?.anchor]).toEqual(['expired', 'premium-subsidy'])
    const document = DocumentReply.parse((await app.inject('/v1/documents/old-loan?asOf=2025-01-01')).json())
    expect([document.standing, document.sourceTitle]).toEqual(['in-force', '通知'])
    expect(document.passages[0]).toMatchObject({ anchor: 'premium-subsidy', headings: ['给什么'] })
  })
})

describe('limits', () => {
  test('who asks too often is told when to come back; both ways of asking share one allowance', async () => {
    const app = await buildApp(sampleServices({ settings: { rateLimitPerMinute: 2 } }))
    await app.inject(question)
    await app.inject({ ...question, url: '/v1/chat/stream' })
    const reply = await app.inject(question)
    expect([reply.statusCode, reply.json().error.code]).toEqual([429, 'rate-limited'])
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    expect(reply.json().error.message).toMatch(/请 \d+ 秒后再试/)
    expect((await app.inject('/v1/policies')).statusCode).toBe(200)
    expect((await app.inject({ ...question, remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
  })

  test('a client cannot escape the limit by a forged header, unless its proxy is trusted', async () => {
    const untrusting = await buildApp(sampleServices({ settings: { rateLimitPerMinute: 1 } }))
    const trusting = await buildApp(sampleServices({ settings: { rateLimitPerMinute: 1, trustProxy: true } }))
    const askAs = (client: string) => ({ ...question, headers: { 'x-forwarded-for': client } })
    await untrusting.inject(askAs('1.1.1.1'))
    await trusting.inject(askAs('1.1.1.1'))
    expect((await untrusting.inject(askAs('2.2.2.2'))).statusCode).toBe(429)
    expect((await trusting.inject(askAs('2.2.2.2'))).statusCode).toBe(200)
  })
})

describe('operation', () => {
  test('the log says what happened and never what was said', async () => {
    const lines: string[] = []
    const settings = { logLevel: 'info', logDestination: { write: (line: string) => lines.push(line) } } as const
    const script = failing('the model choked on 我的电话是13800000000')
    for (const services of [sampleServices({ settings }), sampleServices({ settings, script })]) {
      const app = await buildApp(services)
      await app.inject(question)
      await app.inject('/v1/policies?q=13800000000')
      await app.close()
    }
    const log = lines.join('')
    expect(log).toContain('"route":"/v1/chat","status":200')
    expect(log).toContain('"outcome":"answered"')
    expect(log).toContain('"outcome":"internal-error"')
    expect(log).toContain('the model choked on [question]')
    expect(log).not.toMatch(/13800000000|电话/)
  })

  test('the id in the message of an internal error is the id in its header', async () => {
    const script = failing('secret')
    const app = await buildApp(sampleServices({ script }))
    const reply = await app.inject(question)
    expect(reply.statusCode).toBe(500)
    expect(reply.json().error.message).toContain(reply.headers['x-request-id'])
    expect(reply.body).not.toContain('secret')
  })

  test('the server is ready only when every part is', async () => {
    const services = sampleServices()
    const parts = [{ name: 'index', ok: false, detail: 'is being built' }]
    const [ready, unready] = [await buildApp(services), await buildApp({ ...services, isReady: async () => parts })]
    expect((await ready.inject('/readyz')).json()).toMatchObject({ ready: true })
    const reply = await unready.inject('/readyz')
    expect([reply.statusCode, reply.json()]).toEqual([503, { ready: false, parts }])
    expect((await unready.inject('/healthz')).statusCode).toBe(200)
  })

  test('figures count answers by status and time each step', async () => {
    const app = await buildApp(sampleServices())
    await app.inject(question)
    const { body } = await app.inject('/metrics')
    expect(body).toContain('answers_total{status="answered",reason=""} 1')
    expect(body).toContain('answer_step_duration_seconds_count{step="retrieve"} 1')
    expect(body).toContain('http_request_duration_seconds_count{method="POST",route="/v1/chat",status="200"} 1')
  })

  test('every reply carries the security headers', async () => {
    const app = await buildApp(sampleServices())
    for (const url of ['/', '/v1/policies', '/v1/nothing', '/docs']) {
      const { headers } = await app.inject(url)
      expect(headers['content-security-policy']).toContain("default-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toContain('unsafe')
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test('the description of the interface names every route', async () => {
    const app = await buildApp(sampleServices())
    const { paths, openapi } = (await app.inject('/docs/json')).json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths).sort()).toEqual([
      '/healthz',
      '/readyz',
      '/v1/assessments',
      '/v1/changes',
      '/v1/chat',
      '/v1/chat/completions',
      '/v1/chat/stream',
      '/v1/conversations/{id}',
      '/v1/documents/{id}',
      '/v1/fact-questions',
      '/v1/facts',
      '/v1/feedback',
      '/v1/growth-path',
      '/v1/models',
      '/v1/policies',
      '/v1/policies/dates',
      '/v1/policies/{id}',
      '/v1/read',
      '/v1/size-class',
    ])
  })
})

describe('the page', () => {
  test('without a built page the root says how to build it', async () => {
    const reply = await (await buildApp(sampleServices())).inject('/')
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8'])
    expect(reply.body).toContain('npm run build')
  })

  test('files with a hash in their name are kept for ever, the page itself is checked each time', async () => {
    const webFolder = await mkdtemp(join(tmpdir(), 'web-'))
    await mkdir(join(webFolder, 'assets'))
    await writeFile(join(webFolder, 'index.html'), '<!doctype html>page')
    await writeFile(join(webFolder, 'assets', 'main-abc.js'), 'true')
    const app = await buildApp(sampleServices({ settings: { webFolder } }))
    const page = await app.inject('/?x=1')
    expect([page.statusCode, page.body, page.headers['cache-control']]).toEqual([
      200,
      '<!doctype html>page',
      'no-cache',
    ])
    const script = await app.inject('/assets/main-abc.js')
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const missing = await app.inject({ url: '/somewhere', headers: { accept: 'text/html' } })
    expect([missing.statusCode, missing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    await app.close()
    await rm(webFolder, { recursive: true })
  })
})
