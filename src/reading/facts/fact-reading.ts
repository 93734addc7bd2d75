import type { FactValue } from '../../eligibility/index.ts'

/** A fact read from words: what is known of it, and the words it was read from. */
export type ReadFact = FactValue & { readonly evidence: string }

/** Words about a fact that could not be taken as one. */
export interface FactProblem {
  /**
   * impossible: 研发占比300%; no-unit: 一年六百; contradiction: 30人 and 40人 in one message; ambiguous: words that may
   * mean several facts.
   */
  readonly kind: 'impossible' | 'no-unit' | 'contradiction' | 'ambiguous'
  readonly fact: string
  readonly evidence: string
}

/** What a message says of one or several companies. */
export interface FactReading {
  /** The facts of each company, in the order of the message; one entry, perhaps empty, where no second one is meant. */
  readonly firms: readonly Readonly<Record<string, ReadFact>>[]
  readonly problems: readonly FactProblem[]
  /** Says that something before was wrong: 更正一下, 不对, 说错了. */
  readonly isCorrection: boolean
  /** Goes over to another company: 换一家, 另一家公司. */
  readonly startsAnew: boolean
  /** Does not know what was asked: 不清楚, 不知道. */
  readonly isUnsure: boolean
}

export interface FactContext {
  /** ISO date, Asia/Shanghai. */
  readonly asOf: string
  /** Facts asked for just before: a bare 「6个」, 「有」 or 「都没有」 answers them. */
  readonly asked: readonly string[]
}

/** A claim that some words of a message tell a fact; what they tell is read there, never taken from the claim. */
export interface FactProposal {
  readonly fact: string
  /** Copied from the message. */
  readonly evidence: string
}

/**
 * unknown-fact: not in the catalogue; not-verbatim: not in the message, or in several places of it; not-own: asked,
 * supposed, or told of somebody else; unread: the words tell no value of the fact.
 */
export type ProposalRefusal = 'unknown-fact' | 'not-verbatim' | 'not-own' | 'unread'

export type CheckedProposal =
  | { readonly status: 'read'; readonly read: ReadFact }
  | { readonly status: 'refused'; readonly reason: ProposalRefusal }

export interface FactReader {
  /** `text`: as the question reader leaves it (normalised, simplified). Spans of evidence are slices of it. */
  read(text: string, context: FactContext): FactReading
  /** Reads the one fact that a proposal points to; `text` as for `read`. */
  check(text: string, proposal: FactProposal, asOf: string): CheckedProposal
}
