import { type ChatModel, ModelError } from '../answering/index.ts'
import type { Config, EmbeddingConfig, LanguageModelConfig, RerankerConfig } from '../config.ts'
import {
  type EmbeddingModel,
  lexicalWeights,
  type Reranker,
  type RetrievalWeights,
  semanticWeights,
} from '../retrieval/index.ts'
import { type CircuitState, createCircuitBreaker } from './circuit-breaker.ts'
import type { ChatLimits, Guards, ModelObserver } from './guarded-chat-model.ts'
import { createNgramEmbeddings } from './ngram-embeddings.ts'

/** All models of the settings; throws where answers could not be had without one that cannot be used. */
export async function openModels(config: Config, observe?: ModelObserver) {
  const [embedding, languageModel, reranker] = await Promise.all([
    openEmbeddings(config.embedding),
    openLanguageModel(config.languageModel, observe),
    openReranker(config.reranker),
  ])
  return { embedding, languageModel, reranker }
}

/** The language model as far as there is one: templates word the answers without it. */
export interface LanguageModel {
  readonly chatModel: ChatModel | null
  /** One short request; the line says for the start-up whether the model works, and what to do if not. */
  check(): Promise<string>
  /** For readiness: the model and its circuit. */
  state(): string
}

const pauseSeconds = 30
const betweenTokensMs = 10_000
const checkLimits = { firstTokenMs: 5_000, wholeMs: 5_000, attempts: 1, maxTokens: 16 } as const

/** Its libraries are loaded only where it is set, which keeps the start short. */
export async function openLanguageModel(
  settings: LanguageModelConfig | null,
  observe: ModelObserver = () => {},
): Promise<LanguageModel> {
  if (settings === null) return noLanguageModel
  const { createOpenAiChatModel } = await import('./openai-chat-model.ts')
  const breaker = openCircuit((state) => observe({ type: 'circuit-change', state }))
  const { wholeMs, firstTokenMs, concurrency, maxTokens } = settings
  const limits: ChatLimits = { wholeMs, firstTokenMs, betweenTokensMs, concurrency, maxTokens, attempts: 3 }
  const guards: Guards = { limits, breaker, observe }
  const probe = createOpenAiChatModel(settings, { limits: { ...limits, ...checkLimits }, breaker })
  return {
    chatModel: createOpenAiChatModel(settings, guards),
    check: async () => {
      const startedAt = performance.now()
      const failure = await failureOf(probe)
      if (failure === null)
        return `语言模型：${settings.model}（已连通，${Math.round(performance.now() - startedAt)} 毫秒）`
      breaker.trip()
      return `语言模型：${settings.model} 暂不可用，回答先用固定文本，${pauseSeconds} 秒后随提问自动重试。原因：${failure.message}`
    },
    state: () => `${settings.model}, circuit ${breaker.state()}`,
  }
}

function openCircuit(onChange: (state: CircuitState) => void = () => {}) {
  const openMs = pauseSeconds * 1000
  return createCircuitBreaker({ failures: 5, windowMs: 60_000, openMs, now: () => performance.now(), onChange })
}

const noLanguageModel: LanguageModel = {
  chatModel: null,
  check: async () => '语言模型：未设置，回答用固定文本',
  state: () => 'off, answers from templates',
}

/** A reply that was cut or refused still says that the model is there. */
async function failureOf(probe: ChatModel): Promise<ModelError | null> {
  try {
    for await (const _ of probe.stream({ messages: [{ role: 'user', content: '你好' }], maxTokens: 16 })) break
    return null
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return error.code === 'too-long' || error.code === 'refused' ? null : error
  }
}

export interface OpenedEmbeddings {
  readonly model: EmbeddingModel
  /** How much its order counts beside that of the words. */
  readonly weights: RetrievalWeights
  /** What could not be checked; null where all is well. */
  readonly warning: string | null
}

/** The embedding model of the settings, checked; throws with what to do where it cannot be used. */
export async function openEmbeddings(settings: EmbeddingConfig): Promise<OpenedEmbeddings> {
  switch (settings.kind) {
    case 'built-in':
      return { model: createNgramEmbeddings(), weights: lexicalWeights, warning: null }
    case 'server': {
      const { openOpenAiEmbeddings } = await import('./openai-embeddings.ts')
      return { ...(await openOpenAiEmbeddings(settings)), weights: semanticWeights }
    }
    case 'folder': {
      const { openTransformersEmbeddings } = await import('./transformers-embeddings.ts')
      return { model: await openTransformersEmbeddings(settings.folder), weights: semanticWeights, warning: null }
    }
  }
}

/** The reranker as far as there is one: search has an order of its own without it. */
export interface OpenedReranker extends Pick<LanguageModel, 'check' | 'state'> {
  readonly reranker: Reranker | null
}

export async function openReranker(settings: RerankerConfig | null): Promise<OpenedReranker> {
  if (settings === null) return noReranker
  const { createRerankServer } = await import('./rerank-server.ts')
  const breaker = openCircuit()
  const probe = createRerankServer(settings, { breaker, wholeMs: checkLimits.wholeMs, concurrency: 1 })
  return {
    reranker: createRerankServer(settings, { breaker, wholeMs: 2_000, concurrency: 4 }),
    check: async () => {
      const startedAt = performance.now()
      try {
        await probe.rerank('房租补贴', ['承租办公用房的，给予房租补贴。', '今天天气很好。'])
        return `重排模型：${settings.model}（已连通，${Math.round(performance.now() - startedAt)} 毫秒）`
      } catch (error) {
        if (!(error instanceof ModelError)) throw error
        breaker.trip()
        return `重排模型：${settings.model} 暂不可用，检索先按原有顺序，${pauseSeconds} 秒后随提问自动重试。原因：${error.message}`
      }
    },
    state: () => `${settings.model}, circuit ${breaker.state()}`,
  }
}

const noReranker: OpenedReranker = {
  reranker: null,
  check: async () => '重排模型：未设置，检索按原有顺序',
  state: () => 'off, search in its own order',
}
