import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from 'vitest'
import { runCli, sharedFolder } from './run-cli.ts'

const data = sharedFolder()

test('an MCP client starts the command and calls the tools', { timeout: 60_000 }, async () => {
  const env = { DATA_DIR: data.path, CORPUS_DIR: 'corpus', PATH: process.env.PATH ?? '' }
  const args = ['src/cli/main.ts', 'mcp']
  const client = new Client({ name: 'test', version: '1.0.0' })
  const faults: Error[] = []
  client.onerror = (error) => faults.push(error)
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore' }))
  expect((await client.listTools()).tools).toHaveLength(4)
  const calls = [
    ['search_policies', { query: '科技履约贷的保费补贴是多少' }, '沪科〔2025〕212号'],
    ['match_policies', { text: '42人的软件公司' }, '可能符合'],
    ['read_profile', { text: '42人的软件公司' }, '从业人数：42人'],
    ['get_policy', { id: 'tech-performance-loan', asOf: '2026-11-23' }, '给什么 · 第6条'],
    ['get_policy', { id: 'no-such-policy' }, '没有编号为“no-such-policy”的政策'],
  ] as const
  for (const [name, values, expected] of calls) {
    const { content } = await client.callTool({ name, arguments: values })
    expect(content).toEqual([{ type: 'text', text: expect.stringContaining(expected) }])
  }
  await client.close()
  expect(faults).toEqual([])
})

test('standard output holds the protocol and nothing else, and the end of input ends the command', {
  timeout: 60_000,
}, async () => {
  const call = { method: 'tools/call', params: { name: 'read_profile', arguments: { text: '42人' } } }
  const messages = [
    {
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    },
    { method: 'notifications/initialized' },
    { id: 2, ...call },
  ]
  const input = messages.map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`).join('')
  const { code, output, errors } = await runCli(data.path, ['mcp'], input)
  expect(code).toBe(0)
  const replies = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(replies.map(({ id }) => id)).toEqual([1, 2])
  expect(errors).toContain('MCP 服务已就绪')
})
