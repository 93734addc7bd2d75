import { randomUUID } from 'node:crypto'
import { openConversationStore } from '../../src/adapters/pglite-conversations.ts'
import { sampleTurn } from '../contracts/conversation-store-samples.ts'

/** Appends without end and prints the question of each exchange once it is acknowledged. */
const [, , folder = '', conversationId = '', ownerId = ''] = process.argv
const store = await openConversationStore(folder)

async function appendForEver(): Promise<never> {
  for (;;) {
    const turn = sampleTurn(conversationId, randomUUID())
    await store.append(conversationId, ownerId, turn)
    process.stdout.write(`${turn.question}\n`)
  }
}
await Promise.all(Array.from({ length: 5 }, appendForEver))
