import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { SourceDocument } from '../policy/index.ts'

const StoredOriginal = z.object({ fileName: z.string(), addedAt: z.iso.datetime(), document: SourceDocument })
export type StoredOriginal = z.infer<typeof StoredOriginal>

/** Official originals added by an operator; each is one file, written whole or not at all. */
export interface OriginalDocuments {
  list(): Promise<StoredOriginal[]>
  find(id: string): Promise<StoredOriginal | null>
  save(original: StoredOriginal): Promise<void>
  /** By id, file name or title; returns what was removed. */
  remove(name: string): Promise<StoredOriginal[]>
}

/** A file added again under its name replaces what it held before; systems differ in how they spell accents. */
export function originalIdOf(fileName: string): string {
  return `original-${createHash('sha256').update(basename(fileName).normalize('NFC')).digest('hex').slice(0, 12)}`
}

/** What was stored cannot be read back; the message names the file and what to do. */
export class OriginalDocumentError extends Error {
  readonly code = 'original-damaged'
  constructor(file: string, cause: unknown) {
    super(`收录的文件已损坏：${file}。请删除它，再用 npm run ingest 重新收录原文。`, { cause })
  }
}

export function openOriginalDocuments(folder: string): OriginalDocuments {
  const cache = new Map<string, { readonly changedAt: number; readonly original: StoredOriginal }>()
  const pathOf = (id: string) => join(folder, `${id}.json`)

  const find = async (id: string): Promise<StoredOriginal | null> => {
    if (!/^original-[0-9a-f]{12}$/.test(id)) return null
    const info = await stat(pathOf(id)).catch(absentAsNull)
    const known = cache.get(id)
    if (!info) return null
    if (known?.changedAt === info.mtimeMs) return known.original
    const content = await readFile(pathOf(id), 'utf8').catch(absentAsNull)
    if (content === null) return null
    const original = parseOriginal(content, pathOf(id))
    cache.set(id, { changedAt: info.mtimeMs, original })
    return original
  }
  const list = async () => {
    const names = (await readdir(folder).catch(absentAsNull)) ?? []
    const found = await Promise.all(names.map((name) => find(name.replace(/\.json$/, ''))))
    return found.filter((original) => original !== null).sort((a, b) => a.document.id.localeCompare(b.document.id))
  }
  return {
    list,
    find,
    save: async (original) => {
      await mkdir(folder, { recursive: true })
      const draft = join(folder, `.${randomUUID()}.tmp`)
      try {
        await writeFile(draft, JSON.stringify(original), { flush: true })
        await rename(draft, pathOf(original.document.id))
      } finally {
        await rm(draft, { force: true })
      }
    },
    remove: async (name) => {
      const wanted = [name, originalIdOf(name)]
      const removed = (await list()).filter(({ document }) => wanted.includes(document.id) || document.title === name)
      for (const { document } of removed) await rm(pathOf(document.id), { force: true })
      return removed
    },
  }
}

function parseOriginal(content: string, file: string): StoredOriginal {
  try {
    return StoredOriginal.parse(JSON.parse(content))
  } catch (cause) {
    throw new OriginalDocumentError(file, cause)
  }
}

function absentAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
