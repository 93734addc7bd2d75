import { once } from 'node:events'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/server/app.ts'
import { sampleServices } from './sample-services.ts'
import { failing, retrieved, type Script } from './scripted-assistant.ts'

let app: FastifyInstance | null = null
afterEach(() => app?.close())

async function listen(script: Script, settings = {}): Promise<string> {
  app = await buildApp(sampleServices({ script, settings }))
  return app.listen({ port: 0, host: '127.0.0.1' })
}

function askStream(address: string, signal: AbortSignal | null = null): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'accept-encoding': 'gzip' }
  return fetch(`${address}/v1/chat/stream`, { method: 'POST', body: '{"message":"有哪些贷款？"}', headers, signal })
}

/** Waits for its signal, as work for a slow model does. */
const untilAborted = (report: (reason: unknown) => void): Script =>
  async function* ({ signal }) {
    if (!signal?.aborted && signal) await once(signal, 'abort')
    report(signal?.reason)
    signal?.throwIfAborted()
    yield retrieved
  }

describe('the stream', () => {
  test('its first event arrives while the answer is still being made', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const address = await listen(async function* () {
      await promise
      yield retrieved
    })
    const reply = await askStream(address)
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader?.read())?.value).toMatch(/^event: answer-start\n/)
    resolve()
    let rest = ''
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) rest += part.value
    expect(rest).toContain('event: answer-end\n')
  })

  test('a browser that goes away stops the work', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const address = await listen(untilAborted(resolve))
    const browser = new AbortController()
    const reply = await askStream(address, browser.signal)
    await reply.body?.getReader().read()
    browser.abort()
    expect(await promise).toMatchObject({ name: 'AbortError' })
  })

  test('a program that stops waiting for a whole answer stops the work', async () => {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const address = await listen(untilAborted(resolve))
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write(
      'POST /v1/chat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 15\r\n\r\n{"message":"a"}',
    )
    await once(socket, 'connect')
    setImmediate(() => socket.destroy())
    expect(await promise).toMatchObject({ name: 'AbortError' })
  })

  test('an error in the middle is an event with code and message, and tells nothing else', async () => {
    const address = await listen(failing('password is hunter2'))
    const body = await (await askStream(address)).text()
    const [, data = ''] = /^event: error\ndata: (.*)$/m.exec(body) ?? []
    expect(JSON.parse(data)).toEqual({
      error: { code: 'internal-error', message: expect.stringContaining('管理员编号') },
    })
    expect(body).not.toContain('hunter2')
  })

  test('an answer that takes too long ends with an explanation', async () => {
    const address = await listen(
      untilAborted(() => {}),
      { answerTimeoutMs: 20 },
    )
    expect(await (await askStream(address)).text()).toContain('"code":"answer-timeout"')
  })

  test('a silent stream shows signs of life', async () => {
    const address = await listen(
      untilAborted(() => {}),
      { answerTimeoutMs: 200, heartbeatMs: 5 },
    )
    expect(await (await askStream(address)).text()).toContain('\n\n: waiting\n\n')
  })

  test('a slow reader holds the answer back instead of filling memory', async () => {
    let made = 0
    const big = '政'.repeat(100_000)
    const address = await listen(async function* () {
      for (; made < 500; made += 1)
        yield { type: 'sentence-ready', sentence: { text: big, citations: ['1'], heading: null } }
    })
    const reader = (await askStream(address)).body?.getReader()
    await reader?.read()
    let before = -1
    for (let round = 0; round < 200 && before !== made; round += 1) {
      before = made
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(made).toBeLessThan(400)
    let bytes = 0
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) bytes += part.value.length
    expect(made).toBe(500)
    expect(bytes).toBeGreaterThan(500 * 290_000)
  })
})
