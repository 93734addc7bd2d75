import { stat } from 'node:fs/promises'
import { FirmListError, type TableRow } from '../../reading/index.ts'
import { readCsv } from './read-csv.ts'
import { headOf } from './text-lines.ts'

export interface ListFile {
  readonly path: string
  readonly name: string
}

/** The tables of a file, by what it holds and not by its name: one of a CSV file, one a sheet of a workbook. */
export async function* readTables(
  file: ListFile,
  onBadLine: (line: number) => void,
): AsyncGenerator<AsyncGenerator<TableRow>> {
  const { size } = await stat(file.path).catch((cause: NodeJS.ErrnoException) => {
    const term = cause.code === 'ENOENT' ? 'not-found' : 'not-readable'
    throw new FirmListError('list-unreadable', { file: file.name, reason: { term } }, { cause })
  })
  if (size === 0) throw new FirmListError('list-empty', { file: file.name })
  if ((await kindOf(file)) === 'csv') {
    yield readCsv(file, onBadLine)
    return
  }
  // Loaded only for a workbook: the library is large.
  const { readXlsx } = await import('./read-xlsx.ts')
  yield* readXlsx(file)
}

const signatures = [
  { bytes: 'PK\x03\x04', kind: 'xlsx' },
  { bytes: '\xd0\xcf\x11\xe0', kind: 'XLS' },
  { bytes: '%PDF', kind: 'PDF' },
] as const

async function kindOf({ path, name }: ListFile): Promise<'csv' | 'xlsx'> {
  const head = (await headOf(path, 4096)).toString('latin1')
  const known = signatures.find(({ bytes }) => head.startsWith(bytes))?.kind
  if (known === 'xlsx') return 'xlsx'
  if (known) throw new FirmListError('list-type-unsupported', { file: name, found: known })
  // Text in UTF-16 has a zero byte in every other place of what is ASCII; other files have them in runs.
  if (!/^(?:\xff\xfe|\xfe\xff)/.test(head) && head.includes('\0\0\0'))
    throw new FirmListError('list-type-unsupported', { file: name, found: { term: 'binary' } })
  return 'csv'
}
