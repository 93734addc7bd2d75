import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { type MatchHooks, matchFile } from '../../../src/adapters/firm-lists/match-file.ts'
import { createMatcher } from '../../../src/adapters/firm-lists/matcher.ts'
import { readFirmList } from '../../../src/adapters/firm-lists/read-firm-list.ts'
import type { MatchRequest } from '../../../src/reading/index.ts'
import { asOf, catalogue, industryData, policyWith } from '../../eligibility/sample-eligibility.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export const policies = [
  policyWith(
    {
      all: [
        { fact: 'place', is: 'changning', clause: 'who' },
        { fact: 'employees', atMost: 300, clause: 'who' },
      ],
    },
    [
      { type: 'interest-subsidy', label: '贴息', cap: 500_000, clause: 'amount' },
      { type: 'loan', label: '贷款', cap: 3_000_000, clause: 'amount' },
    ],
  ),
  policyWith({ fact: 'isHighTech', is: true, clause: 'who' }, [], { id: 'other-loan', title: '别样贷' }),
]
const places = { changning: ['长宁'], shanghai: ['浦东'], mainland: ['江苏'] }
export const matcher = createMatcher({ policies, catalogue, notions: {}, industryData, places })

export async function writeList(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name)
  await writeFile(path, content)
  return path
}

/** Reads a list as it would be matched. */
export async function readList(name: string, content: string | Uint8Array, mostRows = 1000) {
  const path = await writeList(name, content)
  return readFirmList(
    { path, name },
    { reader: matcher.reader, asOf, mostRows, nameOfRow: (row) => `第${row}行`, pause: async () => {} },
  )
}

/** Matches a list and gives the outcome and where the result lies. */
export async function matchList(content: string, changes: Partial<MatchRequest> = {}, hooks: MatchHooks = {}) {
  const inputPath = await writeList('list.csv', content)
  const { format = 'xlsx' } = changes
  const outputPath = `${inputPath}.${format}`
  const only = ['eligible', 'undetermined', 'ineligible'] as const
  const usual = { inputPath, fileName: 'list.csv', outputPath, format, asOf, policy: null, only, mostRows: 1e6 }
  const outcome = await matchFile({ locale: 'zh-CN', ...usual, ...changes }, matcher, hooks)
  return { outcome, path: outputPath }
}

/** The rows of every sheet of a workbook, as the usual reader of the library finds them. */
export async function sheetsOf(path: string): Promise<Record<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const rowsOf = (sheet: ExcelJS.Worksheet) => {
    const rows: unknown[][] = []
    // The values of a row begin with a place for column 0.
    sheet.eachRow({ includeEmpty: true }, (row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []))
    return rows
  }
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]))
}
