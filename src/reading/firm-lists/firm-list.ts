import type { CompanyProfile } from '../../eligibility/index.ts'

/** One row of a table as text; dates are ISO, shares carry their %. `row` as a spreadsheet program counts. */
export interface TableRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** A company of a list. */
export interface ListedFirm {
  readonly row: number
  readonly name: string
  /** Unified social credit code, where the list has it. */
  readonly id: string
  readonly profile: CompanyProfile
}

/**
 * unreadable: the cell says nothing of its fact; impossible: outside what can be; no-percent: a bare 1 may be 1% or all;
 * bad-line: not in the encoding of the file; repeated-column: a second one of a fact; no-unit: a column of amounts
 * without a unit, taken as yuan.
 */
export type FirmProblemKind = 'unreadable' | 'impossible' | 'no-percent' | 'bad-line' | 'repeated-column' | 'no-unit'

/** What could not be taken from a list, and where it stands. */
export interface FirmProblem {
  readonly row: number
  /** Its heading; empty for a whole line. */
  readonly column: string
  readonly value: string
  readonly kind: FirmProblemKind
  readonly fact: string | null
}
