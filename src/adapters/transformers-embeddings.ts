import { access } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type EmbeddingModel, RetrievalError } from '../retrieval/index.ts'
import { limitConcurrency } from './limit-concurrency.ts'

/** Turns texts into one vector each; what we use of the pipeline of transformers.js. */
export type FeatureExtraction = (
  texts: string[],
  options: { readonly pooling: 'mean'; readonly normalize: true },
) => Promise<{ tolist(): unknown }>

/** Loads the model in a folder; `dtype` names its kind of numbers. */
export type LoadPipeline = (folder: string, dtype: string) => Promise<FeatureExtraction>

const batchSize = 16

/** The embedding model in a folder of this machine (ONNX, as transformers.js lays it out). Nothing is downloaded. */
export async function openTransformersEmbeddings(
  folder: string,
  loadPipeline: LoadPipeline = loadWithTransformers,
): Promise<EmbeddingModel> {
  const dtype = await findNumbers(folder)
  const extract = await loadPipeline(resolve(folder), dtype)
  const inTurn = limitConcurrency(1)
  const embed = async (texts: readonly string[]): Promise<number[][]> => {
    const vectors: number[][] = []
    for (let i = 0; i < texts.length; i += batchSize) {
      const batch = texts.slice(i, i + batchSize)
      const output = await inTurn(() => extract(batch, { pooling: 'mean', normalize: true }))
      vectors.push(...checked(output.tolist(), batch.length, folder))
    }
    return vectors
  }
  const [sample = []] = await embed(['惠企政策'])
  return {
    name: `onnx:${basename(resolve(folder))}:${dtype}`,
    dimension: sample.length,
    embeddings: { embedDocuments: embed, embedQuery: async (text) => (await embed([text]))[0] ?? [] },
  }
}

/** The files that a model may have, best first, and what transformers.js calls their numbers. */
const files = { 'model.onnx': 'fp32', 'model_fp16.onnx': 'fp16', 'model_quantized.onnx': 'q8' } as const

async function findNumbers(folder: string): Promise<string> {
  const exists = (...path: string[]) =>
    access(join(folder, ...path)).then(
      () => true,
      () => false,
    )
  for (const [file, dtype] of Object.entries(files)) {
    if ((await exists('onnx', file)) && (await exists('tokenizer.json')) && (await exists('config.json'))) return dtype
  }
  throw new RetrievalError(
    'embedding-failed',
    `EMBEDDING_MODEL_FOLDER=${folder} 不是可用的模型文件夹：应有 config.json、tokenizer.json 和 onnx/model.onnx（或 ${Object.keys(files).slice(1).join('、')}）。`,
  )
}

function checked(vectors: unknown, count: number, folder: string): number[][] {
  const isVector = (vector: unknown): vector is number[] =>
    Array.isArray(vector) && vector.every(Number.isFinite) && vector.some((value) => value !== 0)
  if (Array.isArray(vectors) && vectors.length === count && vectors.every(isVector)) return vectors
  throw new RetrievalError('bad-vector', `模型文件夹 ${folder} 里的模型没有给出可用的向量（缺少、全为零或不是数字）。`)
}

/** Not a literal: the package is an optional peer and absent where types are checked. */
const peer: string = '@huggingface/transformers'
const installCommand = `npm install ${peer}`

async function loadWithTransformers(folder: string, dtype: string): Promise<FeatureExtraction> {
  const { env, pipeline } = await importTransformers()
  env.allowRemoteModels = false
  env.localModelPath = dirname(folder)
  return pipeline('feature-extraction', basename(folder), { local_files_only: true, dtype })
}

interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string }
  pipeline(task: string, model: string, options: Record<string, unknown>): Promise<FeatureExtraction>
}

async function importTransformers(): Promise<Transformers> {
  try {
    // The interface above is the part of version 4 that is used here.
    return (await import(peer)) as Transformers
  } catch (cause) {
    throw new RetrievalError(
      'embedding-failed',
      `EMBEDDING_MODEL_FOLDER 需要 ${peer}，它没有安装或不能加载。请运行 ${installCommand}（若 onnxruntime-node 下载失败：ONNXRUNTIME_NODE_INSTALL=skip ${installCommand}），然后重新启动。`,
      { cause },
    )
  }
}
