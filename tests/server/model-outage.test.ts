import type { FastifyInstance } from 'fastify'
import OpenAI from 'openai'
import { afterEach, describe, expect, test } from 'vitest'
import { createCircuitBreaker } from '../../src/adapters/circuit-breaker.ts'
import { createOpenAiChatModel } from '../../src/adapters/openai-chat-model.ts'
import { buildApp } from '../../src/server/app.ts'
import { observeModel } from '../../src/server/metrics.ts'
import { sampleAssistant } from '../answering/sample-assistant.ts'
import { chunk, failed, type Script, sendEvent, startFakeServer, streamed } from '../contracts/fake-openai-server.ts'
import { sampleServices } from './sample-services.ts'

const first = '从业人员不超过300人的企业可以申请云帆贷。[P2]\n'
const second = '云帆贷单户额度最高500万元，另外灵犀企业贴息50%。[P3]\n'
const wrong = '云帆贷单户额度最高900万元。[P3]\n'
const question = '云帆贷要什么条件，给多少'

let app: FastifyInstance | null = null
afterEach(() => app?.close())

/** The real HTTP interface, pipeline and adapter before a scripted model; its circuit follows a clock set by hand. */
async function serving(...scripts: Script[]) {
  const model = await startFakeServer(...scripts)
  const clock = { ms: 0 }
  const breaker = createCircuitBreaker({
    ...{ failures: 2, windowMs: 60_000, openMs: 30_000, now: () => clock.ms },
    onChange: (state) => observeModel({ type: 'circuit-change', state }),
  })
  const limits = { firstTokenMs: 5_000, betweenTokensMs: 5_000, wholeMs: 10_000, attempts: 1, concurrency: 2 }
  const chatModel = createOpenAiChatModel(
    { baseUrl: model.baseUrl, apiKey: null, model: 'sample' },
    { limits: { ...limits, maxTokens: 1_000 }, breaker, observe: observeModel },
  )
  const { assistant } = sampleAssistant(undefined, [], chatModel)
  const server = await buildApp({ ...sampleServices(), assistant, openConversation: () => assistant })
  app = server
  return { server, model, clock }
}

async function ask(server: FastifyInstance) {
  const reply = await server.inject({ method: 'POST', url: '/v1/chat', payload: { message: question } })
  return reply.json()
}

async function metric(server: FastifyInstance, name: string): Promise<number> {
  const { body } = await server.inject({ url: '/metrics' })
  const line = body.split('\n').find((one) => one.startsWith(`${name} `))
  return Number(line?.split(' ').at(-1) ?? 0)
}

/** A model that goes on with its second sentence only once the first was shown. */
async function servingInSteps() {
  const { promise: wasShown, resolve: show } = Promise.withResolvers<void>()
  const { server } = await serving(async (reply) => {
    sendEvent(reply, chunk({ content: first }))
    await wasShown
    sendEvent(reply, chunk({ content: second }, 'stop'))
    reply.end('data: [DONE]\n\n')
  })
  return { server, show, address: await server.listen({ port: 0, host: '127.0.0.1' }) }
}

test('the page gets a sentence while the model is still writing the next', async () => {
  const { address, show } = await servingInSteps()
  const reply = await fetch(`${address}/v1/chat/stream`, {
    method: 'POST',
    body: JSON.stringify({ message: question, asOf: '2026-11-23' }),
    headers: { 'content-type': 'application/json' },
  })
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of reply.body ?? []) {
    text += decoder.decode(part, { stream: true })
    if (text.includes('从业人员不超过300人的企业')) show()
  }
  expect(text.match(/^event: answer-end$/gm)).toHaveLength(1)
  expect(text.indexOf('可以申请云帆贷')).toBeLessThan(text.indexOf('另外灵犀企业贴息50%'))
})

test("OpenAI's client gets it then too, with the sources at the end", async () => {
  const { address, show } = await servingInSteps()
  const client = new OpenAI({ baseURL: `${address}/v1`, apiKey: 'not needed', maxRetries: 0 })
  const messages = [{ role: 'user' as const, content: question }]
  let text = ''
  for await (const { choices } of await client.chat.completions.create({
    model: 'policy-navigator',
    messages,
    stream: true,
  })) {
    text += choices[0]?.delta.content ?? ''
    if (text.includes('从业人员不超过300人的企业')) show()
  }
  expect(text.indexOf('可以申请云帆贷')).toBeLessThan(text.indexOf('另外灵犀企业贴息50%'))
  expect(text).toMatch(/\n\n依据：\n\[1\] 《云帆贷》/)
})

describe('the metrics', () => {
  test('count the sentences of the model by what became of them', async () => {
    const { server } = await serving(streamed([first, wrong, second]))
    const answer = await ask(server)
    expect(answer.modelCalls).toMatchObject([{ step: 'word', outcome: 'ok', accepted: 2, dropped: { figure: 1 } }])
    expect(await metric(server, 'llm_sentences_total{result="accepted"}')).toBe(2)
    expect(await metric(server, 'llm_sentences_total{result="figure"}')).toBe(1)
    expect(await metric(server, 'llm_steps_total{step="word",outcome="ok"}')).toBe(1)
  })

  test('show a circuit that opens after failures, spares the model, and closes when it is back', async () => {
    const { server, model, clock } = await serving(failed(401), failed(401), streamed([first]))
    await ask(server)
    expect(await metric(server, 'llm_circuit_open')).toBe(0)
    await ask(server)
    expect(await metric(server, 'llm_circuit_open')).toBe(1)
    const spared = await ask(server)
    expect(spared).toMatchObject({ status: 'answered', modelCalls: [{ outcome: 'circuit-open' }] })
    expect(model.received).toHaveLength(2)
    expect(await metric(server, 'llm_calls_total{outcome="circuit-open"}')).toBe(1)
    clock.ms += 30_000
    expect(await ask(server)).toMatchObject({ modelCalls: [{ outcome: 'ok', accepted: 1 }] })
    expect(model.received).toHaveLength(3)
    expect(await metric(server, 'llm_circuit_open')).toBe(0)
  })
})
