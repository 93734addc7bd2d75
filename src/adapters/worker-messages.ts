import type { ConversationStore } from '../answering/index.ts'

export type Method = keyof ConversationStore

export interface Call {
  readonly id: number
  readonly method: Method
  readonly values: readonly unknown[]
}

/** What an error keeps on its way between threads. */
export interface Fault {
  readonly code: string | null
  readonly message: string
}

/** Answers the call of the same id; 0 is the opening. */
export type Reply = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly fault: Fault }

export function describeFault(error: unknown): Fault {
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return { code, message }
}
