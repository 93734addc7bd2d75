import { expect, test } from 'vitest'
import { countGrams, createRetriever, normaliseForSearch, searchableText } from '../../src/retrieval/index.ts'
import { allSamples } from './sample-documents.ts'

const hits = allSamples.flatMap((document) =>
  document.passages.map((passage) => ({
    passage,
    score: 1,
    searchText: normaliseForSearch(searchableText(document, passage)),
  })),
)

test('a search by words alone asks no model, and finds what the keywords find', async () => {
  const asked: string[] = []
  const retriever = createRetriever({
    index: {
      searchKeywords: async () => hits,
      searchVector: () => Promise.reject(new Error('not asked for')),
      gramStatistics: async () => countGrams(hits.map(({ searchText }) => searchText)),
      sync: () => Promise.reject(new Error('not asked for')),
      count: async () => hits.length,
      close: async () => {},
    },
    model: {
      name: 'double',
      dimension: 2,
      embeddings: {
        embedDocuments: async () => [],
        embedQuery: async (text) => {
          asked.push(text)
          return [1, 0]
        },
      },
    },
    reranker: {
      name: 'double',
      rerank: async (query: string) => {
        asked.push(query)
        return []
      },
    },
  })
  const { passages } = await retriever.search('免收租金', { wordsOnly: true, limit: 100 })
  expect(passages).toHaveLength(hits.length)
  expect(asked).toEqual([])
})
