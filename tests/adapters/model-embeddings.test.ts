import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { openOpenAiEmbeddings } from '../../src/adapters/openai-embeddings.ts'
import { type FeatureExtraction, openTransformersEmbeddings } from '../../src/adapters/transformers-embeddings.ts'
import { describeEmbeddingModel } from '../contracts/embedding-model.ts'
import { failed, raw, type Script, startFakeServer } from '../contracts/fake-openai-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { embeddings } = createNgramEmbeddings()
type Item = { index: number; embedding: unknown }

/** Answers as a service does, shuffled; `change` makes a fault of it. */
function embedded(change: (data: Item[]) => Item[] = (data) => data.toReversed(), dimension = 512): Script {
  return async (reply, { body }) => {
    const vectors = await embeddings.embedDocuments(body.input as string[])
    const length = Number(body.dimensions ?? dimension)
    const data = vectors.map((embedding, index) => ({ index, embedding: embedding.slice(0, length) }))
    reply.writeHead(200, { 'content-type': 'application/json' })
    reply.end(JSON.stringify({ object: 'list', model: 'm', data: change(data) }))
  }
}

const limits = { attempts: 3, documentsMs: 1_500, questionMs: 300, concurrency: 2 }

async function openBefore(scripts: Script[], dimension: number | null = null) {
  const server = await startFakeServer(...scripts)
  const settings = { baseUrl: server.baseUrl, apiKey: 'sk-secret', model: 'bge-m3', batchSize: 2, dimension, limits }
  return { server, ...(await openOpenAiEmbeddings(settings)) }
}

async function failureOf(scripts: Script[], dimension: number | null = null): Promise<string> {
  const failure: unknown = await openBefore(scripts, dimension).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Error)
  const { message } = failure instanceof Error ? failure : new Error('none')
  expect(message).not.toContain('sk-secret')
  return message
}

describeEmbeddingModel('OpenAI-compatible', async () => (await openBefore([embedded()])).model)

describe('the OpenAI-compatible embedding', () => {
  it('is named after its model and as long as its vectors', async () => {
    const { model, warning } = await openBefore([embedded()])
    expect([model.name, model.dimension, warning]).toEqual(['api:bge-m3', 512, null])
  })

  it('asks in batches for plain numbers and puts the vectors into the order of the texts', async () => {
    const { model, server } = await openBefore([embedded()])
    const texts = ['租金', '补贴', '贷款', '人才', '研发']
    expect(await model.embeddings.embedDocuments(texts)).toEqual(await embeddings.embedDocuments(texts))
    const bodies = server.received.slice(1).map(({ body }) => body)
    expect(bodies.map(({ input }) => (input as string[]).length)).toEqual([2, 2, 1])
    expect(bodies.every(({ encoding_format }) => encoding_format === 'float')).toBe(true)
  })

  it('asks for a dimension only where the model has another by itself', async () => {
    const own = await openBefore([embedded()], 512)
    expect(own.server.received[0]?.body).not.toHaveProperty('dimensions')
    const shortened = await openBefore([embedded()], 128)
    expect(await shortened.model.embeddings.embedQuery('租金')).toHaveLength(128)
    expect(shortened.server.received.at(-1)?.body.dimensions).toBe(128)
  })

  it('of a dimension that the model does not have stops the start and says which it has', async () => {
    expect(await failureOf([embedded(), failed(400)], 1024)).toMatch(/512 维.*1024 维.*EMBEDDING_DIMENSION/)
  })

  it.each<[string, Script, RegExp]>([
    ['a wrong key', failed(401, { message: 'wrong key sk-secret' }), /EMBEDDING_API_KEY/],
    ['a wrong model', failed(404), /EMBEDDING_MODEL/],
    ['a wrong address', raw('text/html', '<html></html>'), /EMBEDDING_BASE_URL/],
    ['a server that is down', failed(503), /EMBEDDING_DIMENSION/],
  ])('with %s stops the start and says what to check', async (_, script, expected) => {
    expect(await failureOf([script])).toMatch(expected)
  })

  it('starts before a server that is down where the dimension is set, and works once it is back', async () => {
    const { model, warning, server } = await openBefore([failed(503)], 512)
    expect(warning).toContain('503')
    await expect(model.embeddings.embedQuery('租金')).rejects.toThrow('503')
    server.play(embedded())
    expect(await model.embeddings.embedQuery('租金')).toHaveLength(512)
  })

  it.each<[string, (data: Item[]) => Item[], RegExp]>([
    ['too few', (data) => data.slice(1), /应为 2 个/],
    ['too short', (data) => data.map(({ index }) => ({ index, embedding: [1] })), /长度是 1/],
    ['all zeros', (data) => data.map(({ index }) => ({ index, embedding: [0, 0] })), /全为零/],
    ['no numbers', (data) => data.map(({ index }) => ({ index, embedding: [Number.NaN, 1] })), /不是数字/],
    ['for one text twice', (data) => data.map((item) => ({ ...item, index: 0 })), /序号/],
  ])('refuses vectors that are %s', async (_, change, expected) => {
    const { model, server } = await openBefore([embedded()])
    server.play(embedded(change))
    await expect(model.embeddings.embedDocuments(['租金', '补贴'])).rejects.toThrow(expected)
  })

  it('leaves a server that keeps failing alone, so that questions do not wait', async () => {
    const { model, server } = await openBefore([embedded()])
    server.play(failed(401))
    for (let i = 0; i < 5; i += 1) await expect(model.embeddings.embedQuery('租金')).rejects.toThrow('401')
    await expect(model.embeddings.embedQuery('租金')).rejects.toMatchObject({ code: 'circuit-open' })
    expect(server.received).toHaveLength(6)
  })

  it('tries again what passes, and does not let a question wait', async () => {
    const { model, server } = await openBefore([embedded()])
    server.play(failed(429, {}, { 'retry-after-ms': '5' }), embedded())
    expect(await model.embeddings.embedDocuments(['租金'])).toHaveLength(1)
    server.play(() => {})
    await expect(model.embeddings.embedQuery('租金')).rejects.toMatchObject({ code: 'timeout' })
  })
})

async function modelFolder(file = 'model.onnx'): Promise<string> {
  const folder = join(await temporaryFolder(), 'bge-small-zh')
  await mkdir(join(folder, 'onnx'), { recursive: true })
  for (const name of ['config.json', 'tokenizer.json', `onnx/${file}`]) await writeFile(join(folder, name), '')
  return folder
}

/** In place of the real pipeline: gives a vector to texts without characters as well, as models do. */
const double: FeatureExtraction = async (texts, options) => {
  expect(options).toEqual({ pooling: 'mean', normalize: true })
  const vectors = await embeddings.embedDocuments(texts.map((text) => `政策${text}`))
  return { tolist: () => vectors }
}

describeEmbeddingModel('ONNX', async () => openTransformersEmbeddings(await modelFolder(), async () => double))

const isInstalled = await import(String('@huggingface/transformers')).then(
  () => true,
  () => false,
)

describe('the ONNX embedding', () => {
  it.each([
    ['model.onnx', 'fp32'],
    ['model_quantized.onnx', 'q8'],
  ])('loads %s and is named after its folder and numbers', async (file, dtype) => {
    const folder = await modelFolder(file)
    const model = await openTransformersEmbeddings(folder, async (...loaded) => {
      expect(loaded).toEqual([folder, dtype])
      return double
    })
    expect([model.name, model.dimension]).toEqual([`onnx:bge-small-zh:${dtype}`, 512])
  })

  it('of a folder without a model says what is missing', async () => {
    await expect(openTransformersEmbeddings(await temporaryFolder())).rejects.toThrow(/onnx\/model\.onnx/)
  })

  it('refuses vectors that are no numbers', async () => {
    const broken: FeatureExtraction = async (texts) => ({ tolist: () => texts.map(() => [Number.NaN]) })
    await expect(openTransformersEmbeddings(await modelFolder(), async () => broken)).rejects.toThrow('可用的向量')
  })

  test.skipIf(isInstalled)('without its optional package names the command that installs it', async () => {
    await expect(openTransformersEmbeddings(await modelFolder())).rejects.toThrow(
      'npm install @huggingface/transformers',
    )
  })

  test.skip('a real model in a folder: no model and no @huggingface/transformers here', () => {})
})
