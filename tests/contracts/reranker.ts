import { describe, expect, it } from 'vitest'
import { createCircuitBreaker } from '../../src/adapters/circuit-breaker.ts'
import type { RerankGuards } from '../../src/adapters/rerank-server.ts'
import { ModelError } from '../../src/answering/index.ts'
import type { Reranker } from '../../src/retrieval/index.ts'
import { failed, raw, type Script, startFakeServer } from './fake-openai-server.ts'
import { judged, secretKey } from './fake-rerank-server.ts'

export type CreateReranker = (
  server: { readonly baseUrl: string; readonly apiKey: string },
  guards: RerankGuards,
) => Reranker

const question = '小微企业租金'
const texts = ['研发费用加计扣除。', '小微企业减免租金。', '企业贷款贴息。']
const echo = { message: `bad request: ${secretKey} ${question}` }

/** What every reranker must do, whichever adapter makes it. */
export function describeReranker(name: string, create: CreateReranker): void {
  async function serving(scripts: Script[], limits: Partial<RerankGuards> = {}) {
    const server = await startFakeServer(...scripts)
    const breaker = createCircuitBreaker({
      failures: 3,
      windowMs: 60_000,
      openMs: 60_000,
      now: () => performance.now(),
    })
    const guards = { breaker, wholeMs: 300, concurrency: 2, ...limits }
    return { server, breaker, reranker: create({ baseUrl: server.baseUrl, apiKey: secretKey }, guards) }
  }

  async function failureOf(reranker: Reranker): Promise<ModelError> {
    const failure: unknown = await reranker.rerank(question, texts).catch((error: unknown) => error)
    if (!(failure instanceof ModelError)) throw new Error('did not fail as a model does', { cause: failure })
    const told = [failure.message, failure.stack, JSON.stringify(failure), String(failure.cause)].join()
    expect(told).not.toContain(secretKey)
    expect(told).not.toContain(question)
    return failure
  }

  describe(`a reranker: ${name}`, () => {
    it('gives each text its relevance, in the order of the texts', async () => {
      const { reranker } = await serving([judged()])
      const relevances = await reranker.rerank(question, texts)
      expect(relevances).toHaveLength(texts.length)
      expect(relevances.indexOf(Math.max(...relevances))).toBe(1)
      expect(relevances.indexOf(Math.min(...relevances))).toBe(0)
    })

    it.each<[string, Script, string]>([
      ['no answer in time', () => {}, 'timeout'],
      ['an answer that stalls', (reply) => void reply.writeHead(200).write('{"results":['), 'timeout'],
      ['a connection that breaks off', (reply) => void reply.destroy(), 'unavailable'],
      ['HTTP 500', failed(500, echo), 'unavailable'],
      ['HTTP 429', failed(429, echo), 'rate-limited'],
      ['a wrong key', failed(401, echo), 'unavailable'],
      ['a model that is not there', failed(404, echo), 'unavailable'],
      ['a refused request', failed(422, echo), 'unavailable'],
      ['a page instead of an answer', raw('text/html', `<html>${secretKey}</html>`), 'unavailable'],
      ['garbage', raw('application/json', `{oops ${secretKey}`), 'invalid-output'],
      ['an answer of another kind', raw('application/json', '{"data":[]}'), 'invalid-output'],
      [
        'relevances that are no numbers',
        judged(([first, ...rest]) => [{ ...first, relevance_score: null }, ...rest]),
        'invalid-output',
      ],
      [
        'relevances beyond all numbers',
        raw('application/json', `{"results":[${texts.map((_, i) => `{"index":${i},"relevance_score":${i}e999}`)}]}`),
        'invalid-output',
      ],
      ['too few', judged((results) => results.slice(1)), 'invalid-output'],
      ['too many', judged((results) => [...results, { index: 3, relevance_score: 0 }]), 'invalid-output'],
      [
        'a text that it was not given',
        judged(([first, ...rest]) => [{ ...first, index: 3 }, ...rest]),
        'invalid-output',
      ],
      ['a text before the first', judged(([first, ...rest]) => [{ ...first, index: -1 }, ...rest]), 'invalid-output'],
      ['one text twice', judged((results) => results.map((result) => ({ ...result, index: 0 }))), 'invalid-output'],
      [
        'the same for all',
        judged((results) => results.map((result) => ({ ...result, relevance_score: 0 }))),
        'invalid-output',
      ],
    ])('reports %s', async (_, script, code) => {
      const { reranker } = await serving([script])
      expect((await failureOf(reranker)).code).toBe(code)
    })

    it('stops the request when whoever asked leaves, with their reason, and blames nobody', async () => {
      const { reranker, server, breaker } = await serving([() => {}], { wholeMs: 5_000 })
      for (let i = 1; i <= 3; i += 1) {
        const controller = new AbortController()
        const judging = reranker.rerank(question, texts, controller.signal)
        await expect.poll(() => server.received.length).toBe(i)
        controller.abort(new Error('left'))
        await expect(judging).rejects.toThrow('left')
        await server.received[i - 1]?.closed
      }
      expect(breaker.state()).toBe('closed')
      await expect(reranker.rerank(question, texts, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
      expect(server.received).toHaveLength(3)
    })

    it('keeps to its number of calls at a time, and lets none wait past its limit', async () => {
      const { reranker, server } = await serving([() => {}], { concurrency: 1 })
      const failures = await Promise.all([failureOf(reranker), failureOf(reranker)])
      expect(failures.map(({ code }) => code)).toEqual(['timeout', 'timeout'])
      expect(server.received).toHaveLength(1)
    })

    it('after repeated failures is left alone', async () => {
      const { reranker, server, breaker } = await serving([failed(500)])
      for (let i = 0; i < 3; i += 1) await failureOf(reranker)
      expect(breaker.state()).toBe('open')
      expect((await failureOf(reranker)).code).toBe('circuit-open')
      expect(server.received).toHaveLength(3)
    })
  })
}
