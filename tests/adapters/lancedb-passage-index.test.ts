import { describe, expect, it } from 'vitest'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import type { PassageFilter } from '../../src/retrieval/index.ts'
import { allSamples, highTech, performanceLoan, rentRelief, sampleDocument } from '../retrieval/sample-documents.ts'
import { manyDocuments } from './many-documents.ts'
import { documentsFound, model, openWith } from './sample-index.ts'
import { temporaryFolder } from './temporary-folder.ts'

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
