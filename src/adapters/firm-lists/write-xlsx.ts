import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { safeCell } from './cell.ts'
import type { Column, ResultWriter, Table } from './result-writer.ts'

/** A sheet holds 1,048,576 rows, of which one is the heading. */
const mostRows = 1_048_575
const mostWaiting = 4 * 1024 * 1024

/** Writes a workbook row by row: nothing but the row at hand is kept. Without styles, which cost half of the time. */
export function writeXlsx(path: string, mostRowsOfSheet = mostRows): ResultWriter {
  const zip = { zlib: { level: 1 } }
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: false,
    useSharedStrings: false,
    zip,
  })
  let failure: Error | null = null
  // Without a listener a full disk would end the process; whoever closes the file hears of it.
  streamOf(workbook).on('error', (error) => {
    failure = error
  })
  let open: ExcelJS.Worksheet | null = null

  const openSheet = (name: string, columns: readonly Column[]): ExcelJS.Worksheet => {
    open?.commit()
    open = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    open.columns = columns.map(({ width }) => ({ width }))
    open.addRow(columns.map(({ header }) => safeCell(header))).commit()
    return open
  }

  return {
    openTable(name, columns): Table {
      let [rows, part] = [0, 1]
      let sheet = openSheet(name, columns)
      return {
        addRow(cells) {
          if (rows === mostRowsOfSheet) {
            part += 1
            rows = 0
            sheet = openSheet(`${name}${part}`, columns)
          }
          rows += 1
          sheet.addRow(cells.map(safeCell)).commit()
        },
        async flush() {
          while (!failure && waitingBytes(sheet) > mostWaiting) await setTimeout(1)
          if (failure) throw failure
        },
      }
    },
    async close() {
      if (failure) throw failure
      open?.commit()
      await workbook.commit()
      if (failure) throw failure
    },
    async discard() {
      streamOf(workbook).destroy()
      await rm(path, { force: true })
    },
  }
}

/** What the compressor has not yet taken of a sheet: the library itself never waits for it. */
function waitingBytes(sheet: ExcelJS.Worksheet): number {
  // holds: a sheet that is written row by row keeps its stream under this name and what that flows into under `pipes`
  const { stream } = sheet as unknown as { stream: { pipes: { _writableState: { length: number } }[] } }
  return stream.pipes.reduce((sum, { _writableState }) => sum + _writableState.length, 0)
}

/** The file that the library writes into, which its types leave out. */
function streamOf(workbook: ExcelJS.stream.xlsx.WorkbookWriter): NodeJS.WritableStream & { destroy(): void } {
  // holds: with `filename` the library opens a stream of node's `fs` and keeps it under this name
  return (workbook as unknown as { stream: NodeJS.WritableStream & { destroy(): void } }).stream
}
