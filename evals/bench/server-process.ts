import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The real server in a process of its own. */
export interface ServerProcess {
  /** From the start of the process to the first complete answer. */
  readonly firstAnswerMs: number
  readonly address: string
  /** Throws unless the question is answered with status 200. */
  ask(question: string): Promise<void>
  memoryMb(): Promise<number>
  stop(): Promise<void>
}

interface Call {
  readonly port: number
  readonly agent: Agent
  readonly path: string
  readonly body?: string
}

const longestStartMs = 120_000

/** Starts the server on a data folder, without a limit on asking, and waits for its first answer. */
export async function startServer(dataFolder: string): Promise<ServerProcess> {
  const port = await freePort()
  const start = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/server/main.ts', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataFolder, PORT: String(port), HOST: '127.0.0.1', ...quiet },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const agent = new Agent({ keepAlive: true })
  const ask = async (message: string) => {
    await call({ port, agent, path: '/v1/chat', body: JSON.stringify({ message }) })
  }
  try {
    await waitForAnswer(child, ask)
  } catch (error) {
    await stop(child, agent)
    throw error
  }
  return {
    firstAnswerMs: performance.now() - start,
    address: `http://127.0.0.1:${port}/`,
    ask,
    memoryMb: async () => residentMb(await call({ port, agent, path: '/metrics' })),
    stop: () => stop(child, agent),
  }
}

const quiet = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'error' }

/** Until the server listens, connections are refused; that is no failure. */
async function waitForAnswer(child: ChildProcess, ask: (question: string) => Promise<void>): Promise<void> {
  const deadline = performance.now() + longestStartMs
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode} before it answered`)
    try {
      return await ask('科技履约贷的保费补贴是多少')
    } catch (error) {
      if (!isRefused(error)) throw error
      await wait(5)
    }
  }
  throw new Error(`no answer within ${longestStartMs} ms of starting the server`)
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
}

async function stop(child: ChildProcess, agent: Agent): Promise<void> {
  agent.destroy()
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const killing = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(killing)
}

/** `node:http` with kept connections: the load costs less of the shared processor than `fetch` does. */
async function call({ port, agent, path, body }: Call): Promise<string> {
  const sending = request({
    host: '127.0.0.1',
    port,
    agent,
    path,
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    timeout: 30_000,
  })
  sending.on('timeout', () => sending.destroy(new Error(`no reply from ${path} within 30 s`)))
  sending.end(body)
  // `once` promises the arguments of an event, which node's types leave open.
  const [reply] = (await once(sending, 'response')) as [IncomingMessage]
  const content = await text(reply)
  if (reply.statusCode !== 200) throw new Error(`${path} replied ${reply.statusCode}: ${content.slice(0, 200)}`)
  return content
}

function residentMb(metrics: string): number {
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}
