import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { realTools } from '../tools/real-tools.ts'
import { sampleServices } from './sample-services.ts'

const real = realTools()
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(settings = {}, tools = real.tools): Promise<{ app: FastifyInstance; address: string }> {
  const app = await buildApp({ ...sampleServices({ settings }), tools })
  closing.push(() => app.close())
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

async function connect(settings = {}, tools = real.tools): Promise<Client> {
  const { address } = await start(settings, tools)
  const client = new Client({ name: 'test', version: '1.0.0' })
  // Holds: the SDK's own transport; its optional fields are typed more loosely than ours.
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', address)) as never)
  closing.push(() => client.close())
  return client
}

const list = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
const post = { method: 'POST', url: '/mcp', headers, payload: list } as const

describe('over HTTP, a client of MCP', () => {
  test('is told the rules and finds the four tools with their schemas', async () => {
    const client = await connect()
    expect(client.getInstructions()).toContain('不承诺获批')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(['search_policies', 'match_policies', 'read_profile', 'get_policy'])
    for (const { inputSchema, outputSchema, annotations } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(outputSchema?.type).toBe('object')
      expect(annotations?.readOnlyHint).toBe(true)
    }
  })

  test.each([
    ['search_policies', { query: '科技履约贷的保费补贴是多少' }, '《科技履约贷（含保费补贴）》，沪科〔2025〕212号'],
    ['match_policies', { text: '42人的软件公司，去年营收3600万' }, '可能符合'],
    ['read_profile', { text: '42人的软件公司' }, '从业人数：42人'],
    ['get_policy', { id: 'tech-performance-loan' }, '给什么 · 第6条'],
  ])('calls %s and gets text and the structure that was promised', async (name, values, expected) => {
    const client = await connect()
    // The client checks the structure against the schema once it has listed the tools.
    await client.listTools()
    const result = await client.callTool({ name, arguments: values })
    expect(result.isError).not.toBe(true)
    expect(result.structuredContent).toBeDefined()
    expect(result.content).toEqual([{ type: 'text', text: expect.stringContaining(expected) }])
  })

  test.each([
    ['get_policy', { id: 'no-such-policy' }, '没有编号为“no-such-policy”的政策'],
    ['match_policies', { profile: { headcount: 3 } }, '没有“headcount”这一项企业信息'],
    ['search_policies', { query: '贷款', asOf: '2026-02-30' }, 'asOf 应为真实存在的日期'],
  ])('learns from a tool error of %s what to change', async (name, values, expected) => {
    const result = await (await connect()).callTool({ name, arguments: values })
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining(expected) }] })
  })

  test('learns nothing of a fault that is ours', async () => {
    const lines: string[] = []
    const call = async () => {
      throw new Error('password is hunter2; they asked 科技履约贷')
    }
    const settings = { logLevel: 'info', logDestination: { write: (line: string) => lines.push(line) } } as const
    const client = await connect(settings, { ...real.tools, search: { ...real.tools.search, call } })
    const result = await client.callTool({ name: 'search_policies', arguments: { query: '科技履约贷' } })
    expect(result).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('服务出了问题') }] })
    expect(lines.join('')).toContain('they asked [question]')
  })

  test('is told of a tool that does not exist', async () => {
    await expect((await connect()).callTool({ name: 'rm', arguments: {} })).rejects.toThrow('没有工具 rm')
  })
})

describe('the MCP address', () => {
  test.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost.evil.example', 403],
    ['http://localhost:6274', 200],
  ])('called from a page of %s answers %i', async (origin, status) => {
    const { app } = await start()
    expect((await app.inject({ ...post, headers: { ...headers, origin } })).statusCode).toBe(status)
  })

  test('shares the allowance of asking, and takes one message at a time', async () => {
    const { app } = await start({ rateLimitPerMinute: 2 })
    const batch = await app.inject({ ...post, payload: [list, list] })
    expect([batch.statusCode, batch.json().error.message]).toEqual([400, '一次只能发送一条 JSON-RPC 消息。'])
    expect((await app.inject(post)).statusCode).toBe(200)
    expect((await app.inject(post)).statusCode).toBe(429)
    expect((await app.inject({ method: 'POST', url: '/v1/chat', payload: { message: '贷款' } })).statusCode).toBe(429)
  })

  test('keeps no sessions, takes no large bodies and nothing that is not JSON-RPC', async () => {
    const { app } = await start()
    const get = await app.inject({ method: 'GET', url: '/mcp', headers })
    expect([get.statusCode, get.headers.allow]).toEqual([405, 'POST'])
    const large = { ...list, params: { text: '政'.repeat(40_000) } }
    expect((await app.inject({ ...post, payload: large })).statusCode).toBe(413)
    expect((await app.inject({ ...post, payload: { hello: 1 } })).statusCode).toBe(400)
    expect((await app.inject(post)).headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
    expect((await app.inject(post)).headers).not.toHaveProperty('mcp-session-id')
  })

  test('is not there where no tools are', async () => {
    const app = await buildApp(sampleServices())
    expect((await app.inject(post)).statusCode).toBe(404)
  })
})
