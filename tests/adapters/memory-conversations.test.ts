import { createMemoryConversations } from '../../src/adapters/memory-conversations.ts'
import { describeConversationStore } from '../contracts/conversation-store.ts'

describeConversationStore('memory', async () => createMemoryConversations())
