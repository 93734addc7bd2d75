import type OpenAI from 'openai'
import { APIError } from 'openai'
import { describe, expect, test } from 'vitest'
import { connect, model, user } from './openai-client.ts'
import { failing } from './scripted-assistant.ts'

async function failureOf(promise: Promise<unknown>): Promise<InstanceType<typeof APIError>> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof APIError) return error
  throw new Error(`no error of the interface, but ${String(error)}`)
}

describe('an error', () => {
  const ask = (client: OpenAI, changes: object) =>
    client.chat.completions.create({ model, messages: [user('云帆贷额度多少')], ...changes } as never)
  const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }
  const tool = { type: 'function', function: { name: 'f', parameters: {} } }

  test.each([
    [{ model: 'gpt-5' }, 404, 'model', 'model_not_found', /没有模型“gpt-5”。请用 policy-navigator/],
    [{ messages: [] }, 400, 'messages', 'messages_without_question', /没有用户的消息/],
    [{ messages: [user('')] }, 400, 'messages', 'message_empty', /问题是空的/],
    [{ messages: [user('贷'.repeat(501))] }, 400, 'messages', 'message_too_long', /最多 500 个字/],
    [
      { messages: [{ role: 'user', content: [image] }] },
      400,
      'messages[0].content',
      'unsupported_content',
      /只能读文字/,
    ],
    [{ tools: [tool] }, 400, 'tools', 'unsupported_parameter', /不支持 tools/],
    [{ functions: [{ name: 'f' }] }, 400, 'functions', 'unsupported_parameter', /不支持 functions/],
    [{ n: 2 }, 400, 'n', 'unsupported_parameter', /不支持 n/],
    [{ response_format: { type: 'json_object' } }, 400, 'response_format', 'unsupported_parameter', /response_format/],
    [{ metadata: { asOf: '2026-02-30' } }, 400, 'metadata', 'request_invalid', /真实存在的日期/],
    [{ messages: 'hello' }, 400, 'messages', 'request_invalid', /messages/],
    [{ messages: [user('政'.repeat(400_000))] }, 413, 'messages', 'context_length_exceeded', /最多 1 MB/],
  ])('for %j has the shape of OpenAI', async (changes, status, param, code, message) => {
    const error = await failureOf(ask((await connect()).client, changes))
    expect(error).toMatchObject({ status, param, code, type: 'invalid_request_error' })
    expect(error.message).toMatch(message)
  })

  test('comes in the language of the client', async () => {
    const { client } = await connect()
    const english = { headers: { 'accept-language': 'en' } }
    const error = await failureOf(client.chat.completions.create({ model: 'x', messages: [] }, english))
    expect(error.message).toContain('There is no model "x"')
  })

  test('of too many questions says when to come back', async () => {
    const { client } = await connect({ settings: { rateLimitPerMinute: 1 } })
    await ask(client, {})
    const error = await failureOf(ask(client, {}))
    expect(error).toMatchObject({ status: 429, type: 'rate_limit_error', code: 'rate_limited' })
    expect(Number(error.headers?.get('retry-after'))).toBeGreaterThan(0)
  })

  test('in the middle of a stream reaches the reader and tells nothing else', async () => {
    const { client } = await connect({ script: failing('password is hunter2') })
    const stream = await client.chat.completions.create({ model, messages: [user('有哪些贷款')], stream: true })
    const error = await failureOf(Array.fromAsync(stream))
    expect(error).toMatchObject({ type: 'server_error', code: 'internal_error' })
    expect(error.message).toContain('管理员编号')
    expect(error.message).not.toContain('hunter2')
  })

  test('of ours is logged without what was asked', async () => {
    const lines: string[] = []
    const settings = { logLevel: 'info', logDestination: { write: (line: string) => lines.push(line) } }
    const { client } = await connect({ script: failing('choked on 我的电话是13800000000'), settings })
    await failureOf(ask(client, { messages: [user('我的电话是13800000000')] }))
    expect(lines.join('')).toContain('choked on [question]')
    expect(lines.join('')).not.toContain('13800000000')
  })
})
