import {
  type Assessment,
  assessFirms,
  type DecidedFirm,
  decideFirms,
  isNear,
  type RankedFirm,
  rankFirms,
  type Verdict,
} from '../../eligibility/index.ts'
import type { ListedFirm, VerdictCounts } from '../../reading/index.ts'
import type { Cell } from './cell.ts'
import type { ResultParts } from './match-file.ts'
import { assessmentCells, assessmentColumns, columnsOf } from './result-columns.ts'
import type { ResultWording } from './result-wording.ts'
import type { ResultWriter, Table } from './result-writer.ts'

export interface Written {
  readonly counts: VerdictCounts
  readonly firmsWithEligible: number
  readonly rows: number
}

const verdicts = ['eligible', 'undetermined', 'ineligible'] as const

/** All policies: a matrix of verdicts, then every verdict that is wanted with its reasons. */
export async function writeMatches(
  firms: readonly ListedFirm[],
  writer: ResultWriter,
  wording: ResultWording,
  of: ResultParts,
): Promise<Written> {
  const overview = of.request.format === 'xlsx' ? openOverview(writer, wording, of) : null
  const totals = await decideAll(firms, of, overview, wording)
  const details = writer.openTable(
    wording.sheets.details,
    columnsOf(['row', 'firm', 'id', 'policy', 'policyId', ...assessmentColumns], wording),
  )
  const labelOf = createLabeller(of)
  const rowOf = (assessment: Assessment) => [
    assessment.title,
    assessment.policyId,
    ...assessmentCells(assessment, wording, labelOf),
  ]
  let [done, written] = [0, 0]
  for await (const chunk of assessFirms(firms, of.request.only, rowOf, of.parts)) {
    for (const { firm, rows } of chunk) {
      for (const row of rows) details.addRow([firm.row, firm.name, firm.id, ...row])
      written += rows.length
    }
    done += chunk.length
    await details.flush()
    of.onDone(done)
  }
  return { ...totals, rows: written }
}

/** One policy: the firms it fits or nearly fits, best first. */
export async function writeFirms(
  firms: readonly ListedFirm[],
  writer: ResultWriter,
  wording: ResultWording,
  of: ResultParts,
): Promise<Written> {
  const totals = await decideAll(firms, of, null, wording)
  const near: RankedFirm<ListedFirm>[] = []
  let done = 0
  const whole = (assessment: Assessment) => assessment
  for await (const chunk of assessFirms(firms, of.request.only, whole, of.parts)) {
    for (const { firm, rows } of chunk)
      for (const assessment of rows) if (isNear(assessment)) near.push({ firm, assessment })
    done += chunk.length
    of.onDone(done)
  }
  const table = writer.openTable(
    wording.sheets.firms,
    columnsOf(['rank', 'firm', 'id', 'row', ...assessmentColumns], wording),
  )
  const labelOf = createLabeller(of)
  for (const [place, { firm, assessment }] of rankFirms(near).entries()) {
    table.addRow([place + 1, firm.name, firm.id, firm.row, ...assessmentCells(assessment, wording, labelOf)])
    if (place % 500 === 0) await Promise.all([of.parts.pause(), table.flush()])
  }
  return { ...totals, rows: near.length }
}

function openOverview(writer: ResultWriter, wording: ResultWording, { request, parts }: ResultParts): Table {
  const policies = parts.policies.map(({ policy }) => (request.locale === 'en' ? policy.titleEn : policy.title))
  return writer.openTable(wording.sheets.overview, [
    ...columnsOf(['row', 'firm', 'id'], wording),
    ...[...verdicts.map((verdict) => wording.verdicts[verdict]), ...policies].map((header) => ({ header, width: 10 })),
  ])
}

/** Counts every verdict, one firm a row of the matrix where one is wanted. */
async function decideAll(
  firms: readonly ListedFirm[],
  { parts }: ResultParts,
  overview: Table | null,
  wording: ResultWording,
): Promise<Omit<Written, 'rows'>> {
  const counts = { eligible: 0, undetermined: 0, ineligible: 0 }
  let firmsWithEligible = 0
  for await (const chunk of decideFirms(firms, parts)) {
    for (const decided of chunk) {
      const own = countsOf(decided.verdicts)
      for (const verdict of verdicts) counts[verdict] += own[verdict]
      if (own.eligible > 0) firmsWithEligible += 1
      overview?.addRow(overviewCells(decided, own, wording))
    }
    await overview?.flush()
  }
  return { counts, firmsWithEligible }
}

function overviewCells(
  { firm, verdicts: all }: DecidedFirm<ListedFirm>,
  own: VerdictCounts,
  wording: ResultWording,
): Cell[] {
  const counted = verdicts.map((verdict) => own[verdict])
  return [firm.row, firm.name, firm.id, ...counted, ...all.map((verdict) => wording.verdicts[verdict])]
}

function countsOf(all: readonly Verdict[]): VerdictCounts {
  const counts = { eligible: 0, undetermined: 0, ineligible: 0 }
  for (const verdict of all) counts[verdict] += 1
  return counts
}

function createLabeller({ matcher, request }: ResultParts): (fact: string) => string {
  return (fact) => matcher.assessor.label(fact, request.locale)
}
