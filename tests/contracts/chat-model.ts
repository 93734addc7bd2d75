import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ChatLimits } from '../../src/adapters/guarded-chat-model.ts'
import { chunk, failed, raw, type Script, sendEvent, stalled, streamed } from './fake-openai-server.ts'
import { type CreateChatModel, modelBefore, prompt, read, request, secretKey } from './served-chat-model.ts'

const Reply = z.object({ sentences: z.array(z.string()), tone: z.enum(['plain', 'formal']) })
const structured = { ...request, name: 'wording', schema: Reply }
const valid = '{"sentences":["补贴50%。"],"tone":"plain"}'
const endless: Script = (reply) => {
  const timer = setInterval(() => sendEvent(reply, chunk({ content: '无'.repeat(100) })), 1)
  reply.once('close', () => clearInterval(timer))
}
const brokenOff: Script = (reply) => {
  sendEvent(reply, chunk({ content: '前半' }))
  setTimeout(() => reply.destroy(), 20)
}
const begun = chunk({ content: '前半' })
const echo = { message: `bad request: ${secretKey} ${prompt}` }

/** What every chat model must do, whichever adapter makes it. */
export function describeChatModel(name: string, create: CreateChatModel): void {
  const serving = (scripts: Script[], limits?: Partial<ChatLimits>) => modelBefore(create, scripts, limits)

  describe(`a chat model: ${name}`, () => {
    it('streams the reply in its pieces and tells tokens, time and outcome', async () => {
      const { model, events } = await serving([streamed(['补贴', '50%', '。'])])
      expect(await read(model)).toEqual({ pieces: ['补贴', '50%', '。'], code: null, message: '' })
      expect(events).toEqual([
        { type: 'call-end', outcome: 'ok', firstTokenMs: expect.any(Number), inputTokens: 12, outputTokens: 5 },
      ])
    })

    it.each<[string, Script, string, string[]]>([
      ['a first token that does not come', stalled(chunk({ role: 'assistant', content: '' })), 'timeout', []],
      ['no answer at all', () => {}, 'timeout', []],
      ['a stall in the middle', stalled(begun), 'timeout', ['前半']],
      ['HTTP 500 each time', failed(500, echo), 'unavailable', []],
      ['HTTP 429 with a long wait', failed(429, echo, { 'retry-after': '60' }), 'rate-limited', []],
      ['no credit left', failed(429, { code: 'insufficient_quota' }), 'rate-limited', []],
      ['a page instead of an answer', raw('text/html', '<html><body>login</body></html>'), 'unavailable', []],
      ['garbage in the stream', raw('text/event-stream', 'data: {oops\n\n'), 'invalid-output', []],
      ['an empty reply', streamed([]), 'invalid-output', []],
      ['a model that is not there', failed(404, { code: 'model_not_found', ...echo }), 'unavailable', []],
      ['a wrong key', failed(401, { code: 'invalid_api_key', ...echo }), 'unavailable', []],
      ['a prompt that is too long', failed(400, { code: 'context_length_exceeded' }), 'too-long', []],
      ['a reply cut at its limit', streamed(['前半'], 'length'), 'too-long', ['前半']],
      ['a filtered reply', streamed(['前半'], 'content_filter'), 'refused', ['前半']],
      ['a connection that breaks off', brokenOff, 'unavailable', ['前半']],
    ])('reports %s', async (_, script, code, pieces) => {
      const { model, events } = await serving([script])
      expect(await read(model)).toMatchObject({ code, pieces })
      expect(events).toMatchObject([{ outcome: code }])
    })

    it('stops an endless reply at its limit, and the request behind it', async () => {
      const { model, server } = await serving([endless])
      const { code, pieces } = await read(model)
      expect(code).toBe('too-long')
      expect(pieces.join('').length).toBeLessThanOrEqual(request.maxTokens * 8)
      await server.received[0]?.closed
    })

    it('tries again what passes, before the first token only', async () => {
      const { model, server } = await serving([
        failed(500),
        failed(429, {}, { 'retry-after-ms': '5' }),
        streamed(['好']),
      ])
      expect(await read(model)).toMatchObject({ pieces: ['好'], code: null })
      server.play(brokenOff, streamed(['再来']))
      expect(await read(model)).toMatchObject({ pieces: ['前半'], code: 'unavailable' })
      expect(server.received).toHaveLength(4)
    })

    it('says nothing of what the model only thought', async () => {
      const thought = chunk({ reasoning_content: '用户想要…' })
      const { model } = await serving([
        (reply, received) => {
          sendEvent(reply, thought)
          return streamed(['答'])(reply, received)
        },
      ])
      expect((await read(model)).pieces).toEqual(['答'])
    })

    it('stops the request when whoever asked leaves, with their reason', async () => {
      const { model, server, events, breaker } = await serving([stalled(begun)], { betweenTokensMs: 5_000 })
      const controller = new AbortController()
      const reading = read(model, controller.signal)
      await expect.poll(() => server.received.length).toBe(1)
      controller.abort(new Error('left'))
      await expect(reading).rejects.toThrow('left')
      await server.received[0]?.closed
      expect(events).toMatchObject([{ outcome: 'aborted' }])
      expect(breaker.state()).toBe('closed')
      await expect(read(model, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
      expect(server.received).toHaveLength(1)
    })

    it('stops the request when the reader stops reading', async () => {
      const { model, server, events } = await serving([endless])
      for await (const _ of model.stream(request)) break
      await server.received[0]?.closed
      expect(events).toMatchObject([{ outcome: 'aborted' }])
    })

    it('waits for a slow reader without taking it for a stall', async () => {
      const { model } = await serving([streamed(['一', '二'])], { betweenTokensMs: 60 })
      const pieces: string[] = []
      for await (const piece of model.stream(request)) {
        pieces.push(piece)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      expect(pieces).toEqual(['一', '二'])
    })

    it('keeps to its number of calls at a time', async () => {
      const { model, server } = await serving([stalled(begun)], { concurrency: 1 })
      const readings = [read(model), read(model)]
      await expect.poll(() => server.received.length).toBe(1)
      server.play(streamed(['次']))
      expect((await Promise.all(readings)).map(({ code }) => code)).toEqual(['timeout', null])
    })

    it('keeps to the time of whoever asks, correction included, without holding it against the service', async () => {
      const slowly: Script = (reply, received) => {
        setTimeout(() => streamed(['{}'])(reply, received), 60)
      }
      const { model, events, breaker } = await serving([slowly, stalled(chunk({ role: 'assistant', content: '' }))])
      const askedAt = performance.now()
      const failure = await model.complete({ ...structured, timeoutMs: 120 }).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'timeout' })
      expect(performance.now() - askedAt).toBeLessThan(350)
      expect(events.at(-1)).toMatchObject({ outcome: 'timeout' })
      for (let i = 0; i < 3; i += 1) await model.complete({ ...structured, timeoutMs: 10 }).catch(() => {})
      expect(breaker.state()).toBe('closed')
    })

    it('after repeated failures is left alone', async () => {
      const { model, server, events, breaker } = await serving([failed(401)])
      for (let i = 0; i < 3; i += 1) await read(model)
      expect(breaker.state()).toBe('open')
      expect(await read(model)).toMatchObject({ code: 'circuit-open' })
      expect(server.received).toHaveLength(3)
      expect(events.at(-1)).toMatchObject({ outcome: 'circuit-open' })
    })

    it.each([
      ['plain', [valid]],
      ['in a code fence, in pieces', ['好的：\n```json\n', valid.slice(0, 9), valid.slice(9), '\n```']],
    ])('gives a value of the schema from JSON %s', async (_, pieces) => {
      const { model, server } = await serving([streamed(pieces)])
      expect(await model.complete(structured)).toEqual(JSON.parse(valid))
      expect(JSON.stringify(server.received[0]?.body.messages)).toContain('JSON Schema')
    })

    it('asks once more where the value does not fit, saying what was wrong', async () => {
      const { model, server } = await serving([streamed(['{"sentences":[1],"tone":"plain"}']), streamed([valid])])
      expect(await model.complete(structured)).toEqual(JSON.parse(valid))
      expect(JSON.stringify(server.received[1]?.body.messages)).toContain('sentences.0')
    })

    it('gives up where the value does not fit twice', async () => {
      const { model, server } = await serving([streamed([`抱歉，${secretKey}`])])
      const failure = await model.complete(structured).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'invalid-output', message: expect.not.stringContaining(secretKey) })
      expect(server.received).toHaveLength(2)
    })
  })
}
