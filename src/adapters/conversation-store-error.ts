export type ConversationStoreErrorCode = 'owner-differs' | 'query-failed'

/** A conversation could not be stored or read; never carries the words of a conversation. */
export class ConversationStoreError extends Error {
  readonly code: ConversationStoreErrorCode
  constructor(code: ConversationStoreErrorCode, message: string) {
    super(message)
    this.code = code
  }
}
