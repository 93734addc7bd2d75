import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { MatchResult } from '../../reading/index.ts'

interface Kept {
  readonly ownerId: string
  readonly path: string
  readonly result: MatchResult
  readonly timer: NodeJS.Timeout
}

/** Results that wait to be fetched by their owners, for a while and not too many; each lies in a folder of its own. */
export function createResultShelf({ mostKept, keepMs }: { readonly mostKept: number; readonly keepMs: number }) {
  const kept = new Map<string, Kept>()

  const remove = async (id: string) => {
    const one = kept.get(id)
    if (!one) return
    kept.delete(id)
    clearTimeout(one.timer)
    await rm(dirname(one.path), { recursive: true, force: true })
  }

  return {
    async add(id: string, ownerId: string, path: string, fileName: string): Promise<void> {
      const { size } = await stat(path)
      const [oldest] = kept.keys()
      if (kept.size >= mostKept && oldest !== undefined) await remove(oldest)
      const timer = setTimeout(() => void remove(id), keepMs)
      timer.unref()
      const result = { fileName, bytes: size, open: () => createReadStream(path), remove: () => remove(id) }
      kept.set(id, { ownerId, path, timer, result })
    },
    find(id: string, ownerId: string): MatchResult | null {
      const one = kept.get(id)
      return one?.ownerId === ownerId ? one.result : null
    },
    /** Forgets all; their folders go with the one around them. */
    close(): void {
      for (const { timer } of kept.values()) clearTimeout(timer)
      kept.clear()
    },
  }
}
