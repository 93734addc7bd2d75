import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, Index } from '@lancedb/lancedb'
import { describe, expect, it, vi } from 'vitest'
import { acquireLock } from '../../src/adapters/file-lock.ts'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import type { EmbeddingModel } from '../../src/retrieval/index.ts'
import { allSamples, highTech, performanceLoan, rentRelief, sampleDocument } from '../retrieval/sample-documents.ts'
import { documentsFound, model, openWith } from './sample-index.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe('a sync', () => {
  it('writes only what changed and removes what is no longer given', async () => {
    const { index } = await openWith([performanceLoan, rentRelief])
    const unchanged = await index.sync([performanceLoan, rentRelief])
    expect(unchanged).toMatchObject({ passagesWritten: 0, passagesRemoved: 0, documentsChanged: 0 })
    const shortened = sampleDocument(rentRelief.id, rentRelief.title, ['承租国有房屋的小微企业，免收六个月租金。'])
    expect(await index.sync([shortened, highTech])).toEqual({
      documentsAdded: 1,
      documentsChanged: 1,
      documentsRemoved: 1,
      passagesWritten: 3,
      passagesRemoved: 4,
    })
    expect(await documentsFound(index, '科技履约贷')).not.toContain(performanceLoan.id)
    const [first] = await index.searchKeywords('免收租金', { limit: 5, filter: {} })
    expect(first?.passage.text).toContain('六个月')
  })

  it('notices a change of what is not in the text: status, dates, other names', async () => {
    const { index } = await openWith([rentRelief])
    const prolonged = { ...rentRelief, effectiveUntil: '2027-12-31', aliases: ['免租令'] }
    expect(await index.sync([prolonged])).toMatchObject({ documentsChanged: 1, passagesWritten: 2 })
    expect(await documentsFound(index, '免租令', { inForceAt: '2026-11-23' })).toEqual([rentRelief.id])
  })

  it('is seen by a reader that was open before it', async () => {
    const { index, uri } = await openWith([performanceLoan])
    const reader = await openPassageIndex({ uri, model })
    expect(await documentsFound(reader, '租金')).toEqual([performanceLoan.id])
    await index.sync([rentRelief])
    await vi.waitFor(async () => expect(await documentsFound(reader, '租金')).toEqual([rentRelief.id]))
  })

  it('waits for another sync of its process and refuses beside one of another process', async () => {
    const { index, uri } = await openWith([])
    await Promise.all([index.sync([performanceLoan]), index.sync([rentRelief])])
    expect(await documentsFound(index, '企业')).toEqual([rentRelief.id])
    const release = await acquireLock(uri, '检索索引')
    await expect(index.sync([highTech])).rejects.toThrow(uri)
    await release()
  })

  it('refuses two documents of one id before it writes anything', async () => {
    const { index } = await openWith([performanceLoan])
    await expect(index.sync([rentRelief, rentRelief])).rejects.toMatchObject({ code: 'bad-document' })
    expect(await index.count()).toBe(3)
  })

  it.each([
    ['too short', [1]],
    ['no number', new Array<number>(512).fill(Number.NaN)],
    ['missing', undefined],
  ])('refuses a vector that is %s and keeps what it had', async (_, vector) => {
    const { index, uri } = await openWith([performanceLoan])
    const broken: EmbeddingModel = {
      ...model,
      // A faulty model is what is tested here: its answer need not have the promised type.
      embeddings: { ...model.embeddings, embedDocuments: async (texts) => texts.map(() => vector as number[]) },
    }
    const writer = await openPassageIndex({ uri, model: broken })
    await expect(writer.sync([performanceLoan, rentRelief])).rejects.toMatchObject({ code: 'bad-vector' })
    await expect(index.searchVector([1, 2], { limit: 1, filter: {} })).rejects.toMatchObject({ code: 'bad-vector' })
    expect(await documentsFound(index, '企业')).toEqual([performanceLoan.id])
  })
})

it('a sync whose embedding model fails names the model and keeps what it had', async () => {
  const { index, uri } = await openWith([performanceLoan])
  const down: EmbeddingModel = {
    ...model,
    embeddings: { ...model.embeddings, embedDocuments: () => Promise.reject(new Error('no route')) },
  }
  const writer = await openPassageIndex({ uri, model: down })
  await expect(writer.sync([performanceLoan, rentRelief])).rejects.toMatchObject({
    code: 'embedding-failed',
    message: expect.stringContaining('no route'),
  })
  expect(await documentsFound(index, '企业')).toEqual([performanceLoan.id])
})

describe('opening an index', () => {
  it('whose keyword leg finds no Chinese fails at once', async () => {
    const { index, uri } = await openWith(allSamples)
    await index.close()
    const table = await (await connect(uri)).openTable('passages')
    await table.createIndex('grams', { config: Index.fts({ baseTokenizer: 'raw' }), replace: true })
    await expect(openPassageIndex({ uri, model })).rejects.toMatchObject({ code: 'keyword-leg-blind' })
  })

  it('in a folder that cannot exist names the folder', async () => {
    const file = join(await temporaryFolder(), 'file')
    await writeFile(file, '')
    await expect(openPassageIndex({ uri: join(file, 'index'), model })).rejects.toMatchObject({
      code: 'index-unreadable',
      message: expect.stringContaining(file),
    })
  })
})
