import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { createRetriever, type Retriever } from '../../src/retrieval/index.ts'
import { syntheticDocuments, syntheticQuestions } from './synthetic-passages.ts'

export interface RetrievalBench {
  readonly passages: number
  readonly ingestPerSecond: number
  /** Hybrid searches one after another. */
  readonly p50Ms: number
  readonly p95Ms: number
  /** With 20 askers at once. */
  readonly p95At20Ms: number
  readonly searchesPerSecond: number
  readonly memoryMb: number
}

/** Measures the real index and retriever on synthetic passages, smallest size first. */
export async function benchRetrieval(sizes: readonly number[]): Promise<RetrievalBench[]> {
  const results: RetrievalBench[] = []
  for (const size of sizes) results.push(await benchSize(size))
  return results
}

async function benchSize(size: number): Promise<RetrievalBench> {
  const folder = await mkdtemp(join(tmpdir(), 'retrieval-bench-'))
  const model = createNgramEmbeddings()
  const index = await openPassageIndex({ uri: folder, model })
  try {
    const seconds = await ingest(index, size)
    const retriever = createRetriever({ index, model })
    const questions = syntheticQuestions(300)
    await askAll(retriever, questions.slice(0, 40), 1)
    const alone = await askAll(retriever, questions, 1)
    const together = await askAll(retriever, [...questions, ...questions], 20)
    return {
      passages: size,
      ingestPerSecond: size / seconds,
      p50Ms: percentile(alone.durations, 0.5),
      p95Ms: percentile(alone.durations, 0.95),
      p95At20Ms: percentile(together.durations, 0.95),
      searchesPerSecond: together.durations.length / together.seconds,
      memoryMb: process.memoryUsage().rss / 1e6,
    }
  } finally {
    await index.close()
    await rm(folder, { recursive: true })
  }
}

async function ingest(index: Awaited<ReturnType<typeof openPassageIndex>>, size: number): Promise<number> {
  const documents = syntheticDocuments(size)
  const start = performance.now()
  await index.sync(documents)
  return (performance.now() - start) / 1000
}

/** Each of `askers` takes the next question as soon as its last one is answered. */
async function askAll(retriever: Retriever, questions: readonly string[], askers: number) {
  const waiting = [...questions]
  const durations: number[] = []
  const start = performance.now()
  const ask = async () => {
    for (let question = waiting.pop(); question !== undefined; question = waiting.pop()) {
      const asked = performance.now()
      await retriever.search(question, { filter: { inForceAt: '2026-11-23' } })
      durations.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: askers }, ask))
  return { durations, seconds: (performance.now() - start) / 1000 }
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

if (import.meta.main) {
  const sizes = process.argv.includes('--million') ? [1_000, 100_000, 1_000_000] : [1_000, 100_000]
  const results = await benchRetrieval(sizes)
  console.table(
    results.map((result) =>
      Object.fromEntries(Object.entries(result).map(([name, value]) => [name, Number(value.toFixed(1))])),
    ),
  )
}
