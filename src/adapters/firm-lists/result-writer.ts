import type { Cell } from './cell.ts'

export interface Column {
  readonly header: string
  /** In characters. */
  readonly width: number
}

export interface Table {
  addRow(cells: readonly Cell[]): void
  /** Lets the file take in what was added. */
  flush(): Promise<void>
}

/** A file of results while it is written; one table is open at a time. */
export interface ResultWriter {
  /** Begins a table and ends the one before. */
  openTable(name: string, columns: readonly Column[]): Table
  close(): Promise<void>
  /** Gives up: what was written is of no use. */
  discard(): Promise<void>
}
