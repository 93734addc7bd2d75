import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  type DeskEvent,
  FirmListError,
  type MatchDesk,
  type MatchWish,
  type ReceivedList,
} from '../../reading/index.ts'
import { type MatchBasis, matchInThread } from './match-thread.ts'
import { createResultShelf } from './result-shelf.ts'

export interface DeskLimits {
  /** Where the temporary folder is made. */
  readonly folder: string
  readonly mostBytes: number
  readonly mostRows: number
  /** Lists matched at the same time. */
  readonly mostRunning: number
  /** Results kept; the oldest goes first. */
  readonly mostKept: number
  readonly keepMs: number
}

export const usualLimits: DeskLimits = {
  folder: tmpdir(),
  mostBytes: 20 * 1024 * 1024,
  mostRows: 100_000,
  mostRunning: 2,
  mostKept: 10,
  keepMs: 30 * 60_000,
}

/** Lists and results lie in a temporary folder that goes away with the service, each list in one of its own. */
export async function createMatchDesk(basis: MatchBasis, limits: DeskLimits): Promise<MatchDesk> {
  const folder = await mkdtemp(join(limits.folder, 'policy-navigator-lists-'))
  const shelf = createResultShelf(limits)
  let running = 0

  async function* run(list: ReceivedList, wish: MatchWish, signal: AbortSignal): AsyncGenerator<DeskEvent> {
    const resultId = randomUUID()
    const outputPath = join(dirname(list.path), `result.${wish.format}`)
    const request = { ...wish, inputPath: list.path, fileName: list.fileName, outputPath, mostRows: limits.mostRows }
    let isKept = false
    running += 1
    try {
      for await (const event of matchInThread(request, basis, signal)) {
        if (event.type === 'match-end') await shelf.add(resultId, wish.ownerId, outputPath, resultName(wish))
        isKept = event.type === 'match-end'
        yield event.type === 'match-end' ? { ...event, resultId } : event
      }
    } finally {
      running -= 1
      // A thread that was stopped leaves half a result in the folder of its list.
      await (isKept ? rm(list.path, { force: true }) : list.discard())
    }
  }

  return {
    mostBytes: limits.mostBytes,
    async receive(upload, fileName) {
      const own = join(folder, randomUUID())
      await mkdir(own)
      const path = join(own, 'list')
      const name = basename(fileName.replaceAll('\\', '/')).slice(0, 200) || 'list'
      const discard = () => rm(own, { recursive: true, force: true })
      try {
        await pipeline(upload, limitBytes(limits.mostBytes, name), createWriteStream(path))
      } catch (error) {
        await discard()
        throw error
      }
      return { fileName: name, path, discard }
    },
    async *match(list, wish, signal) {
      if (running >= limits.mostRunning) {
        await list.discard()
        throw new FirmListError('match-busy')
      }
      yield* run(list, wish, signal)
    },
    find: shelf.find,
    async close() {
      shelf.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function resultName({ asOf, format, locale }: MatchWish): string {
  return locale === 'en' ? `policy-match-${asOf}.${format}` : `政策匹配结果-${asOf}.${format}`
}

function limitBytes(limit: number, file: string): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      const isTooMuch = seen > limit
      done(isTooMuch ? new FirmListError('list-too-large', { file, limit: String(limit / 1024 / 1024) }) : null, chunk)
    },
  })
}
