import { Embeddings } from '@langchain/core/embeddings'
import { PromptTemplate } from '@langchain/core/prompts'
import { RunnableSequence } from '@langchain/core/runnables'
import { FakeVectorStore } from '@langchain/core/utils/testing'
import { describe, expect, it } from 'vitest'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { PolicyRetriever } from '../../src/adapters/langchain-retriever.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { createRetriever, type EmbeddingModel } from '../../src/retrieval/index.ts'
import { temporaryFolder } from '../adapters/temporary-folder.ts'
import { allSamples, performanceLoan, rentRelief } from '../retrieval/sample-documents.ts'

async function retrieverWith(model: EmbeddingModel) {
  const index = await openPassageIndex({ uri: await temporaryFolder(), model })
  await index.sync(allSamples)
  return createRetriever({ index, model })
}

describe('with LangChain', () => {
  it('any of its embeddings serves as our model', async () => {
    class LengthEmbeddings extends Embeddings {
      constructor() {
        super({})
      }
      async embedDocuments(texts: string[]) {
        return texts.map((text) => [text.length, 1])
      }
      async embedQuery(text: string) {
        return [text.length, 1]
      }
    }
    const retriever = await retrieverWith({ name: 'length', dimension: 2, embeddings: new LengthEmbeddings() })
    const { passages } = await retriever.search('科技履约贷的保费补贴是多少')
    expect(passages[0]?.passage).toEqual(performanceLoan.passages[0])
    expect(passages.every(({ vector }) => vector !== null)).toBe(true)
  })

  it('our embedding serves its vector stores', async () => {
    const store = new FakeVectorStore(createNgramEmbeddings().embeddings)
    await store.addDocuments(allSamples.map(({ id, text }) => ({ pageContent: text, metadata: { id } })))
    const [first] = await store.similaritySearch('小微企业租金', 1)
    expect(first?.metadata.id).toBe(rentRelief.id)
  })

  it('our retriever runs in a sequence and gives quotes with their place and scores', async () => {
    const retriever = new PolicyRetriever({
      retriever: await retrieverWith(createNgramEmbeddings()),
      options: () => ({ limit: 2, filter: { inForceAt: '2025-06-01' } }),
    })
    const [first] = await retriever.invoke('小微企业免收几个月租金')
    expect(first?.pageContent).toBe('承租国有房屋的小微企业，免收三个月租金。')
    expect(first?.metadata).toMatchObject({ documentId: rentRelief.id, anchor: 'c1', keywordRank: 1 })
    const sequence = RunnableSequence.from([
      retriever,
      (documents: { pageContent: string }[]) => ({
        context: documents.map(({ pageContent }) => pageContent).join('\n'),
      }),
      PromptTemplate.fromTemplate('依据：{context}'),
    ])
    const prompt = await sequence.invoke('小微企业免收几个月租金')
    expect(prompt.toString()).toContain('免收三个月租金')
    const [streamed] = await sequence.batch(['科技履约贷的保费补贴'])
    expect(streamed?.toString()).toContain('50%')
  })

  it('our retriever applies the filter of the moment to each search', async () => {
    const days = ['2025-06-01', '2026-06-01']
    const retriever = new PolicyRetriever({
      retriever: await retrieverWith(createNgramEmbeddings()),
      options: () => ({ filter: { inForceAt: days.shift() ?? '2026-11-23' } }),
    })
    const found = async () => (await retriever.invoke('租金')).map(({ metadata }) => metadata.documentId)
    expect(await found()).toContain(rentRelief.id)
    expect(await found()).not.toContain(rentRelief.id)
  })
})
