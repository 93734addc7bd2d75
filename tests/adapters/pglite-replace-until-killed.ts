import { openConversationStore } from '../../src/adapters/pglite-conversations.ts'
import { sampleTurn } from '../contracts/conversation-store-samples.ts'

/** Corrects the third question without end and prints each number once its exchange is acknowledged. */
const [, , folder = '', conversationId = '', ownerId = ''] = process.argv
const store = await openConversationStore(folder)
for (const question of ['甲', '乙']) await store.append(conversationId, ownerId, sampleTurn(conversationId, question))
let replaced = sampleTurn(conversationId, '0')
await store.append(conversationId, ownerId, replaced)
for (let number = 1; ; number += 1) {
  const turn = sampleTurn(conversationId, String(number))
  await store.replace(conversationId, ownerId, replaced.answer.id, turn)
  replaced = turn
  process.stdout.write(`${number}\n`)
}
