import {
  type ColumnPlan,
  FirmListError,
  type FirmProblem,
  type FirmReader,
  type ListedFirm,
  type TableRow,
  understood,
} from '../../reading/index.ts'
import { type ListFile, readTables } from './read-table.ts'

export interface FirmList {
  readonly firms: readonly ListedFirm[]
  readonly plan: ColumnPlan
  /** The first of them, as many as anybody will read. */
  readonly problems: readonly FirmProblem[]
  readonly problemCount: number
}

export interface ListOptions {
  readonly reader: FirmReader
  readonly asOf: string
  readonly mostRows: number
  /** What a row without a name is called. */
  nameOfRow(row: number): string
  /** Lets other work go on, and throws where this work is no longer wanted. */
  pause(): Promise<void>
}

/** Titles and notes may stand above the heading. */
const headingWithin = 20
const rowsBetweenPauses = 500
const mostProblems = 50_000

/** Reads the first table of a file that has a heading to go by, with all that could not be taken. */
export async function readFirmList(file: ListFile, options: ListOptions): Promise<FirmList> {
  const badLines: FirmProblem[] = []
  const onBadLine = (row: number) => {
    badLines.push({ row, column: '', value: '', kind: 'bad-line', fact: null })
  }
  let found = ''
  for await (const rows of readTables(file, onBadLine)) {
    const heading = await findHeading(rows, options.reader)
    found ||= heading.found
    if (!heading.plan) continue
    const { firms, problems, further } = await readFirms(rows, heading.plan, file, options)
    if (firms.length === 0) throw new FirmListError('list-without-firms', { file: file.name })
    const kept = [...headingProblems(heading), ...badLines.slice(0, mostProblems), ...problems]
    const problemCount = kept.length + further + Math.max(0, badLines.length - mostProblems)
    return { firms, plan: heading.plan, problems: kept, problemCount }
  }
  if (found === '') throw new FirmListError('list-empty', { file: file.name })
  throw new FirmListError('list-header-unknown', { file: file.name, found, expected: { term: 'columns' } })
}

interface Heading {
  readonly plan: ColumnPlan | null
  readonly row: number
  /** The first row, for the message. */
  readonly found: string
}

/** The first row that tells at least one fact, beside which nothing is told better within the next few. */
async function findHeading(rows: AsyncGenerator<TableRow>, reader: FirmReader): Promise<Heading> {
  let found = ''
  for (let seen = 0; seen < headingWithin; seen += 1) {
    const next = await rows.next()
    if (next.done) break
    const { row, cells } = next.value
    const shown = cells.filter((cell) => cell.trim() !== '').slice(0, 30)
    found ||= shown.join('、').slice(0, 300)
    const plan = reader.readColumns(cells)
    if (plan.facts.length > 0 && understood(plan) * 2 >= Math.min(shown.length, 4)) return { plan, row, found }
  }
  return { plan: null, row: 0, found }
}

async function readFirms(
  rows: AsyncGenerator<TableRow>,
  plan: ColumnPlan,
  file: ListFile,
  { reader, asOf, mostRows, nameOfRow, pause }: ListOptions,
): Promise<{ firms: ListedFirm[]; problems: FirmProblem[]; further: number }> {
  const firms: ListedFirm[] = []
  const problems: FirmProblem[] = []
  let further = 0
  for await (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    if (firms.length >= mostRows)
      throw new FirmListError('list-too-many-rows', { file: file.name, limit: String(mostRows) })
    const read = reader.readFirm(row, plan, asOf)
    firms.push({ ...read.firm, name: read.firm.name || nameOfRow(row.row) })
    if (problems.length < mostProblems) problems.push(...read.problems)
    else further += read.problems.length
    if (firms.length % rowsBetweenPauses === 0) await pause()
  }
  return { firms, problems, further }
}

function headingProblems({ plan, row }: Heading): FirmProblem[] {
  const problem = (column: string, kind: FirmProblem['kind'], fact: string | null): FirmProblem => {
    return { row, column, value: '', kind, fact }
  }
  const unitless = (plan?.facts ?? []).filter(
    ({ definition, factor }) => definition.type === 'number' && definition.unit === 'yuan' && factor === null,
  )
  return [
    ...(plan?.repeated ?? []).map((column) => problem(column, 'repeated-column', null)),
    ...unitless.map(({ header, fact }) => problem(header, 'no-unit', fact)),
  ]
}
