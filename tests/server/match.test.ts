import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPolicies } from '../../src/adapters/corpus-files.ts'
import { openMatchDesk } from '../../src/adapters/firm-lists/index.ts'
import type { MatchDesk } from '../../src/reading/index.ts'
import { MatchEvent } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { openEligibility } from '../../src/services.ts'
import { temporaryFolder } from '../adapters/temporary-folder.ts'
import { eventsOf, multipartForm } from './multipart.ts'
import { sampleServices } from './sample-services.ts'

const list =
  '企业名称,注册地,行业,从业人数,营业收入（万元）\n甲公司,长宁区,软件开发,42,3600\n乙公司,浦东新区,餐饮,-7,120\n'
const policies = await loadPolicies('corpus')
const openDesk = (limits = {}) => openMatchDesk({ corpusFolder: 'corpus', policies }, limits)
const eligibility = { ...(await openEligibility('corpus', policies)), readFacts: () => ({ firms: [], problems: [] }) }
const build = async (desk: MatchDesk, settings = {}) =>
  buildApp({ ...sampleServices({ settings }), eligibility, matchDesk: desk })

let app: FastifyInstance
beforeAll(async () => {
  app = await build(await openDesk())
})
afterAll(() => app.close())

const upload = (content: string | Buffer = list, fields: Record<string, string> = {}, name = '名单.csv') => ({
  method: 'POST' as const,
  url: '/v1/match',
  ...multipartForm({ name, content }, fields),
})

async function matched(fields: Record<string, string> = {}) {
  const reply = await app.inject(upload(list, { asOf: '2026-11-26', ...fields }))
  const events = eventsOf(reply.body).map((event) => MatchEvent.parse(event))
  const end = events.at(-1)
  if (end?.type !== 'match-end') throw new Error(`no match-end in ${reply.body}`)
  const authorization = `Bearer ${reply.headers['x-conversation-token']}`
  return { reply, events, end, fetch: (headers = { authorization }) => app.inject({ url: end.download, headers }) }
}

describe('matching an uploaded list', { timeout: 60_000 }, () => {
  test('tells how many firms there are, how far it is, and ends with a summary, the problems and an address', async () => {
    const { reply, events, end } = await matched()
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/event-stream; charset=utf-8'])
    expect(events[0]).toMatchObject({ type: 'match-start', firms: 2 })
    expect(events[1]).toEqual({ type: 'match-progress', done: 2, total: 2 })
    expect(end.summary).toMatchObject({ asOf: '2026-11-26', firms: 2, problems: 1 })
    expect(end.problems).toMatchObject([{ row: 3, column: '从业人数', value: '-7' }])
    expect(end.download).toMatch(/^\/v1\/match\/[0-9a-f-]{36}$/)
  })

  test('the result goes to its owner, once', async () => {
    const { fetch } = await matched()
    expect((await fetch({ authorization: '' })).statusCode).toBe(404)
    const stranger = await matched()
    expect(
      (await fetch({ authorization: `Bearer ${stranger.reply.headers['x-conversation-token']}` })).statusCode,
    ).toBe(404)
    const file = await fetch()
    expect(file.headers['content-type']).toContain('spreadsheetml')
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="match.xlsx"; filename*=UTF-8''${encodeURIComponent('政策匹配结果-2026-11-26.xlsx')}`,
    )
    expect(file.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04')
    expect(Number(file.headers['content-length'])).toBe(file.rawPayload.length)
    expect((await fetch()).json().error.code).toBe('match-result-unknown')
  })

  test('one policy finds its firms, as CSV', async () => {
    const { end, fetch } = await matched({ policyId: 'high-tech-enterprise', format: 'csv', locale: 'en' })
    expect(end.summary.policies).toBe(1)
    const { body, headers } = await fetch()
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(body).toMatch(/^\ufeffRank,Firm,/)
  })

  test('only verdicts that are asked for are listed', async () => {
    const { end } = await matched({ only: 'eligible' })
    expect(end.summary.rows).toBe(end.summary.counts.eligible)
  })
})

describe('a list that is not taken', { timeout: 60_000 }, () => {
  const big = Buffer.alloc(21 * 1024 * 1024, 'a')
  test.each([
    ['no file', { method: 'POST', url: '/v1/match', ...multipartForm(null) }, 400, 'list-missing', 'file'],
    ['JSON', { method: 'POST', url: '/v1/match', payload: { message: 'a' } }, 400, 'list-missing', 'file'],
    [
      'text',
      { method: 'POST', url: '/v1/match', payload: 'a', headers: { 'content-type': 'text/plain' } },
      400,
      'list-missing',
      'file',
    ],
    ['an empty file', upload(''), 400, 'list-empty', '名单.csv'],
    ['a PDF', upload('%PDF-1.7'), 415, 'list-type-unsupported', 'PDF'],
    ['no heading', upload('张三,123\n李四,456\n'), 400, 'list-header-unknown', '张三、123'],
    ['no firms', upload('企业名称,从业人数\n'), 400, 'list-without-firms', '只有表头'],
    ['too large', upload(big), 413, 'list-too-large', '20 MB'],
    ['an unknown policy', upload(list, { policyId: 'none' }), 404, 'match-policy-unknown', 'none'],
    ['a date that does not exist', upload(list, { asOf: '2026-02-30' }), 400, 'request-invalid', 'asOf'],
    ['an unknown format', upload(list, { format: 'pdf' }), 400, 'request-invalid', 'xlsx、csv'],
    ['an unknown field', upload(list, { colour: 'red' }), 400, 'request-invalid', 'colour'],
  ] as const)('because of %s is answered by a code and a way out', async (_, request, status, code, message) => {
    const reply = await app.inject(request)
    expect([reply.statusCode, reply.json().error.code]).toEqual([status, code])
    expect(reply.json().error.message).toContain(message)
  })

  test('is explained in English to whoever prefers it', async () => {
    const request = upload('')
    const reply = await app.inject({ ...request, headers: { ...request.headers, 'accept-language': 'en' } })
    expect(reply.json().error.message).toMatch(/^The file "名单.csv" is empty/)
  })

  test('leaves the limit of every other route as it was', async () => {
    const { payload, headers } = multipartForm({ name: 'a.csv', content: list })
    const reply = await app.inject({ method: 'POST', url: '/v1/chat', payload, headers })
    expect([reply.statusCode, reply.json().error.code]).toEqual([415, 'media-type-unsupported'])
  })
})

describe('limits', { timeout: 60_000 }, () => {
  test('too many rows are refused', async () => {
    const small = await build(await openDesk({ mostRows: 1 }))
    expect((await small.inject(upload())).json().error.code).toBe('list-too-many-rows')
    await small.close()
  })

  test('a list too many at a time is asked to come back, and matching counts as asking', async () => {
    const none = await build(await openDesk({ mostRunning: 0 }), { rateLimitPerMinute: 1 })
    const busy = await none.inject(upload())
    expect([busy.statusCode, busy.json().error.code]).toEqual([503, 'match-busy'])
    expect((await none.inject(upload())).json().error.code).toBe('rate-limited')
    await none.close()
  })

  test('results are kept for a while only, a few at a time, and go with the service', async () => {
    const desk = await openDesk({ mostKept: 1, keepMs: 50 })
    const wish = {
      ownerId: 'me',
      asOf: '2026-11-26',
      locale: 'zh-CN',
      policy: null,
      format: 'csv',
      only: ['eligible'],
    } as const
    const matchOnce = async () => {
      const received = await desk.receive(Readable.from([Buffer.from(list)]), 'a.csv')
      for await (const event of desk.match(received, wish, new AbortController().signal))
        if (event.type === 'match-end') return event.resultId
      return ''
    }
    const first = await matchOnce()
    expect(desk.find(first, 'me')).not.toBeNull()
    const second = await matchOnce()
    expect(desk.find(first, 'me')).toBeNull()
    await expect.poll(() => desk.find(second, 'me')).toBeNull()
    await desk.close()
  })
})

test('a client that goes away stops the work and leaves nothing behind', { timeout: 60_000 }, async () => {
  const folder = await temporaryFolder()
  const desk = await openDesk({ folder })
  const served = await build(desk)
  const address = await served.listen({ port: 0, host: '127.0.0.1' })
  const many = `企业名称,注册地,从业人数\n${Array.from({ length: 20_000 }, (_, index) => `企业${index},长宁区,${index}`).join('\n')}`
  const { payload, headers } = multipartForm({ name: 'many.csv', content: many })
  const client = new AbortController()
  const reply = await fetch(`${address}/v1/match`, { method: 'POST', body: payload, headers, signal: client.signal })
  const first = await reply.body?.pipeThrough(new TextDecoderStream()).getReader().read()
  expect(first?.value).toContain('event: match-start')
  client.abort()
  await expect.poll(() => filesIn(folder), { timeout: 10_000 }).toEqual([])
  await served.close()
})

async function filesIn(folder: string): Promise<string[]> {
  const [inner] = await readdir(folder)
  return inner ? readdir(join(folder, inner)) : []
}
