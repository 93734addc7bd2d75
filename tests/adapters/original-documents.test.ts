import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOriginalDocuments, originalIdOf, type StoredOriginal } from '../../src/adapters/original-documents.ts'
import type { SourceDocument } from '../../src/policy/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

function original(fileName: string, text = '正文。', title = `《${fileName}》的标题`): StoredOriginal {
  const document: SourceDocument = {
    id: originalIdOf(fileName),
    origin: 'original',
    title,
    documentNumber: null,
    level: null,
    kind: null,
    status: 'in-force',
    publishedOn: null,
    effectiveFrom: null,
    effectiveUntil: null,
    sourceUrl: null,
    aliases: [],
    text,
    passages: [],
  }
  return { fileName, addedAt: '2026-11-23T00:00:00.000Z', document }
}

const names = (originals: readonly StoredOriginal[]) => originals.map(({ fileName }) => fileName).sort()

describe('added originals', () => {
  test('are none in a folder that does not exist yet', async () => {
    const originals = openOriginalDocuments(join(await temporaryFolder(), 'none'))
    expect(await originals.list()).toEqual([])
    expect(await originals.find(originalIdOf('a.txt'))).toBeNull()
    expect(await originals.remove('a.txt')).toEqual([])
  })

  test('are found again by another process, whole', async () => {
    const folder = await temporaryFolder()
    await openOriginalDocuments(folder).save(original('通知.pdf'))
    expect(await openOriginalDocuments(folder).list()).toEqual([original('通知.pdf')])
  })

  test('are replaced by a file of the same name, wherever it lay, also for a reader that is open', async () => {
    const folder = await temporaryFolder()
    const reader = openOriginalDocuments(folder)
    const writer = openOriginalDocuments(folder)
    await writer.save(original('通知.pdf', '旧。'))
    expect((await reader.find(originalIdOf('通知.pdf')))?.document.text).toBe('旧。')
    await writer.save(original('通知.pdf', '新的正文。'))
    expect((await reader.find(originalIdOf('下载/通知.pdf')))?.document.text).toBe('新的正文。')
    expect(await reader.list()).toHaveLength(1)
  })

  test('have one id however the system spells the accents of their name', () => {
    expect(originalIdOf('re\u0301sume\u0301.txt')).toBe(originalIdOf('r\u00e9sum\u00e9.txt'))
  })

  test.each([
    ['file name', '甲.txt'],
    ['path', 'downloads/甲.txt'],
    ['title', '甲的标题'],
    ['id', originalIdOf('甲.txt')],
  ])('are removed by %s, and only those', async (_, name) => {
    const originals = openOriginalDocuments(await temporaryFolder())
    await originals.save(original('甲.txt', '正文。', '甲的标题'))
    await originals.save(original('乙.txt'))
    expect(names(await originals.remove(name))).toEqual(['甲.txt'])
    expect(names(await originals.list())).toEqual(['乙.txt'])
    expect(await originals.find(originalIdOf('甲.txt'))).toBeNull()
  })

  test('leave no half-written file behind and do not take one for an original', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, '.0f0f.tmp'), '{"fileName":')
    const originals = openOriginalDocuments(folder)
    await originals.save(original('甲.txt'))
    expect(await readdir(folder)).toHaveLength(2)
    expect(names(await originals.list())).toEqual(['甲.txt'])
  })

  test.each(['../../package', 'original-zzzzzzzzzzzz', '', 'high-tech-enterprise'])(
    'are not sought under a name that is no id: %j',
    async (id) => expect(await openOriginalDocuments(await temporaryFolder()).find(id)).toBeNull(),
  )

  test.each(['{"fileName":', '{}', ''])(
    'that were damaged on the disk are named, with a way out: %j',
    async (content) => {
      const folder = await temporaryFolder()
      const path = join(folder, `${originalIdOf('甲.txt')}.json`)
      await writeFile(path, content)
      await expect(openOriginalDocuments(folder).list()).rejects.toMatchObject({
        code: 'original-damaged',
        message: expect.stringMatching(`${path}.*请删除它`),
      })
    },
  )
})
