import { type Assessment, creditOf, matchReasons, moneyOf } from '../../eligibility/index.ts'
import type { Cell } from './cell.ts'
import { fill, type ResultWording } from './result-wording.ts'
import type { Column } from './result-writer.ts'

type ColumnName = keyof ResultWording['columns']

const widths: Readonly<Partial<Record<ColumnName, number>>> = {
  rank: 6,
  row: 6,
  firm: 30,
  id: 21,
  policy: 36,
  policyId: 24,
  verdict: 8,
  unmet: 50,
  reviews: 40,
  missing: 40,
  window: 30,
  problem: 60,
  problemColumn: 24,
  problemValue: 24,
  noteValue: 100,
}
const usualWidth = 14

export const assessmentColumns: readonly ColumnName[] = [
  'verdict',
  'unmet',
  'reviews',
  'missing',
  'moneyMin',
  'moneyMax',
  'credit',
  'possibleFrom',
  'window',
  'clauses',
]

export function columnsOf(names: readonly ColumnName[], wording: ResultWording): Column[] {
  return names.map((name) => ({ header: wording.columns[name], width: widths[name] ?? usualWidth }))
}

/** An assessment as the cells of `assessmentColumns`. */
export function assessmentCells(
  assessment: Assessment,
  wording: ResultWording,
  labelOf: (key: string) => string,
): Cell[] {
  const { unmet, reviews, missing, clauses } = matchReasons(assessment, labelOf)
  const money = moneyOf(assessment)
  return [
    wording.verdicts[assessment.verdict],
    unmet.join(wording.list),
    reviews.join(wording.list),
    missing.join(wording.facts),
    money?.min ?? null,
    money?.max ?? null,
    creditOf(assessment),
    assessment.possibleFrom,
    windowText(assessment, wording),
    clauses.map((number) => fill(wording.clause, { number })).join(wording.facts),
  ]
}

function windowText({ window }: Assessment, wording: ResultWording): string {
  if (!window) return ''
  const days = [window.from ?? '', window.until ?? ''].join(wording.until)
  return `${wording.windows[window.state]} ${days}`.trim()
}
