import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { createMcpServer, type PolicyTools } from '../../tools/index.ts'
import { ErrorReply } from '../api.ts'
import { errorReply } from '../errors.ts'

export interface McpOptions {
  readonly tools: PolicyTools
  readonly limitAsking: onRequestAsyncHookHandler[]
}

/** MCP over streamable HTTP without sessions: each request has a server of its own, and is answered at once. */
export const mcpRoutes: FastifyPluginAsyncZod<McpOptions> = async (api, { tools, limitAsking }) => {
  api.post('/mcp', {
    schema: {
      summary: 'MCP（streamable HTTP，无会话）',
      description: '工具：search_policies、match_policies、read_profile、get_policy。',
      tags: ['MCP'],
      response: { 200: z.unknown().describe('JSON-RPC'), '4xx': z.unknown(), '5xx': ErrorReply },
    },
    onRequest: [refuseForeignPages, ...limitAsking],
    handler: (request, reply) => answerCall(request, reply, tools),
  })

  api.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    schema: { hide: true },
    exposeHeadRoute: false,
    handler: (_request, reply) =>
      reply.status(405).header('allow', 'POST').send(fault('没有会话和推送：请用 POST 发送 JSON-RPC。')),
  })
}

/** Programs send no origin; a web page does, and only one on this machine may call (DNS rebinding). */
async function refuseForeignPages({ headers }: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const host = headers.origin === undefined ? 'localhost' : URL.parse(headers.origin)?.hostname
  if (host === 'localhost' || host === '127.0.0.1' || host === '[::1]') return
  return reply.status(403).send(fault('不接受来自其他网页的调用。'))
}

async function answerCall(request: FastifyRequest, reply: FastifyReply, tools: PolicyTools): Promise<unknown> {
  // One call a request, so that the limit counts calls; the protocol has dropped batches.
  if (Array.isArray(request.body)) return reply.status(400).send(fault('一次只能发送一条 JSON-RPC 消息。'))
  const { WebStandardStreamableHTTPServerTransport } = await import(
    '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
  )
  // `errorReply` logs the fault and leaves out what was asked.
  const server = await createMcpServer(tools, (error) => errorReply(error, request))
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
  // A client that goes away stops the work: closing aborts the signal of the call.
  reply.raw.once('close', () => void server.close())
  await server.connect(transport)
  const called = await transport.handleRequest(webRequest(request), { parsedBody: request.body })
  reply.status(called.status)
  for (const [name, value] of called.headers) reply.header(name, value)
  return reply.serializer(String).send(await called.text())
}

function webRequest({ headers, url }: FastifyRequest): Request {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
  )
  return new Request(new URL(url, 'http://localhost'), { method: 'POST', headers: plain })
}

/** An error of JSON-RPC that belongs to no call. */
function fault(message: string) {
  return { jsonrpc: '2.0', error: { code: -32_000, message }, id: null }
}
