import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { openPassageIndex } from '../../src/adapters/lancedb-passage-index.ts'
import { createNgramEmbeddings } from '../../src/adapters/ngram-embeddings.ts'
import { manyDocuments } from './many-documents.ts'
import { temporaryFolder } from './temporary-folder.ts'

const model = createNgramEmbeddings()

/** Starts a sync in another process and kills it when it says that `done` passages or more are prepared. */
async function syncUntilKilled(
  uri: string,
  count: number,
  edition: string,
  done: number,
  modelName = model.name,
): Promise<void> {
  const script = new URL('lancedb-sync-until-killed.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [script, uri, String(count), edition, modelName])
  const exit = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    if (Number(line) >= done) child.kill('SIGKILL')
  }
  const [, signal] = await exit
  expect(signal).toBe('SIGKILL')
}

describe('a sync that is killed', () => {
  it('before its first commit leaves the old index answering', async () => {
    const uri = await temporaryFolder()
    const before = await openPassageIndex({ uri, model })
    await before.sync(manyDocuments(20, '旧版'))
    await before.close()
    await syncUntilKilled(uri, 500, '新版', 1)
    const index = await openPassageIndex({ uri, model })
    const found = await index.searchKeywords('旧版', { limit: 300, filter: {} })
    expect(found).toHaveLength(200)
    await index.close()
  })

  it('while it makes the vectors of another model leaves the words of the old index answering', async () => {
    const uri = await temporaryFolder()
    const before = await openPassageIndex({ uri, model })
    await before.sync(manyDocuments(600, '现行'))
    await before.close()
    const other = { ...model, name: 'other-model' }
    for (const done of [1, 4250]) {
      await syncUntilKilled(uri, 600, '现行', done, other.name)
      const index = await openPassageIndex({ uri, model: other })
      expect(await index.otherModel()).toContain(model.name)
      const [first] = await index.searchKeywords('企业599', { limit: 1, filter: {} })
      expect(first?.passage.documentId).toBe('policy-599')
      await index.close()
    }
    const index = await openPassageIndex({ uri, model: other })
    expect(await index.sync(manyDocuments(600, '现行'))).toMatchObject({ passagesWritten: 2000 })
    expect(await index.otherModel()).toBeNull()
    await index.close()
  })

  it('between two commits is completed by the next one, which writes only the rest', async () => {
    const uri = await temporaryFolder()
    await syncUntilKilled(uri, 600, '新版', 4250)
    const index = await openPassageIndex({ uri, model })
    const report = await index.sync(manyDocuments(600, '新版'))
    expect(report.passagesWritten).toBe(2000)
    expect(await index.count()).toBe(6000)
    const [first] = await index.searchKeywords('企业599', { limit: 1, filter: {} })
    expect(first?.passage.documentId).toBe('policy-599')
    await index.close()
  })
}, 60_000)
