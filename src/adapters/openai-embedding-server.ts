import type { OpenAI } from 'openai'
import { z } from 'zod'
import { ModelError } from '../answering/index.ts'
import { RetrievalError } from '../retrieval/index.ts'
import { type CalledModel, modelErrorOf } from './model-failures.ts'
import { createOpenAiClient, type OpenAiServer } from './openai-client.ts'
import { retryCall } from './retry-calls.ts'

/** How the model of this server is asked for vectors of the wanted length. */
interface Habits {
  readonly dimension: number
  /** Some models shorten their vectors on request; others refuse to be asked, even for their own length. */
  readonly sendsDimension: boolean
}

export interface EmbeddingServer {
  /** Found out with the first request that gets through. */
  habits(): Promise<Habits>
  /** One checked vector per text, in their order. */
  embed(texts: readonly string[], limit: Parameters<typeof retryCall>[1]): Promise<number[][]>
}

const check = { attempts: 2, timeoutMs: 5_000 }

export function createEmbeddingServer(
  settings: OpenAiServer & { readonly model: string; readonly dimension: number | null },
): EmbeddingServer {
  const { model, dimension } = settings
  const ask = createAsk(createOpenAiClient(settings), model)
  let found: Promise<Habits> | null = null

  async function findHabits(): Promise<Habits> {
    const own = (await ask(['惠企政策'], null, check))[0]?.length ?? 0
    if (dimension === null || dimension === own) return { dimension: own, sendsDimension: false }
    const shortened = await ask(['惠企政策'], dimension, check).catch((error: unknown) => {
      if (error instanceof ModelError && error.code === 'timeout') throw error
      return []
    })
    if (shortened[0]?.length === dimension) return { dimension, sendsDimension: true }
    const advice = `请把 EMBEDDING_DIMENSION 改为 ${own} 或删去它，或更换 EMBEDDING_MODEL`
    throw new RetrievalError('bad-vector', `向量模型 ${model} 给出 ${own} 维，设置的是 ${dimension} 维。${advice}。`)
  }

  function habits(): Promise<Habits> {
    found ??= findHabits().catch((error: unknown) => {
      // The next request tries again.
      found = null
      throw error
    })
    return found
  }

  return {
    habits,
    embed: async (texts, limit) => {
      const { dimension: wanted, sendsDimension } = await habits()
      const vectors = await ask(texts, sendsDimension ? wanted : null, limit)
      const wrong = vectors.find(({ length }) => length !== wanted)
      if (wrong) throw unusable(model, `长度是 ${wrong.length}，应为 ${wanted}`)
      return vectors
    },
  }
}

type Ask = (
  texts: readonly string[],
  dimensions: number | null,
  limit: Parameters<typeof retryCall>[1],
) => Promise<number[][]>

function createAsk(client: OpenAI, model: string): Ask {
  const called: CalledModel = {
    what: `向量模型 ${model} `,
    settings: { url: 'EMBEDDING_BASE_URL', model: 'EMBEDDING_MODEL', key: 'EMBEDDING_API_KEY' },
  }
  return (texts, dimensions, limit) =>
    retryCall(async (signal) => {
      // Asked for "base64", the default of the SDK, some servers answer with what it cannot read.
      const body = { model, input: [...texts], encoding_format: 'float' as const, ...(dimensions && { dimensions }) }
      const reply = await client.embeddings.create(body, { signal }).catch((error: unknown) => {
        throw modelErrorOf(error, called)
      })
      return vectorsOf(reply, texts.length, model)
    }, limit)
}

const Reply = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()) })) })

function vectorsOf(reply: unknown, count: number, model: string): number[][] {
  const parsed = Reply.safeParse(reply)
  if (!parsed.success) {
    const isPage = typeof reply === 'string'
    throw unusable(model, isPage ? '不是 JSON，请检查 EMBEDDING_BASE_URL（通常以 /v1 结尾）' : '不是数字的列表')
  }
  const { data } = parsed.data
  if (data.length !== count) throw unusable(model, `有 ${data.length} 个，应为 ${count} 个`)
  const sorted = data.toSorted((one, other) => one.index - other.index)
  if (sorted.some(({ index }, i) => index !== i)) throw unusable(model, '序号不全')
  if (sorted.some(({ embedding }) => embedding.every((value) => value === 0))) throw unusable(model, '全为零')
  return sorted.map(({ embedding }) => embedding)
}

function unusable(model: string, found: string): RetrievalError {
  return new RetrievalError('bad-vector', `向量模型 ${model} 返回的向量不可用：${found}。`)
}
