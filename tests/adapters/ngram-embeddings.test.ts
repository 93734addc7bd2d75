import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { describeEmbeddingModel } from '../contracts/embedding-model.ts'

describeEmbeddingModel('n-grams', createNgramEmbeddings)

const { embeddings } = createNgramEmbeddings()

async function similarity(question: string, text: string): Promise<number> {
  const [document = []] = await embeddings.embedDocuments([text])
  const query = await embeddings.embedQuery(question)
  return query.reduce((total, value, i) => total + value * (document[i] ?? 0), 0)
}

describe('the n-gram embedding', () => {
  it('has length 1 for any text with letters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[a-z0-9企业税收优惠]{1,40}$/), async (text) => {
        const [vector = []] = await embeddings.embedDocuments([text])
        expect(Math.hypot(...vector)).toBeCloseTo(1)
      }),
    )
  })

  it('places texts that share words closer than texts that share none', async () => {
    const near = await similarity('高新技术企业认定条件', '高新技术企业认定管理办法')
    const far = await similarity('高新技术企业认定条件', '国有房屋租金减免')
    expect(near).toBeGreaterThan(far + 0.3)
  })

  it('ignores width, case and the words that make a question', async () => {
    expect(await similarity('什么是ＥＳＧ报告？', 'esg报告')).toBeGreaterThan(0.8)
  })
})
