import { RetrievalError, type SyncReport } from '../retrieval/index.ts'
import type { ModelObserver } from './guarded-chat-model.ts'
import type { LancedbPassageIndex } from './lancedb-passage-index.ts'

/** What a service tells besides its answers. */
export interface ServiceHooks {
  readonly onProgress?: (done: number, total: number) => void
  readonly observe?: ModelObserver
  readonly log?: (message: string) => void
}

/** How far the index is up to date. */
export interface IndexUpkeep {
  /** Null where the index is not up to date yet. */
  readonly report: SyncReport | null
  /** Why not; null once it is. */
  problem(): string | null
}

/**
 * Brings the index up to date: before any answer where our model made it, else behind the answers, as a new
 * set of vectors may take hours. A model that is down does not stop a start that has an index to answer from.
 */
export async function keepIndex(
  index: LancedbPassageIndex,
  sync: () => Promise<SyncReport>,
  log: (message: string) => void,
): Promise<IndexUpkeep> {
  const other = await index.otherModel()
  if (other !== null) return rebuildBehind(other, sync, log)
  try {
    const report = await sync()
    return { report, problem: () => null }
  } catch (error) {
    const isModelDown = error instanceof RetrievalError && error.code === 'embedding-failed'
    if (!isModelDown || (await index.count()) === 0) throw error
    log(error.message)
    return { report: null, problem: () => 'not up to date: the embedding model failed' }
  }
}

function rebuildBehind(other: string, sync: () => Promise<SyncReport>, log: (message: string) => void): IndexUpkeep {
  let problem: string | null = 'vectors of the new model are being made, keywords answer'
  log(`检索索引由另一个向量模型建立：${other}；新索引正在旁边建立，期间只用关键词检索。`)
  sync().then(
    () => {
      problem = null
      log('新的检索索引已建好并启用。')
    },
    (error: unknown) => {
      problem = 'making the vectors of the new model failed, keywords answer'
      log(
        `新的检索索引没有建好，继续用关键词检索；重新启动会接着建立。原因：${error instanceof Error ? error.message : error}`,
      )
    },
  )
  return { report: null, problem: () => problem }
}
