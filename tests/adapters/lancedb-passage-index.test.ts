import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect, Index } from '@lancedb/lancedb'
import { describe, expect, it } from 'vitest'
import { acquireLock } from '../../src/adapters/file-lock.ts'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import type { SourceDocument } from '../../src/policy/index.ts'
import type { EmbeddingModel, PassageFilter, PassageIndex } from '../../src/retrieval/index.ts'
import { allSamples, highTech, performanceLoan, rentRelief, sampleDocument } from '../retrieval/sample-documents.ts'
import { manyDocuments } from './many-documents.ts'
import { temporaryFolder } from './temporary-folder.ts'

const model = createNgramEmbeddings()

async function openWith(
  documents: readonly SourceDocument[],
  residentRows = 5_000,
): Promise<{ index: PassageIndex; uri: string }> {
  const uri = await temporaryFolder()
  const index = await openPassageIndex({ uri, model, residentRows })
  await index.sync(documents)
  return { index, uri }
}

/** Documents found by both legs together. */
async function documentsFound(index: PassageIndex, query: string, filter: PassageFilter = {}): Promise<string[]> {
  const options = { limit: 50, filter }
  const keyword = await index.searchKeywords(query, options)
  const vector = await index.searchVector(await model.embeddings.embedQuery(query), options)
  return [...new Set([...keyword, ...vector].map(({ passage }) => passage.documentId))].sort()
}

describe.each([
  ['in memory', 5_000],
  ['in LanceDB', 0],
])('the passage index, searched %s', (_, residentRows) => {
  it('finds Chinese by keywords and by vector, verbatim, with offsets and headings', async () => {
    const { index } = await openWith(allSamples, residentRows)
    const [keyword] = await index.searchKeywords('保费补贴', { limit: 3, filter: {} })
    const vector = await index.searchVector(await model.embeddings.embedQuery('保费补贴'), { limit: 3, filter: {} })
    expect(keyword?.passage).toEqual(performanceLoan.passages[0])
    expect(vector[0]?.passage).toEqual(performanceLoan.passages[0])
    expect(vector[0]?.score).toBeGreaterThan(vector[1]?.score ?? 1)
  })

  it('finds a document by another name that its text does not hold', async () => {
    const { index } = await openWith(allSamples, residentRows)
    const [first] = await index.searchKeywords('高企', { limit: 1, filter: {} })
    expect(first?.passage.documentId).toBe(highTech.id)
  })

  it('finds nothing before its first sync and after its last document is gone', async () => {
    const index = await openPassageIndex({ uri: await temporaryFolder(), model, residentRows })
    expect(await documentsFound(index, '企业')).toEqual([])
    expect(await index.count()).toBe(0)
    await index.sync(allSamples)
    await index.sync([])
    expect(await documentsFound(index, '企业')).toEqual([])
    await index.sync(allSamples)
    expect(await documentsFound(index, '企业')).toHaveLength(3)
  })

  it.each<[string, PassageFilter, string[]]>([
    ['no filter', {}, ['high-tech-enterprise', 'rent-relief', 'tech-performance-loan']],
    [
      'the last day of one',
      { inForceAt: '2025-12-31' },
      ['high-tech-enterprise', 'rent-relief', 'tech-performance-loan'],
    ],
    ['the day after', { inForceAt: '2026-01-01' }, ['high-tech-enterprise', 'tech-performance-loan']],
    ['the day before it began', { inForceAt: '2024-12-31' }, ['high-tech-enterprise', 'tech-performance-loan']],
    ['a level', { levels: ['district'] }, ['rent-relief']],
    ['kinds', { kinds: ['loan', 'qualification'] }, ['high-tech-enterprise', 'tech-performance-loan']],
    ['a document', { documentIds: ['rent-relief'] }, ['rent-relief']],
    ['no document', { documentIds: [] }, []],
    ['all at once', { inForceAt: '2025-06-01', levels: ['district'], kinds: ['loan'] }, []],
  ])('lets through what its filter allows: %s', async (_, filter, expected) => {
    const { index } = await openWith(allSamples, residentRows)
    expect(await documentsFound(index, '企业租金', filter)).toEqual(expected)
  })

  it('never presents a draft or a historical document as in force', async () => {
    const texts = ['小微企业免收租金。']
    const { index } = await openWith(
      [
        sampleDocument('draft', '草案', texts, { status: 'draft' }),
        sampleDocument('historical', '旧办法', texts, { status: 'historical' }),
        sampleDocument('unverified', '待核办法', texts, { status: 'unverified' }),
      ],
      residentRows,
    )
    expect(await documentsFound(index, '免收租金', { inForceAt: '2026-11-23' })).toEqual(['unverified'])
  })

  it('holds a clause to its own dates within those of its document', async () => {
    const document = sampleDocument('windows', '分段办法', ['甲段补贴。', '乙段补贴。'])
    const [first, second] = document.passages
    if (!first || !second) throw new Error('the sample has two passages')
    const passages = [first, { ...second, validFrom: '2026-08-01' }]
    const { index } = await openWith([{ ...document, passages, effectiveUntil: '2026-12-31' }], residentRows)
    const anchors = async (inForceAt: string) =>
      (await index.searchKeywords('补贴', { limit: 9, filter: { inForceAt } }))
        .map(({ passage }) => passage.anchor)
        .sort()
    expect(await anchors('2026-07-31')).toEqual(['c1'])
    expect(await anchors('2026-08-01')).toEqual(['c1', 'c2'])
    expect(await anchors('2027-01-01')).toEqual([])
  })

  it('reads a filter value as a value, whatever it holds', async () => {
    const hostile = `x' OR 1=1 --`
    const { index } = await openWith([...allSamples, sampleDocument(hostile, '怪名', ['企业补贴。'])], residentRows)
    expect(await documentsFound(index, '企业', { documentIds: [hostile] })).toEqual([hostile])
    expect(await documentsFound(index, '企业', { documentIds: [`' OR '1'='1`] })).toEqual([])
    await index.sync(allSamples)
    expect(await documentsFound(index, '企业')).toHaveLength(3)
  })

  it('takes any characters in a query as text', async () => {
    const { index } = await openWith(allSamples, residentRows)
    for (const query of ['"', "'", 'a AND (', '租金 -企业', '*', '\\', '😀']) await documentsFound(index, query)
    expect(await documentsFound(index, '“租金”')).toContain(rentRelief.id)
  })
})

describe('the two ways to search', () => {
  it('agree on order and scores', async () => {
    const { index, uri } = await openWith(manyDocuments(20, '现行'))
    const inDatabase = await openPassageIndex({ uri, model, residentRows: 0 })
    const options = { limit: 20, filter: { inForceAt: '2026-11-23' } }
    for (const query of ['企业7第3项补贴', '第12号办法', '可以申请']) {
      const vector = await model.embeddings.embedQuery(query)
      const [resident, stored] = await Promise.all(
        [index, inDatabase].map(async (one) => [
          ...(await one.searchKeywords(query, options)),
          ...(await one.searchVector(vector, options)),
        ]),
      )
      expect(resident?.map(({ score }) => score.toFixed(3))).toEqual(stored?.map(({ score }) => score.toFixed(3)))
    }
  })
})

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
    expect(await documentsFound(reader, '租金')).toEqual([rentRelief.id])
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
  it('made by another model refuses to search and says what to do, until a sync rebuilds it', async () => {
    const { uri } = await openWith(allSamples)
    const other: EmbeddingModel = { ...model, name: 'other-model' }
    const messages: string[] = []
    const index = await openPassageIndex({ uri, model: other, log: (message) => messages.push(message) })
    await expect(index.searchKeywords('租金', { limit: 1, filter: {} })).rejects.toMatchObject({
      code: 'model-mismatch',
      message: expect.stringContaining('npm run ingest'),
    })
    expect(await index.sync(allSamples)).toMatchObject({ documentsAdded: 3, passagesWritten: 7 })
    expect(messages.join()).toContain(model.name)
    expect(await documentsFound(index, '租金')).toContain(rentRelief.id)
  })

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
