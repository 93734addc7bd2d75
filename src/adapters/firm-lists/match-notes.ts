import type { MatchParts } from '../../eligibility/index.ts'
import type { Locale } from '../../policy/index.ts'
import {
  type FirmProblem,
  type MatchRequest,
  type MatchSummary,
  sayFirmProblem,
  type WordedProblem,
} from '../../reading/index.ts'
import type { Cell } from './cell.ts'
import type { Matcher } from './matcher.ts'
import type { FirmList } from './read-firm-list.ts'
import { columnsOf } from './result-columns.ts'
import { fill, type ResultWording } from './result-wording.ts'
import type { ResultWriter } from './result-writer.ts'

/** What could not be taken from the list, cell by cell. */
export function writeProblems(
  { problems, problemCount }: FirmList,
  writer: ResultWriter,
  wording: ResultWording,
  locale: Locale,
  matcher: Matcher,
): void {
  const names = ['problemRow', 'problemColumn', 'problemValue', 'problem'] as const
  const table = writer.openTable(wording.sheets.problems, columnsOf(names, wording))
  for (const { row, column, value, message } of wordProblems(problems, locale, matcher))
    table.addRow([row, column, value, message])
  const left = problemCount - problems.length
  if (left > 0) table.addRow([null, null, null, fill(wording.moreProblems, { count: left })])
}

export function wordProblems(problems: readonly FirmProblem[], locale: Locale, { data }: Matcher): WordedProblem[] {
  return problems.map(({ row, column, value, kind, fact }) => {
    const type = fact === null ? null : (data.catalogue.facts[fact]?.type ?? null)
    return { row, column, value, message: sayFirmProblem(kind, type, locale) }
  })
}

/** What the file rests on and what it does not promise. */
export function writeNotes(
  summary: MatchSummary,
  writer: ResultWriter,
  wording: ResultWording,
  request: MatchRequest,
  parts: MatchParts,
): void {
  const { notes } = wording
  const table = writer.openTable(wording.sheets.notes, columnsOf(['note', 'noteValue'], wording))
  const [only] = parts.policies
  const list = (items: readonly string[]) => items.join(wording.facts) || notes.none
  const rows: [string, Cell][] = [
    [notes.promiseTitle, notes.promise],
    [notes.asOf, summary.asOf],
    [notes.file, request.fileName],
    [notes.firms, summary.firms],
    request.policy === null ? [notes.policies, summary.policies] : [notes.policy, only?.policy.title ?? ''],
    [notes.counts, fill(notes.countsValue, summary.counts)],
    [notes.firmsWithEligible, summary.firmsWithEligible],
    [notes.problems, summary.problems],
    [notes.columns, list(summary.columns.map(({ header, label }) => `${header} → ${label}`))],
    [notes.unknownColumns, list(summary.unknownColumns)],
    [notes.only, list(request.only.map((verdict) => wording.verdicts[verdict]))],
    [notes.verdictsTitle, notes.verdicts],
    [notes.moneyTitle, notes.money],
    ...(request.policy === null ? [] : [[notes.nearTitle, notes.near] as [string, Cell]]),
  ]
  for (const row of rows) table.addRow(row)
}
