import { randomUUID } from 'node:crypto'
import type { ConversationStore } from '../answering/index.ts'
import type { PassageIndex } from '../retrieval/index.ts'

export interface ReadyParts {
  readonly index: PassageIndex
  readonly conversations: ConversationStore
  /** Name of the embedding model, and why its vectors do not answer; null where they do. */
  readonly embedding: { readonly name: string; problem(): string | null }
  readonly languageModel: { state(): string }
  readonly reranker: { state(): string }
}

/** Whether each part that answers need is there, with what it holds or why it is not; models are not needed. */
export async function checkReady({ index, conversations, embedding, languageModel, reranker }: ReadyParts) {
  const check = async (name: string, work: () => Promise<string>) => {
    try {
      return { name, ok: true, detail: await work() }
    } catch (error) {
      return { name, ok: false, detail: error instanceof Error ? error.message : String(error) }
    }
  }
  return Promise.all([
    check('index', async () => {
      const passages = await index.count()
      if (passages === 0) throw new Error('the index is empty')
      return `${passages} passages`
    }),
    check('conversations', async () => {
      await conversations.turns(randomUUID(), 'readiness')
      return 'ok'
    }),
    { name: 'embedding-model', ok: true, detail: [embedding.name, embedding.problem() ?? 'ok'].join(': ') },
    { name: 'language-model', ok: true, detail: languageModel.state() },
    { name: 'reranker', ok: true, detail: reranker.state() },
  ])
}
