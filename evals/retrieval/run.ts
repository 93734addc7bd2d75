import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { openReranker } from '../../src/adapters/open-models.ts'
import { loadConfig } from '../../src/config.ts'
import {
  createRetriever,
  type EmbeddingModel,
  type PassageIndex,
  type Retriever,
  searchQueryOf,
} from '../../src/retrieval/index.ts'
import { createBm25 } from './bm25.ts'
import { areaUnderCurve, measureRankings, type RankingMetrics } from './metrics.ts'
import { documentsOf, loadPublicSet, type PublicSet, type QuestionLine } from './public-set.ts'

export interface RetrievalReport {
  /** A printable table, one line per way of searching. */
  readonly table: string
  /** Such as `fused.ndcgAt10`; `auroc` is that of `coverage` on questions with and without an answer. */
  readonly metrics: Record<string, number>
}

/** Measures retrieval on public data with a real index in a temporary folder; null where the data is absent. */
export async function runRetrievalEval(): Promise<RetrievalReport | null> {
  const set = loadPublicSet()
  if (!set) {
    console.log('retrieval: skipped, ../shared/data/retrieval-zh-policy is not here')
    return null
  }
  const folder = await mkdtemp(join(tmpdir(), 'retrieval-eval-'))
  const model = createNgramEmbeddings()
  const index = await openPassageIndex({ uri: folder, model })
  try {
    await index.sync(documentsOf(set.passages))
    return await measure(set, index, model)
  } finally {
    await index.close()
    await rm(folder, { recursive: true })
  }
}

type Search = (question: string) => Promise<readonly string[]>

async function measure(set: PublicSet, index: PassageIndex, model: EmbeddingModel): Promise<RetrievalReport> {
  const retriever = createRetriever({ index, model })
  const { reranker } = await openReranker(loadConfig().reranker)
  const ways: Record<string, Search> = {
    bm25: bm25Search(set),
    keyword: async (question) =>
      (await index.searchKeywords(searchQueryOf(question), top10)).map(({ passage }) => passage.id),
    vector: async (question) =>
      (await index.searchVector(await model.embeddings.embedQuery(question), top10)).map(({ passage }) => passage.id),
    fused: searchBy(retriever),
    ...(reranker && { reranked: searchBy(createRetriever({ index, model, reranker })) }),
  }
  const rows: [string, RankingMetrics][] = []
  for (const [name, search] of Object.entries(ways)) rows.push([name, await measureSearch(set.questions, search)])
  const coverages = (questions: readonly QuestionLine[]) =>
    inSequence(questions, async ({ text }) => (await retriever.search(text)).coverage)
  const auroc = areaUnderCurve(await coverages(set.questions), await coverages(set.unanswerable))
  return { table: tableOf(rows, auroc, set), metrics: { ...flatten(rows), auroc } }
}

/** A failure would be measured as the order that it falls back to. */
function searchBy(retriever: Retriever): Search {
  return async (question) => {
    const { passages, rerankFailure } = await retriever.search(question)
    if (rerankFailure !== undefined) throw new Error(rerankFailure)
    return passages.map(({ passage }) => passage.id)
  }
}

const top10 = { limit: 10, filter: {} }

function bm25Search(set: PublicSet): Search {
  const search = createBm25(set.passages.map(({ title, text }) => `${title}\n${text}`))
  return async (question) => search(question, 10).map((place) => set.passages[place]?.id ?? '')
}

async function measureSearch(questions: readonly QuestionLine[], search: Search): Promise<RankingMetrics> {
  return measureRankings(
    await inSequence(questions, async ({ text, relevant }) => ({ ids: await search(text), relevant })),
  )
}

async function inSequence<Item, Result>(
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await task(item))
  return results
}

function flatten(rows: readonly [string, RankingMetrics][]): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap(([name, metrics]) => Object.entries(metrics).map(([metric, value]) => [`${name}.${metric}`, value])),
  )
}

function tableOf(rows: readonly [string, RankingMetrics][], auroc: number, set: PublicSet): string {
  const percent = (value: number) => (100 * value).toFixed(1).padStart(8)
  const lines = rows.map(([name, metrics]) => name.padEnd(9) + Object.values(metrics).map(percent).join(''))
  const head = ''.padEnd(9) + ['r@1', 'r@5', 'r@10', 'MRR@10', 'nDCG@10'].map((title) => title.padStart(8)).join('')
  const counts = `${set.questions.length} questions, ${set.unanswerable.length} unanswerable, ${set.passages.length} passages`
  return [counts, head, ...lines, `abstention AUROC of coverage ${auroc.toFixed(4)}`].join('\n')
}

if (import.meta.main) {
  const report = await runRetrievalEval()
  if (report) console.log(report.table)
}
