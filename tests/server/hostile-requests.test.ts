import { once } from 'node:events'
import { connect } from 'node:net'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ErrorReply } from '../../src/server/api.ts'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'

let app: FastifyInstance
beforeAll(async () => {
  app = await buildApp(sampleServices())
})
afterAll(() => app.close())

const json = { 'content-type': 'application/json' }
const id = '00000000-0000-4000-8000-000000000000'
const post = (payload: string | Buffer, headers: Record<string, string> = json): InjectOptions => ({
  method: 'POST',
  url: '/v1/chat',
  payload,
  headers,
})

const requests: [string, InjectOptions, number, string, string][] = [
  ['broken JSON', post('{"message":'), 400, 'body-not-json', '引号'],
  ['a poisoned prototype', post('{"message":"a","__proto__":{"x":1}}'), 400, 'body-not-json', 'JSON'],
  ['an empty body', post(''), 400, 'body-missing', '{"message"'],
  ['no body and no type', { method: 'POST', url: '/v1/chat' }, 400, 'request-invalid', '请求正文'],
  ['an array', post('[]'), 400, 'request-invalid', '请求正文'],
  ['null', post('null'), 400, 'request-invalid', '请求正文'],
  ['GBK bytes', post(Buffer.from([0x7b, 0x22, 0xce, 0xca, 0x22])), 400, 'body-not-utf8', 'UTF-8'],
  ['random bytes', post(Buffer.from([0xff, 0xfe, 0x00, 0x80])), 400, 'body-not-utf8', 'UTF-8'],
  ['an overlong body', post(JSON.stringify({ message: '长'.repeat(30_000) })), 413, 'body-too-large', '64 kB'],
  [
    'text/plain',
    post('{"message":"a"}', { 'content-type': 'text/plain' }),
    415,
    'media-type-unsupported',
    'application/json',
  ],
  [
    'a form',
    post('message=a', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'media-type-unsupported',
    'application/json',
  ],
  ['a missing message', post('{}'), 400, 'request-invalid', '缺少“message”'],
  ['a message that is a number', post('{"message":1}'), 400, 'request-invalid', '“message”应为文字'],
  ['an extra field', post('{"message":"a","mesage":"b"}'), 400, 'request-invalid', '“mesage”'],
  [
    'a date that does not exist',
    post('{"message":"a","asOf":"2026-02-30"}'),
    400,
    'request-invalid',
    '“asOf”应为真实存在的日期',
  ],
  ['a conversation id that is none', post('{"message":"a","conversationId":"1"}'), 400, 'request-invalid', 'UUID'],
  ['an unknown language', post('{"message":"a","locale":"fr"}'), 400, 'request-invalid', 'zh-CN、en'],
  [
    'an unknown conversation',
    post(`{"message":"a","conversationId":"${id}"}`),
    404,
    'conversation-unknown',
    '新的对话',
  ],
  ['an empty message', post('{"message":""}'), 400, 'message-empty', '问题是空的'],
  ['a message of 501 characters', post(JSON.stringify({ message: '长'.repeat(501) })), 400, 'message-too-long', '500'],
  [
    'a conversation id with SQL in it',
    { url: "/v1/conversations/1'%20or%201=1" },
    404,
    'conversation-unknown',
    '没有找到',
  ],
  ['a conversation id with a null byte', { url: '/v1/conversations/%00' }, 404, 'conversation-unknown', '没有找到'],
  [
    'a document id that is a path',
    { url: '/v1/documents/..%2F..%2Fetc%2Fpasswd' },
    404,
    'document-unknown',
    '没有编号',
  ],
  ['an id without end', { url: `/v1/policies/${'x'.repeat(5000)}` }, 404, 'route-unknown', '没有这个接口'],
  ['an unknown policy', { url: '/v1/policies/nothing' }, 404, 'policy-unknown', '“nothing”'],
  ['an unknown filter', { url: '/v1/policies?lvl=x' }, 400, 'request-invalid', '“lvl”'],
  ['a filter given twice', { url: '/v1/policies?level=district&level=national' }, 400, 'request-invalid', '“level”'],
  ['a wrong filter value', { url: '/v1/policies?level=city' }, 400, 'request-invalid', 'national、municipal、district'],
  ['a bad date in the address', { url: '/v1/policies?asOf=2026-13-01' }, 400, 'request-invalid', '“asOf”'],
  [
    'a comment that is too long',
    {
      method: 'POST',
      url: '/v1/feedback',
      payload: { conversationId: id, answerId: id, rating: 'up', comment: 'x'.repeat(501) },
    },
    400,
    'request-invalid',
    '“comment”最多 500',
  ],
  ['an unknown route', { url: '/v1/nothing' }, 404, 'route-unknown', 'GET /v1/nothing'],
  ['a wrong method', { method: 'PUT', url: '/v1/chat' }, 404, 'route-unknown', 'PUT /v1/chat'],
  ['a broken address', { url: '/v1/policies/%zz' }, 400, 'address-malformed', '%'],
  ['a page outside its folder', { url: '/..%2f..%2fpackage.json' }, 404, 'route-unknown', 'GET'],
]

describe('a hostile or mistaken request gets a clear error', () => {
  test.each(requests)('%s', async (_title, request, status, code, phrase) => {
    const reply = await app.inject(request)
    const { error } = ErrorReply.parse(reply.json())
    expect([reply.statusCode, error.code]).toEqual([status, code])
    expect(error.message).toContain(phrase)
    expect(reply.body).not.toMatch(/node_modules|\bat \w|FST_|Error:/)
  })

  test('all faults are named at once', async () => {
    const reply = await app.inject(post('{"message":1,"asOf":"x","foo":1,"bar":2}'))
    for (const field of ['message', 'asOf', 'foo', 'bar']) expect(reply.json().error.message).toContain(`“${field}”`)
  })

  test.each([
    ['{"message":"", "locale":"en"}', {}, 'The question is empty'],
    ['{"message":""}', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' }, 'The question is empty'],
    ['{"message":""}', { 'accept-language': 'fr, zh-TW;q=0.5, en;q=0.3' }, '问题是空的'],
    ['{"message":"", "locale":"zh-CN"}', { 'accept-language': 'en' }, '问题是空的'],
    ['{"message":""}', { 'accept-language': ';;;q=,,' }, '问题是空的'],
  ])('%s with %j is answered in the right language', async (body, headers, phrase) => {
    const reply = await app.inject(post(body, { ...json, ...headers }))
    expect(reply.json().error.message).toContain(phrase)
  })

  test('a request that is not HTTP gets an answer and no crash', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write('\0\x01\x02 garbage\r\n\r\n')
    const [data] = await once(socket, 'data')
    expect(String(data)).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"request-malformed"/)
    socket.destroy()
    expect((await app.inject('/healthz')).statusCode).toBe(200)
  })
})
