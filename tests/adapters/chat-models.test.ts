import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createLangchainChatModel } from '../../src/adapters/langchain-chat-model.ts'
import { createOpenAiChatModel } from '../../src/adapters/openai-chat-model.ts'
import { describeChatModel } from '../contracts/chat-model.ts'
import { chunk, failed, type Script, sendEvent, stalled, streamed } from '../contracts/fake-openai-server.ts'
import { LoopbackChatModel } from '../contracts/loopback-chat-model.ts'
import { modelBefore, read, request, secretKey } from '../contracts/served-chat-model.ts'

const createOpenAi: Parameters<typeof modelBefore>[0] = (server, guards) =>
  createOpenAiChatModel({ ...server, model: 'qwen-plus' }, guards)

describeChatModel('openai', createOpenAi)
describeChatModel('LangChain', (server, guards) =>
  createLangchainChatModel(new LoopbackChatModel(server), 'loopback', guards),
)

const serving = (...scripts: Script[]) => modelBefore(createOpenAi, scripts)
const structured = { ...request, name: 'wording', schema: z.object({ text: z.string() }) }

describe('the OpenAI-compatible model', () => {
  it('sends the model, the key, the token limit and no more than it needs', async () => {
    const { model, server } = await serving(streamed(['好']))
    await read(model)
    expect(server.received[0]).toMatchObject({
      path: '/v1/chat/completions',
      headers: { authorization: `Bearer ${secretKey}` },
      body: { model: 'qwen-plus', max_tokens: 100, temperature: 0, stream: true },
    })
    expect(server.received[0]?.body).not.toHaveProperty('response_format')
  })

  it('sends no key to a server that asks for none', async () => {
    const create: typeof createOpenAi = ({ baseUrl }, guards) =>
      createOpenAiChatModel({ baseUrl, apiKey: null, model: 'local' }, guards)
    const { model, server } = await modelBefore(create, [streamed(['好'])])
    await read(model)
    expect(server.received[0]?.headers.authorization).toBeUndefined()
  })

  it('reports a refusal field', async () => {
    const { model } = await serving(stalled(chunk({ refusal: 'I cannot help with that' })))
    expect(await read(model)).toMatchObject({ code: 'refused', pieces: [] })
  })

  it('reads one reply where a server sends two at once', async () => {
    const [own, other] = [chunk({ content: '甲' }), chunk({ content: '乙' }, 'length', 1)]
    const together = { ...own, choices: [...other.choices, ...own.choices] }
    const { model } = await serving((reply, received) => {
      for (const event of [together, other, together, chunk({ refusal: '丙' }, null, 1)]) sendEvent(reply, event)
      return streamed(['完'])(reply, received)
    })
    expect(await read(model)).toEqual({ pieces: ['甲', '甲', '完'], code: null, message: '' })
  })

  it('takes a reply without a number for the first', async () => {
    const unnumbered = (delta: object, finish_reason: string | null) => ({ choices: [{ delta, finish_reason }] })
    const { model } = await serving((reply) => {
      for (const event of [unnumbered({ content: '好' }, null), unnumbered({}, 'stop'), '[DONE]'])
        sendEvent(reply, event)
      reply.end()
    })
    expect(await read(model)).toMatchObject({ pieces: ['好'], code: null })
  })

  it('where no server listens says so, with the setting to check', async () => {
    const create: typeof createOpenAi = (_, guards) =>
      createOpenAiChatModel({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: null, model: 'local' }, guards)
    const { model } = await modelBefore(create, [])
    const { code, message } = await read(model)
    expect(code).toBe('unavailable')
    expect(message).toContain('LLM_BASE_URL')
  })

  it('asks for a schema, else for an object, else for text, and remembers what the server takes', async () => {
    const unknownFormat = failed(400, { message: "'response_format.type' is unavailable now" })
    const { model, server } = await serving(unknownFormat, unknownFormat, streamed(['{"text":"好"}']))
    expect(await model.complete(structured)).toEqual({ text: '好' })
    await model.complete(structured)
    const formats = server.received.map(({ body }) => z.object({ type: z.string() }).safeParse(body.response_format))
    expect(formats.map(({ data }) => data?.type)).toEqual(['json_schema', 'json_object', undefined, undefined])
    expect(await read(model)).toMatchObject({ code: null })
  })

  it('names the token limit as the server does, and leaves out what it does not take', async () => {
    const { model, server } = await serving(
      failed(400, { message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead." }),
      failed(400, { message: "Unsupported value: 'temperature' does not support 0" }),
      streamed(['好']),
    )
    expect(await read(model)).toMatchObject({ code: null })
    expect(server.received[2]?.body).toMatchObject({ max_completion_tokens: 100 })
    expect(server.received[2]?.body).not.toHaveProperty('temperature')
  })
})
