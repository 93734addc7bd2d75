import type { Verdict } from '../../eligibility/index.ts'
import type { IsoDate, Locale } from '../../policy/index.ts'

export type MatchFormat = 'xlsx' | 'csv'

/** A list of firms to be matched with all policies, or with one. */
export interface MatchRequest {
  readonly inputPath: string
  /** As the person knows it. */
  readonly fileName: string
  readonly outputPath: string
  readonly format: MatchFormat
  readonly asOf: IsoDate
  readonly locale: Locale
  /** Id, title or alias of the one policy; null for all. */
  readonly policy: string | null
  /** Verdicts that are explained row by row. */
  readonly only: readonly Verdict[]
  readonly mostRows: number
}

export type VerdictCounts = Readonly<Record<Verdict, number>>

export interface MatchSummary {
  readonly asOf: IsoDate
  readonly firms: number
  readonly policies: number
  readonly counts: VerdictCounts
  /** Firms that at least one policy fits. */
  readonly firmsWithEligible: number
  readonly problems: number
  /** Headings that were understood, each with the label of its fact. */
  readonly columns: readonly { readonly header: string; readonly label: string }[]
  readonly unknownColumns: readonly string[]
  /** Rows of the result. */
  readonly rows: number
}

/** A problem with its words. */
export interface WordedProblem {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly message: string
}

export interface MatchOutcome {
  readonly summary: MatchSummary
  /** The first hundred; the file holds all. */
  readonly problems: readonly WordedProblem[]
}

export type MatchEvent =
  | { readonly type: 'match-start'; readonly firms: number; readonly policies: number }
  | { readonly type: 'match-progress'; readonly done: number; readonly total: number }
  | ({ readonly type: 'match-end' } & MatchOutcome)

/** What a person asks of an uploaded list. */
export interface MatchWish extends Pick<MatchRequest, 'asOf' | 'locale' | 'policy' | 'format' | 'only'> {
  /** Only they can fetch the result. */
  readonly ownerId: string
}

/** A result that waits to be fetched. */
export interface MatchResult {
  readonly fileName: string
  readonly bytes: number
  open(): NodeJS.ReadableStream
  /** To be called once it has arrived. */
  remove(): Promise<void>
}

/** A list on its way to being matched. */
export interface ReceivedList {
  readonly fileName: string
  readonly path: string
  discard(): Promise<void>
}

/** Takes lists in, matches a few at a time beside everything else, and keeps the results for a while. */
export interface MatchDesk {
  readonly mostBytes: number
  /** Stores an upload; throws a `FirmListError` for one that is too large. */
  receive(upload: NodeJS.ReadableStream, fileName: string): Promise<ReceivedList>
  /** Matches a list and lets go of it; ends with `match-end` and the id of the result. */
  match(list: ReceivedList, wish: MatchWish, signal: AbortSignal): AsyncGenerator<DeskEvent>
  find(id: string, ownerId: string): MatchResult | null
  close(): Promise<void>
}

export type DeskEvent =
  | Exclude<MatchEvent, { readonly type: 'match-end' }>
  | ({ readonly type: 'match-end'; readonly resultId: string } & MatchOutcome)
