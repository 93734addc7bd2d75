import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { FirmListError, type TableRow } from '../../reading/index.ts'
import { readTextLines, type TextPiece } from './text-lines.ts'

const delimiters = [',', '\t', ';', '，'] as const
/** A longer record is a quotation mark that was never closed. */
const longestRecord = 64 * 1024

/** The rows of a CSV file; `onBadLine` hears of lines in another encoding, which are left out. */
export async function* readCsv(
  file: { readonly path: string; readonly name: string },
  onBadLine: (line: number) => void,
): AsyncGenerator<TableRow> {
  const pieces = readTextLines(file.path)
  const first = await pieces.next()
  if (first.done) throw new FirmListError('list-empty', { file: file.name })
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(first.value.text),
    info: true,
    max_record_size: longestRecord,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  })
  const textOf = function* ({ text, badLines }: TextPiece) {
    for (const line of badLines) onBadLine(line)
    yield text
  }
  const text = async function* () {
    yield* textOf(first.value)
    for await (const piece of pieces) yield* textOf(piece)
  }
  // Failures reach whoever reads the rows; there is nothing more to do about them here.
  pipeline(text, parser, () => {})
  try {
    // With `info` a record comes with the place where it stood.
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>)
      yield { row: info.lines, cells: record }
  } catch (cause) {
    throw cause instanceof CsvError ? unreadable(file.name, cause) : cause
  }
}

/** The one that occurs most in the first line that has any. */
function delimiterOf(text: string): string {
  const line = text.split('\n', 20).find((candidate) => delimiters.some((mark) => candidate.includes(mark))) ?? ''
  const unquoted = line.replace(/"[^"]*"/g, '')
  const count = (mark: string) => unquoted.split(mark).length
  return delimiters.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

function unreadable(name: string, cause: CsvError): FirmListError {
  const line = 'lines' in cause ? String(cause.lines) : '?'
  return new FirmListError('list-unclosed-quote', { file: name, line }, { cause })
}
