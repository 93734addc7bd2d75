import { describe, expect, it, vi } from 'vitest'
import type { ModelEvent } from '../../src/adapters/guarded-chat-model.ts'
import { keepIndex } from '../../src/adapters/keep-index.ts'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createMemoryConversations } from '../../src/adapters/memory-conversations.ts'
import { openEmbeddings, openLanguageModel } from '../../src/adapters/open-models.ts'
import { checkReady } from '../../src/adapters/readiness.ts'
import { loadConfig } from '../../src/config.ts'
import { RetrievalError } from '../../src/retrieval/index.ts'
import { failed, raw, type Script, startFakeServer, streamed } from '../contracts/fake-openai-server.ts'
import { allSamples } from '../retrieval/sample-documents.ts'
import { model, openWith } from './sample-index.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function languageModelBefore(script: Script) {
  const { baseUrl } = await startFakeServer(script)
  const { languageModel } = loadConfig({ LLM_BASE_URL: baseUrl, LLM_MODEL: 'qwen-plus', LLM_API_KEY: 'sk-secret' })
  const events: ModelEvent[] = []
  return { events, opened: await openLanguageModel(languageModel, (event) => events.push(event)) }
}

describe('the language model at start', () => {
  it('is off where none is set', async () => {
    const opened = await openLanguageModel(loadConfig({}).languageModel)
    expect(opened.chatModel).toBeNull()
    expect(await opened.check()).toContain('未设置')
    expect(opened.state()).toContain('off')
  })

  it.each([
    ['a word', streamed(['你好'])],
    ['nothing but thoughts within the few tokens of the check', streamed([], 'length')],
  ])('is said to work where it answers with %s', async (_, script) => {
    const { opened } = await languageModelBefore(script)
    expect(await opened.check()).toMatch(/qwen-plus（已连通，\d+ 毫秒）/)
    expect(opened.state()).toBe('qwen-plus, circuit closed')
  })

  it.each<[string, Script, RegExp]>([
    ['a wrong key', failed(401, { message: 'bad key sk-secret' }), /LLM_API_KEY/],
    ['a wrong model', failed(404), /LLM_MODEL/],
    ['a wrong address', raw('text/html', '<html></html>'), /LLM_BASE_URL/],
    ['a server that is down', failed(503), /503/],
  ])('with %s is said to be off for now, with what to check, and left to the circuit', async (_, script, expected) => {
    const { opened, events } = await languageModelBefore(script)
    const line = await opened.check()
    expect(line).toMatch(expected)
    expect(line).not.toContain('sk-secret')
    expect(opened.state()).toBe('qwen-plus, circuit open')
    expect(events).toContainEqual({ type: 'circuit-change', state: 'open' })
  })
})

describe('the embedding model at start', () => {
  it('is the built-in one where nothing is set', async () => {
    const { model, warning } = await openEmbeddings(loadConfig({}).embedding)
    expect([model.name, warning]).toEqual(['ngram-hash-1', null])
  })
})

const down = new RetrievalError('embedding-failed', 'HTTP 503')

describe('the index at start', () => {
  it('is brought up to date before any answer', async () => {
    const index = await openPassageIndex({ uri: await temporaryFolder(), model })
    const { report, problem } = await keepIndex(
      index,
      () => index.sync(allSamples),
      () => {},
    )
    expect([report?.documentsAdded, problem()]).toEqual([3, null])
  })

  it('of another model answers while ours is made, and readiness says so', async () => {
    const { uri } = await openWith(allSamples)
    const index = await openPassageIndex({ uri, model: { ...model, name: 'other-model' } })
    const lines: string[] = []
    const upkeep = await keepIndex(
      index,
      () => index.sync(allSamples),
      (line) => lines.push(line),
    )
    const ready = () =>
      checkReady({
        index,
        conversations: createMemoryConversations(),
        embedding: { name: 'other-model', problem: upkeep.problem },
        languageModel: { state: () => 'off' },
        reranker: { state: () => 'off' },
      })
    expect(upkeep.report).toBeNull()
    expect(await ready()).toContainEqual(
      expect.objectContaining({ name: 'embedding-model', ok: true, detail: expect.stringContaining('keywords') }),
    )
    await vi.waitFor(() => expect(upkeep.problem()).toBeNull(), 5_000)
    expect(lines).toHaveLength(2)
    expect((await ready()).map(({ name, ok }) => [name, ok])).toEqual([
      ['index', true],
      ['conversations', true],
      ['embedding-model', true],
      ['language-model', true],
      ['reranker', true],
    ])
  })

  it('answers as it was where the embedding model is down, but an empty one stops the start', async () => {
    const { uri } = await openWith(allSamples)
    const index = await openPassageIndex({ uri, model })
    const upkeep = await keepIndex(
      index,
      () => Promise.reject(down),
      () => {},
    )
    expect(upkeep.problem()).toContain('not up to date')
    const empty = await openPassageIndex({ uri: await temporaryFolder(), model })
    await expect(
      keepIndex(
        empty,
        () => Promise.reject(down),
        () => {},
      ),
    ).rejects.toThrow(down)
  })
})
