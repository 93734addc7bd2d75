import { describe, expect, it } from 'vitest'
import {
  countGrams,
  createRetriever,
  type EmbeddingModel,
  type LegHit,
  type LegQuery,
  normaliseForSearch,
  type PassageIndex,
  type Reranker,
  type SearchOptions,
  type SearchResult,
  searchableText,
  semanticWeights,
} from '../../src/retrieval/index.ts'
import { allSamples } from './sample-documents.ts'

const hits: LegHit[] = allSamples.flatMap((document) =>
  document.passages.map((passage) => ({
    passage,
    score: 1,
    searchText: normaliseForSearch(searchableText(document, passage)),
  })),
)
const byId = (...ids: string[]) => ids.flatMap((id) => hits.find(({ passage }) => passage.id === id) ?? [])

const manyHits = (count: number) =>
  byId('rent-relief#c1').flatMap((hit) =>
    Array.from({ length: count }, (_, i) => ({ ...hit, passage: { ...hit.passage, id: `many#${10 + i}` } })),
  )

function indexOf(legs: { keyword: LegHit[]; vector: LegHit[] }, asked: LegQuery[] = []): PassageIndex {
  const answer = (leg: LegHit[]) => async (_: unknown, options: LegQuery) => {
    asked.push(options)
    return leg
  }
  return {
    searchKeywords: answer(legs.keyword),
    searchVector: answer(legs.vector),
    gramStatistics: async () => countGrams(hits.map(({ searchText }) => searchText)),
    sync: () => Promise.reject(new Error('not asked for')),
    count: async () => hits.length,
    close: async () => {},
  }
}

const model: EmbeddingModel = {
  name: 'double',
  dimension: 2,
  embeddings: { embedDocuments: async (texts) => texts.map(() => [1, 0]), embedQuery: async () => [1, 0] },
}

describe('retriever', () => {
  it('shows for each passage where each leg placed it', async () => {
    const index = indexOf({
      keyword: byId('rent-relief#c1', 'rent-relief#c2'),
      vector: byId('rent-relief#c2', 'high-tech-enterprise#c1'),
    })
    const { passages } = await createRetriever({ index, model }).search('免收租金')
    const places = passages.map(({ passage, keyword, vector }) => [passage.id, keyword?.rank, vector?.rank])
    expect(places).toEqual([
      ['rent-relief#c1', 1, undefined],
      ['rent-relief#c2', 2, 1],
      ['high-tech-enterprise#c1', undefined, 2],
    ])
  })

  it('covers a question that a passage answers better than one that none answers', async () => {
    const index = indexOf({ keyword: hits, vector: hits })
    const retriever = createRetriever({ index, model })
    const answered = await retriever.search('科技履约贷的保费补贴是多少')
    const foreign = await retriever.search('西藏牦牛养殖保险怎么赔付')
    expect(answered.coverage).toBeGreaterThan(0.6)
    expect(foreign.coverage).toBeLessThan(0.3)
  })

  it('lets an embedding that knows meanings overrule shared characters', async () => {
    const legs = { keyword: byId('rent-relief#c2'), vector: byId('rent-relief#c1', 'rent-relief#c2') }
    const retriever = createRetriever({ index: indexOf(legs), model, weights: semanticWeights })
    const { passages } = await retriever.search('房子不用付钱')
    expect(passages.map(({ passage }) => passage.id)).toContain('rent-relief#c1')
  })

  it('gives as many passages as asked for and hands the filter to both legs', async () => {
    const asked: LegQuery[] = []
    const index = indexOf({ keyword: hits, vector: hits }, asked)
    const filter = { inForceAt: '2026-11-23' }
    const { passages } = await createRetriever({ index, model }).search('企业', { limit: 2, filter })
    expect(passages).toHaveLength(2)
    expect(asked.map((options) => options.filter)).toEqual([filter, filter])
  })

  it('answers by keywords alone while the embedding model is down, and says so', async () => {
    const index = indexOf({ keyword: byId('rent-relief#c1'), vector: hits })
    const down: EmbeddingModel = {
      ...model,
      embeddings: { ...model.embeddings, embedQuery: () => Promise.reject(new Error('model is down')) },
    }
    const result = await createRetriever({ index, model: down }).search('免收租金')
    expect(result.passages.map(({ passage }) => passage.id)).toEqual(['rent-relief#c1'])
    expect(result.vectorFailure).toContain('model is down')
  })

  describe('with a reranker', () => {
    const legs = { keyword: byId('rent-relief#c1', 'rent-relief#c2', 'high-tech-enterprise#c1'), vector: [] }
    const search = (rerank: Reranker['rerank'] | null, options?: SearchOptions) =>
      createRetriever({ index: indexOf(legs), model, reranker: rerank && { name: 'double', rerank } }).search(
        '免收租金？',
        options,
      )
    const idsOf = ({ passages }: SearchResult) => passages.map(({ passage }) => passage.id)

    it('orders the passages as it judges them, and covers the question as before', async () => {
      const [before, after] = [await search(null), await search(async () => [0.1, 0.2, 0.9])]
      expect(idsOf(before)).toEqual(['rent-relief#c1', 'rent-relief#c2', 'high-tech-enterprise#c1'])
      expect(idsOf(after)).toEqual(idsOf(before).toReversed())
      expect(after.coverage).toBe(before.coverage)
      expect(after.rerankFailure).toBeUndefined()
      expect(after.passages.map(({ score }) => score)).toEqual(before.passages.map(({ score }) => score))
      for (const { passage, keyword, coverage } of after.passages)
        expect(before.passages).toContainEqual(expect.objectContaining({ passage, keyword, coverage }))
    })

    it('keeps the order of passages that it judges alike', async () => {
      expect(idsOf(await search(async () => [1, 1, 2]))).toEqual([
        'high-tech-enterprise#c1',
        'rent-relief#c1',
        'rent-relief#c2',
      ])
    })

    it('lets it read the question as it was asked, and each passage under its title', async () => {
      const read: unknown[] = []
      await search(async (question, texts) => {
        read.push(question, ...texts)
        return texts.map((_, i) => -i)
      })
      expect(read).toEqual(['免收租金？', ...legs.keyword.map(({ searchText }) => searchText)])
    })

    it('judges more passages than are asked for, but not so many that it is waited for', async () => {
      const many = { keyword: manyHits(40), vector: [] }
      const asked: number[] = []
      const rerank = async (_: string, texts: readonly string[]) => {
        asked.push(texts.length)
        return texts.map((_, i) => i)
      }
      const retriever = createRetriever({ index: indexOf(many), model, reranker: { name: 'double', rerank } })
      const { passages } = await retriever.search('租金', { limit: 30 })
      const before = await createRetriever({ index: indexOf(many), model }).search('租金', { limit: 30 })
      expect(asked).toEqual([24])
      const order = idsOf(before)
      expect(passages.map(({ passage }) => passage.id)).toEqual([
        ...order.slice(0, 24).toReversed(),
        ...order.slice(24),
      ])
      expect(idsOf(await retriever.search('租金', { limit: 2 }))).toEqual([order[23], order[22]])
    })

    it('answers in its own order while the reranker is down, and says so', async () => {
      const result = await search(() => Promise.reject(new Error('reranker is down')))
      expect(result).toEqual({ ...(await search(null)), rerankFailure: expect.stringContaining('reranker is down') })
    })

    it('stops with the reason of its asker, who leaves while the reranker reads', async () => {
      const controller = new AbortController()
      const judging = search(
        async (_question, _texts, signal) => {
          controller.abort(new Error('left'))
          signal?.throwIfAborted()
          return [3, 2, 1]
        },
        { signal: controller.signal },
      )
      await expect(judging).rejects.toThrow('left')
    })

    it('does not ask it about a single passage', async () => {
      const rerank = () => Promise.reject(new Error('not asked for'))
      const index = indexOf({ keyword: byId('rent-relief#c1'), vector: [] })
      const result = await createRetriever({ index, model, reranker: { name: 'double', rerank } }).search('租金')
      expect([idsOf(result), result.rerankFailure]).toEqual([['rent-relief#c1'], undefined])
    })
  })

  it('stops when its asker is gone', async () => {
    const index = indexOf({ keyword: hits, vector: hits })
    const signal = AbortSignal.abort()
    await expect(createRetriever({ index, model }).search('租金', { signal })).rejects.toThrow()
  })

  it('finds nothing for a question without letters', async () => {
    const index = indexOf({ keyword: hits, vector: hits })
    expect(await createRetriever({ index, model }).search('？？')).toEqual({ passages: [], coverage: 0 })
  })
})
