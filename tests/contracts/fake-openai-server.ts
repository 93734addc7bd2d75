import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface ReceivedRequest {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  // Whatever the adapter sent; tests look into it.
  readonly body: Record<string, unknown>
  /** Resolves when the connection of this request is gone. */
  readonly closed: Promise<void>
}

export type Script = (reply: ServerResponse, request: ReceivedRequest) => void | Promise<void>

export interface FakeServer {
  readonly baseUrl: string
  readonly received: ReceivedRequest[]
  /** Answers each request with the next script; the last one stays. */
  play(...scripts: Script[]): void
}

/** An OpenAI-compatible server on this machine whose replies are scripted. */
export async function startFakeServer(...first: Script[]): Promise<FakeServer> {
  let scripts = first
  const received: ReceivedRequest[] = []
  const server = createServer(async (message, reply) => {
    const closed = new Promise<void>((resolve) => reply.once('close', () => resolve()))
    const body = JSON.parse((await text(message)) || '{}')
    const request = { path: message.url ?? '', headers: message.headers, body, closed }
    received.push(request)
    const script = scripts.length > 1 ? scripts.shift() : scripts[0]
    await script?.(reply, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo
  const play = (...next: Script[]) => {
    scripts = next
  }
  return { baseUrl: `http://127.0.0.1:${port}/v1`, received, play }
}

export function sendEvent(reply: ServerResponse, data: unknown): void {
  if (!reply.headersSent) reply.writeHead(200, { 'content-type': 'text/event-stream' })
  reply.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
}

export function chunk(delta: Record<string, unknown>, finish_reason: string | null = null, index = 0) {
  return { id: 'c1', object: 'chat.completion.chunk', choices: [{ index, delta, finish_reason }] }
}

const usage = { choices: [], usage: { prompt_tokens: 12, completion_tokens: 5, total_tokens: 17 } }

/** A whole reply in these pieces, as servers send it: a role first, usage last. */
export function streamed(pieces: readonly string[], ending = 'stop'): Script {
  return (reply) => {
    sendEvent(reply, chunk({ role: 'assistant', content: '' }))
    for (const content of pieces) sendEvent(reply, chunk({ content }))
    sendEvent(reply, chunk({}, ending))
    sendEvent(reply, usage)
    sendEvent(reply, '[DONE]')
    reply.end()
  }
}

export function failed(
  status: number,
  error: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Script {
  return (reply) => {
    reply.writeHead(status, { 'content-type': 'application/json', ...headers })
    reply.end(JSON.stringify({ error: { message: 'no', ...error } }))
  }
}

/** Sends these events and then nothing more, without ending. */
export function stalled(...events: unknown[]): Script {
  return (reply) => {
    for (const event of events) sendEvent(reply, event)
  }
}

export function raw(contentType: string, body: string): Script {
  return (reply) => {
    reply.writeHead(200, { 'content-type': contentType })
    reply.end(body)
  }
}
