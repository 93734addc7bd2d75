import type { Passage } from '../policy/index.ts'
import type { AnswerStatus } from './answer.ts'

/** A sentence before it is checked, with the passages it rests on. */
export interface DraftSentence {
  readonly text: string
  readonly heading: string | null
  readonly passages: readonly Passage[]
}

/** A remark of the assistant; the wording is chosen by `code` when the answer is finished. */
export interface DraftNotice {
  readonly code: string
  readonly values?: Readonly<Record<string, string>>
}

/** An answer before its sentences are checked against their passages. */
export interface Draft {
  readonly status: AnswerStatus
  readonly reason: string | null
  /** Said before the sentences. */
  readonly lead: readonly DraftNotice[]
  readonly sentences: readonly DraftSentence[]
  /** Said after the sentences. */
  readonly tail: readonly DraftNotice[]
  readonly nextQuestion: DraftNotice | null
  readonly suggestions: readonly DraftNotice[]
  readonly completeness: { readonly answered: number; readonly total: number }
}

/** A draft of remarks only. */
export function remark(status: AnswerStatus, reason: string | null, lead: readonly DraftNotice[]): Draft {
  return {
    status,
    reason,
    lead,
    sentences: [],
    tail: [],
    nextQuestion: null,
    suggestions: [],
    completeness: { answered: 0, total: 0 },
  }
}
