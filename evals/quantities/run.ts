import { findQuantities, type Quantity } from '../../src/reading/quantities/find-quantities.ts'
import { loadRows, type Row } from './rows.ts'
import { outOfScope } from './scope.ts'
import { isRight } from './score.ts'

export interface QuantityReport {
  readonly skipped: boolean
  readonly inScope: number
  readonly right: number
  readonly accuracy: number
  readonly byFile: Readonly<Record<string, { readonly inScope: number; readonly right: number }>>
  readonly wrong: readonly { readonly row: Row; readonly quantities: readonly Quantity[] }[]
  /** Inputs left out, under the reason. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>
}

/** No row depends on it: the data names no relative dates. */
const asOf = '2026-01-01'

/** Measures the reading of quantities on public data, which is measured in place and never copied. */
export async function runQuantityEval(): Promise<QuantityReport> {
  const rows = loadRows()
  if (!rows) console.log('quantities: skipped, ../shared/data/zh-quantities is not here')
  const measured = (rows ?? []).filter((row) => outOfScope(row) === null)
  const judged = measured.map((row) => {
    const quantities = findQuantities(row.input, asOf)
    return { row, quantities, isRight: isRight(row, quantities) }
  })
  const right = judged.filter((one) => one.isRight).length
  const counts = Map.groupBy(judged, ({ row }) => row.file)
  const left = Map.groupBy((rows ?? []).flatMap(leftOutOf), ({ reason }) => reason)
  return {
    skipped: rows === null,
    inScope: judged.length,
    right,
    accuracy: right / (judged.length || 1),
    byFile: Object.fromEntries(
      [...counts].map(([file, of]) => [file, { inScope: of.length, right: of.filter((one) => one.isRight).length }]),
    ),
    wrong: judged.filter((one) => !one.isRight),
    leftOut: Object.fromEntries([...left].map(([reason, of]) => [reason, of.map(({ input }) => input)])),
  }
}

function leftOutOf(row: Row): { reason: string; input: string }[] {
  const reason = outOfScope(row)
  return reason === null ? [] : [{ reason, input: row.input }]
}

/** The report as text: per file, what was left out and why, and each row read wrongly. */
export function quantityTables(report: QuantityReport): string {
  const percent = (report.accuracy * 100).toFixed(1)
  return [
    `quantities: ${report.right} of ${report.inScope} rows read as expected (${percent}%)`,
    ...Object.entries(report.byFile).map(([file, { inScope, right }]) => `  ${file}: ${right} of ${inScope}`),
    'left out:',
    ...Object.entries(report.leftOut).map(([reason, of]) => `  ${reason} (${of.length}): ${of.map(short).join(' | ')}`),
    'read otherwise:',
    ...report.wrong.map(
      ({ row, quantities }) => `  ${row.id} ${short(row.input)} → ${quantities.map(shown).join(' ') || 'nothing'}`,
    ),
  ].join('\n')
}

function short(input: string): string {
  return input.length > 40 ? `${input.slice(0, 40)}…` : input
}

function shown({ text, kind, interval }: Quantity): string {
  const { low, high, lowOpen, highOpen } = interval
  return `${text}: ${kind} ${lowOpen ? '(' : '['}${low ?? ''}, ${high ?? ''}${highOpen ? ')' : ']'};`
}

if (import.meta.main) {
  const report = await runQuantityEval()
  if (!report.skipped) console.log(quantityTables(report))
}
