import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { describe, expect, it } from 'vitest'
import type { EmbeddingModel } from '../../src/retrieval/index.ts'

/** What every embedding model must do, whichever adapter makes it. */
export function describeEmbeddingModel(name: string, create: () => EmbeddingModel | Promise<EmbeddingModel>): void {
  describe(`an embedding model: ${name}`, () => {
    it('gives one finite vector of its dimension for each text, in their order', async () => {
      const { embeddings, dimension } = await create()
      const texts = ['研发费用加计扣除', '', '房租减免 three months', '研发费用加计扣除']
      const vectors = await embeddings.embedDocuments(texts)
      expect(vectors).toHaveLength(texts.length)
      for (const vector of vectors) {
        expect(vector).toHaveLength(dimension)
        expect(vector.every(Number.isFinite)).toBe(true)
      }
      expect(vectors[3]).toEqual(vectors[0])
    })

    it('gives a question a vector of the same dimension, the same each time', async () => {
      const { embeddings, dimension } = await create()
      const vector = await embeddings.embedQuery('研发费用怎么加计扣除？')
      expect(vector).toHaveLength(dimension)
      expect(await embeddings.embedQuery('研发费用怎么加计扣除？')).toEqual(vector)
    })

    it('of no texts makes no vectors', async () => {
      const { embeddings } = await create()
      expect(await embeddings.embedDocuments([])).toEqual([])
    })

    it('serves where LangChain expects an embedding', async () => {
      const { embeddings } = await create()
      const forLangChain: EmbeddingsInterface = embeddings
      expect(await forLangChain.embedQuery('补贴')).toEqual(await embeddings.embedQuery('补贴'))
    })
  })
}
