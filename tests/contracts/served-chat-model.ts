import { expect } from 'vitest'
import { createCircuitBreaker } from '../../src/adapters/circuit-breaker.ts'
import type { ChatLimits, Guards, ModelEvent } from '../../src/adapters/guarded-chat-model.ts'
import { type ChatModel, ModelError } from '../../src/answering/index.ts'
import { type Script, startFakeServer } from './fake-openai-server.ts'

export const secretKey = 'sk-secret-of-the-tests'
export const prompt = '请改写：科技履约贷保费补贴50%'
export const request = { messages: [{ role: 'user', content: prompt }], maxTokens: 100 } as const

export type CreateChatModel = (
  server: { readonly baseUrl: string; readonly apiKey: string },
  guards: Guards,
) => ChatModel

const shortLimits: ChatLimits = {
  firstTokenMs: 400,
  betweenTokensMs: 150,
  wholeMs: 1_000,
  attempts: 3,
  concurrency: 2,
  maxTokens: 1_000,
}

/** A model of the adapter before a server with these scripts, and what it told of its calls. */
export async function modelBefore(create: CreateChatModel, scripts: Script[], limits: Partial<ChatLimits> = {}) {
  const server = await startFakeServer(...scripts)
  const events: ModelEvent[] = []
  const breaker = createCircuitBreaker({ failures: 3, windowMs: 60_000, openMs: 60_000, now: () => performance.now() })
  const guards = { limits: { ...shortLimits, ...limits }, breaker, observe: (event: ModelEvent) => events.push(event) }
  return { server, events, breaker, model: create({ baseUrl: server.baseUrl, apiKey: secretKey }, guards) }
}

/** The pieces before the failure, and the failure, which must tell neither key nor prompt. */
export async function read(model: ChatModel, signal?: AbortSignal) {
  const pieces: string[] = []
  try {
    for await (const piece of model.stream({ ...request, ...(signal && { signal }) })) pieces.push(piece)
    return { pieces, code: null, message: '' }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join()
    expect(told).not.toContain(secretKey)
    expect(told).not.toContain(prompt)
    return { pieces, code: error.code, message: error.message }
  }
}
