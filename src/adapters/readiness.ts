import { randomUUID } from 'node:crypto'
import type { ConversationStore } from '../answering/index.ts'
import type { PassageIndex } from '../retrieval/index.ts'

/** Whether each part that answers need is there, with what it holds or why it is not. */
export async function checkReady(index: PassageIndex, conversations: ConversationStore) {
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
  ])
}
