import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { type Cell, safeCell } from './cell.ts'
import type { ResultWriter } from './result-writer.ts'

/** Writes the one table of a CSV file, with the mark by which spreadsheet programs know UTF-8. */
export function writeCsv(path: string): ResultWriter {
  const stream = createWriteStream(path)
  const done = finished(stream)
  // Whoever flushes or closes hears of a failure.
  done.catch(() => {})
  stream.write('\ufeff')
  return {
    openTable(_name, columns) {
      const addRow = (cells: readonly Cell[]) => {
        stream.write(`${cells.map(quote).join(',')}\r\n`)
      }
      addRow(columns.map(({ header }) => header))
      return {
        addRow,
        async flush() {
          if (stream.errored) throw stream.errored
          if (stream.writableNeedDrain) await once(stream, 'drain')
        },
      }
    },
    async close() {
      stream.end()
      await done
    },
    async discard() {
      stream.destroy()
      await rm(path, { force: true })
    },
  }
}

function quote(cell: Cell): string {
  const safe = safeCell(cell)
  if (safe === null) return ''
  const text = String(safe)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
