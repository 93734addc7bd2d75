import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createRetriever, type EmbeddingModel } from '../../src/retrieval/index.ts'
import { allSamples, highTech, performanceLoan, rentRelief } from '../retrieval/sample-documents.ts'
import { documentsFound, model, openWith } from './sample-index.ts'

/** Another model of another dimension; `turn` lets its vectors for passages wait. */
function otherModel(turn = async () => {}): EmbeddingModel {
  const shorten = (vector: number[]) => vector.slice(0, 64).map((value) => value + 0.01)
  return {
    name: 'other-model',
    dimension: 64,
    embeddings: {
      embedDocuments: async (texts) => {
        await turn()
        return (await model.embeddings.embedDocuments(texts)).map(shorten)
      },
      embedQuery: async (text) => shorten(await model.embeddings.embedQuery(text)),
    },
  }
}

function gate() {
  let open = () => {}
  const turn = new Promise<void>((resolve) => {
    open = resolve
  })
  return { turn: () => turn, open: () => open() }
}

const foldersOf = async (uri: string) => (await readdir(uri)).filter((name) => name.startsWith('passages')).sort()

describe('an index that another model made', () => {
  it.each([
    ['in memory', 5_000],
    ['in LanceDB', 0],
  ])('answers by its words while ours is made beside it, then ours by both legs: %s', async (_, residentRows) => {
    const { uri } = await openWith(allSamples)
    const { turn, open } = gate()
    const other = otherModel(turn)
    const messages: string[] = []
    const log = (message: string) => messages.push(message)
    const index = await openPassageIndex({ uri, model: other, residentRows, log })
    const search = () => createRetriever({ index, model: other }).search('小微企业租金')
    const syncing = index.sync(allSamples)
    for (let i = 0; i < 20; i += 1) {
      const { passages, vectorFailure } = await search()
      expect(passages[0]?.passage.documentId).toBe(rentRelief.id)
      expect(passages.every(({ keyword, vector }) => keyword !== null && vector === null)).toBe(true)
      expect(vectorFailure).toBeUndefined()
    }
    expect(await index.otherModel()).toContain(model.name)
    open()
    expect(await syncing).toMatchObject({ documentsAdded: 3, passagesWritten: 7 })
    expect(messages.join()).toContain(model.name)
    expect(await index.otherModel()).toBeNull()
    const [first] = (await search()).passages
    expect(first?.passage.documentId).toBe(rentRelief.id)
    expect(first?.vector).not.toBeNull()
  })

  it('stops answering from what was removed before the first new vector', async () => {
    const { uri } = await openWith(allSamples)
    const { turn, open } = gate()
    const index = await openPassageIndex({ uri, model: otherModel(turn) })
    const syncing = index.sync([rentRelief, highTech])
    await vi.waitFor(async () => {
      const hits = await index.searchKeywords('科技履约贷', { limit: 50, filter: {} })
      expect(hits.map(({ passage }) => passage.documentId)).not.toContain(performanceLoan.id)
    })
    open()
    await syncing
  })

  it('keeps answering where the new model fails', async () => {
    const { uri } = await openWith(allSamples)
    const index = await openPassageIndex({ uri, model: otherModel(() => Promise.reject(new Error('no route'))) })
    await expect(index.sync(allSamples)).rejects.toMatchObject({ code: 'embedding-failed' })
    expect(await index.searchKeywords('租金', { limit: 9, filter: {} })).not.toEqual([])
  })

  it('is seen as made anew by a reader that was open before, whichever its model', async () => {
    const { uri } = await openWith(allSamples)
    const old = await openPassageIndex({ uri, model })
    const other = otherModel()
    const [reader, writer] = await Promise.all([1, 2].map(() => openPassageIndex({ uri, model: other })))
    await writer?.sync(allSamples)
    await vi.waitFor(async () => expect(await reader?.otherModel()).toBeNull())
    // The second sync removes the table of the old model; what still has it open goes on with words.
    await writer?.sync(allSamples)
    expect(await foldersOf(uri)).toHaveLength(1)
    await vi.waitFor(async () => expect(await old.otherModel()).toContain('other-model'))
    expect(await documentsFound(old, '租金')).toContain(rentRelief.id)
  })

  it('of which a removal was cut off is cleared at the next sync', async () => {
    const { uri, index } = await openWith(allSamples)
    await mkdir(join(uri, 'passages-1.removed'))
    await index.sync(allSamples)
    expect(await foldersOf(uri)).toEqual(['passages.lance'])
  })

  it('costs only what changed to go back to', async () => {
    const { uri } = await openWith(allSamples)
    const index = await openPassageIndex({ uri, model: otherModel() })
    await index.sync([rentRelief, highTech])
    const back = await openPassageIndex({ uri, model })
    expect(await back.sync(allSamples)).toMatchObject({ documentsAdded: 1, passagesWritten: 3 })
    expect(await foldersOf(uri)).toEqual(['passages.lance'])
  })
})
