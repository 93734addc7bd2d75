import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { FirmListError, type TableRow } from '../../reading/index.ts'
import { measureZip } from '../measure-zip.ts'

const largestUnpacked = 400 * 1024 * 1024

/** The rows of each sheet of a workbook, one sheet after the other. */
export async function* readXlsx(file: {
  readonly path: string
  readonly name: string
}): AsyncGenerator<AsyncGenerator<TableRow>> {
  await checkArchive(file)
  const options = { sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', worksheets: 'emit' } as const
  try {
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(file.path, options)) yield rowsOf(sheet)
  } catch (cause) {
    throw cause instanceof FirmListError ? cause : damaged(file.name, cause)
  }
}

/** Before it is read: the reader would wait for ever for the end of a file cut short. */
async function checkArchive({ path, name }: { readonly path: string; readonly name: string }): Promise<void> {
  const size = unpackedSize(await readFile(path), name)
  const limit = `${largestUnpacked / 1024 / 1024}`
  if (size > largestUnpacked) throw new FirmListError('list-too-large', { file: name, limit })
}

function unpackedSize(bytes: Buffer, name: string): number {
  try {
    return measureZip(bytes, largestUnpacked)
  } catch (cause) {
    throw damaged(name, cause)
  }
}

function damaged(name: string, cause: unknown): FirmListError {
  return new FirmListError('list-unreadable', { file: name, reason: { term: 'damaged' } }, { cause })
}

async function* rowsOf(sheet: ExcelJS.stream.xlsx.WorksheetReader): AsyncGenerator<TableRow> {
  for await (const row of sheet) {
    const cells: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = textOf(cell.value, cell.numFmt ?? '')
    })
    yield { row: row.number, cells: Array.from(cells, (cell) => cell ?? '') }
  }
}

/** What a person sees in the cell: a date as ISO, a share with its %. */
function textOf(value: ExcelJS.CellValue, format: string): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return format.includes('%') ? `${tidy(value * 100)}%` : String(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('text' in value) return value.text
  return 'result' in value ? textOf(value.result ?? null, format) : ''
}

function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
