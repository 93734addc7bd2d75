import { ModelError } from '../answering/index.ts'
import { type EmbeddingModel, RetrievalError } from '../retrieval/index.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { limitConcurrency } from './limit-concurrency.ts'
import { PassingModelError } from './model-failures.ts'
import type { OpenAiServer } from './openai-client.ts'
import { createEmbeddingServer, type EmbeddingServer } from './openai-embedding-server.ts'

export interface OpenAiEmbeddingSettings extends OpenAiServer {
  readonly model: string
  /** Null for as many as the model gives by itself. */
  readonly dimension: number | null
  /** Texts per request; some services take no more than ten. */
  readonly batchSize: number
  readonly limits?: EmbeddingLimits
}

export interface EmbeddingLimits {
  readonly attempts: number
  /** For one batch of passages, over all tries. */
  readonly documentsMs: number
  /** For a question: an answer waits for it, and has the keyword leg without it. */
  readonly questionMs: number
  readonly concurrency: number
}

const usualLimits: EmbeddingLimits = { attempts: 4, documentsMs: 60_000, questionMs: 3_000, concurrency: 4 }

/**
 * An embedding model behind an OpenAI-compatible interface. One short request checks address, key, model and
 * dimension. A server that is down is no obstacle where the dimension is known: `warning` says so.
 */
export async function openOpenAiEmbeddings(
  settings: OpenAiEmbeddingSettings,
): Promise<{ readonly model: EmbeddingModel; readonly warning: string | null }> {
  const server = createEmbeddingServer(settings)
  try {
    const { dimension } = await server.habits()
    return { model: modelOf(settings, server, dimension), warning: null }
  } catch (error) {
    const isDown = error instanceof ModelError && (error instanceof PassingModelError || error.code === 'timeout')
    if (isDown && settings.dimension !== null)
      return { model: modelOf(settings, server, settings.dimension), warning: error.message }
    throw error instanceof ModelError ? checkFailed(error, isDown) : error
  }
}

function checkFailed(error: ModelError, isDown: boolean): RetrievalError {
  const way = isDown ? '若要在它恢复之前启动，请设置 EMBEDDING_DIMENSION；' : ''
  const message = `${error.message}${way}也可删去 EMBEDDING_BASE_URL 和 EMBEDDING_MODEL，改用内置的离线向量。`
  return new RetrievalError('embedding-failed', message, { cause: error })
}

function modelOf(
  { model, batchSize, limits = usualLimits }: OpenAiEmbeddingSettings,
  server: EmbeddingServer,
  dimension: number,
): EmbeddingModel {
  const inTurn = limitConcurrency(limits.concurrency)
  const embed = async (texts: readonly string[], limit: { attempts: number; timeoutMs: number }) => {
    const asked = texts.filter((text) => text.trim() !== '')
    const batches = Array.from({ length: Math.ceil(asked.length / batchSize) }, (_, i) =>
      asked.slice(i * batchSize, (i + 1) * batchSize),
    )
    const vectors = (await Promise.all(batches.map((batch) => inTurn(() => server.embed(batch, limit))))).flat()
    // Services refuse a text without characters; like the built-in model, it is similar to nothing.
    return texts.map((text) => (text.trim() === '' ? null : vectors.shift()) ?? new Array<number>(dimension).fill(0))
  }
  return {
    name: `api:${model}`,
    dimension,
    embeddings: {
      embedDocuments: (texts) => embed(texts, { attempts: limits.attempts, timeoutMs: limits.documentsMs }),
      embedQuery: sparingly(
        async (text) => (await embed([text], { attempts: 2, timeoutMs: limits.questionMs }))[0] ?? [],
      ),
    },
  }
}

/** Where the server keeps failing, questions go without it at once instead of waiting for it each time. */
function sparingly<Result>(ask: (text: string) => Promise<Result>): (text: string) => Promise<Result> {
  const breaker = createCircuitBreaker({ failures: 5, windowMs: 60_000, openMs: 30_000, now: () => performance.now() })
  return async (text) => {
    const pass = breaker.enter()
    if (!pass) throw new ModelError('circuit-open', '向量模型连续失败，暂停使用，稍后自动重试。')
    try {
      const result = await ask(text)
      pass.succeed()
      return result
    } catch (error) {
      pass.fail()
      throw error
    }
  }
}
