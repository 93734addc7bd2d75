import { createMemoryConversations } from '../../src/adapters/memory-conversations.ts'
import { describeConversationSharing } from '../contracts/conversation-sharing.ts'
import { describeConversationStore } from '../contracts/conversation-store.ts'

describeConversationStore('memory', async () => createMemoryConversations())

describeConversationSharing('memory', async () => createMemoryConversations())
