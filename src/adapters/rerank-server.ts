import { z } from 'zod'
import { ModelError } from '../answering/index.ts'
import type { RerankerConfig } from '../config.ts'
import type { Reranker } from '../retrieval/index.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import { limitConcurrency, takeTurn } from './limit-concurrency.ts'
import { type CalledModel, modelErrorOf } from './model-failures.ts'
import { watchReply } from './reply-watch.ts'

export interface RerankGuards {
  readonly breaker: CircuitBreaker
  /** For one judgement, waiting for its turn included: an answer waits for it, and has an order without it. */
  readonly wholeMs: number
  /** Judgements at a time; the others wait in line. */
  readonly concurrency: number
}

/**
 * A reranker behind the `/rerank` interface that Jina, Cohere, vLLM, Xinference and others share. It is asked once,
 * as another try would take longer than the order is worth. Where whoever asked aborts, the reason of the signal
 * is thrown, else a `ModelError`.
 */
export function createRerankServer(
  settings: RerankerConfig,
  { breaker, wholeMs, concurrency }: RerankGuards,
): Reranker {
  const what = `重排模型 ${settings.model} `
  const inTurn = limitConcurrency(concurrency)
  return {
    name: settings.model,
    rerank: async (question, texts, signal) => {
      signal?.throwIfAborted()
      const pass = breaker.enter()
      if (!pass) throw new ModelError('circuit-open', `${what}连续失败，暂停使用，稍后自动重试。`)
      const watch = watchReply(what, wholeMs, signal)
      let endTurn = () => {}
      try {
        endTurn = await takeTurn(inTurn, watch.signal)
        const relevances = await ask(settings, what, { question, texts, signal: watch.signal })
        pass.succeed()
        return relevances
      } catch (error) {
        if (signal?.aborted) pass.forget()
        else pass.fail()
        throw watch.signal.aborted ? watch.signal.reason : error
      } finally {
        watch.stop()
        endTurn()
      }
    },
  }
}

interface Judgement {
  readonly question: string
  readonly texts: readonly string[]
  readonly signal: AbortSignal
}

async function ask({ baseUrl, model, apiKey }: RerankerConfig, what: string, { question, texts, signal }: Judgement) {
  const called: CalledModel = {
    what,
    settings: { url: 'RERANK_BASE_URL', model: 'RERANK_MODEL', key: 'RERANK_API_KEY' },
  }
  const documents = texts.map((text) => text.slice(0, mostCharacters))
  try {
    const response = await fetch(`${baseUrl}/rerank`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }) },
      body: JSON.stringify({ model, query: question, documents, top_n: documents.length }),
      signal,
    })
    if (!response.ok) throw Object.assign(new Error(), { status: response.status, headers: response.headers })
    if (response.headers.get('content-type')?.includes('html')) {
      const advice = '请检查 RERANK_BASE_URL（通常以 /v1 结尾）'
      throw new ModelError('unavailable', `${what}的网址返回的是网页，不是模型接口。${advice}。`)
    }
    return relevancesOf(await response.json(), texts.length, what)
  } catch (error) {
    throw modelErrorOf(error, called)
  }
}

/** Models of this kind read some 500 tokens; servers refuse what is much longer. */
const mostCharacters = 1_000

const Reply = z.object({ results: z.array(z.object({ index: z.int(), relevance_score: z.number() })) })

function relevancesOf(reply: unknown, count: number, what: string): number[] {
  const unusable = (found: string) => new ModelError('invalid-output', `${what}返回的评分不可用：${found}。`)
  const parsed = Reply.safeParse(reply)
  if (!parsed.success) throw unusable('不是约定的格式')
  const results = parsed.data.results.toSorted((one, other) => one.index - other.index)
  if (results.length !== count) throw unusable(`有 ${results.length} 个，应为 ${count} 个`)
  if (results.some(({ index }, i) => index !== i)) throw unusable('序号不全')
  const relevances = results.map(({ relevance_score }) => relevance_score)
  if (count > 1 && new Set(relevances).size === 1) throw unusable('全部相同')
  return relevances
}
