export type RetrievalErrorCode =
  | 'keyword-leg-blind'
  | 'model-mismatch'
  | 'bad-vector'
  | 'embedding-failed'
  | 'bad-document'
  | 'index-unreadable'
  | 'index-unwritable'

/** A broken assumption of the index; the message says what to do. */
export class RetrievalError extends Error {
  readonly code: RetrievalErrorCode
  constructor(code: RetrievalErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RetrievalError'
    this.code = code
  }
}
