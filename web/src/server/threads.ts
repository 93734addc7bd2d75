import type { ConversationList, Locale, SharedReply, ShareReply } from '../contract.ts'
import { ServerProblem } from './problem.ts'
import { root } from './root.ts'
import { postJson, send } from './server.ts'

/** One page of this reader's conversations, the latest first; `after` as the page before gave it. */
export async function fetchConversations(after: string | null): Promise<ConversationList> {
  return (await send(after === null ? 'conversations' : `conversations?after=${encodeURIComponent(after)}`)).json()
}

export async function deleteConversations(): Promise<void> {
  await send('conversations', { method: 'DELETE' })
}

export interface AnswerIds {
  readonly conversationId: string
  readonly answerId: string
}

/** The link of an answer; null where it has none. */
export async function fetchShare(ids: AnswerIds): Promise<ShareReply | null> {
  try {
    return await (await send(shareOf(ids))).json()
  } catch (error) {
    if (error instanceof ServerProblem && error.kind === 'gone') return null
    throw error
  }
}

export async function shareAnswer(ids: AnswerIds, withVerdicts: boolean): Promise<ShareReply> {
  return (await send(shareOf(ids), postJson({ withVerdicts }))).json()
}

export async function endShare(ids: AnswerIds): Promise<void> {
  await send(shareOf(ids), { method: 'DELETE' })
}

export async function fetchShared(id: string): Promise<SharedReply> {
  return (await send(`shared/${encodeURIComponent(id)}`)).json()
}

/** Where the browser downloads a conversation, or one answer of it, as a file. */
export function exportAddress(
  conversationId: string,
  answerId: string | null,
  format: 'md' | 'docx',
  locale: Locale,
): string {
  const query = new URLSearchParams({ format, locale, ...(answerId === null ? {} : { answerId }) })
  return `${root}v1/conversations/${encodeURIComponent(conversationId)}/export?${query}`
}

function shareOf({ conversationId, answerId }: AnswerIds): string {
  return `conversations/${encodeURIComponent(conversationId)}/answers/${encodeURIComponent(answerId)}/share`
}
