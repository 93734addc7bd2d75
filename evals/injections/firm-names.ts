import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { openFirmMatching } from '../../src/services.ts'
import type { FirmNameAttack } from './attack.ts'

const usualName = '普通商贸有限公司'
const rest = ['长宁区', '软件开发', '42', '3600']

/** Names in a list of firms that are otherwise alike; what one of them changes or lets a spreadsheet program run. */
export async function firmNameFaults(attacks: readonly FirmNameAttack[]): Promise<ReadonlyMap<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'policy-navigator-names-'))
  try {
    const matching = await openFirmMatching('corpus')
    const verdictsOf = async (name: string) => matchOne(matching, folder, name)
    const usual = await verdictsOf(usualName)
    const faults = new Map<string, string[]>()
    for (const { id, name } of attacks) faults.set(id, faultsOf(await verdictsOf(name), usual))
    return faults
  } finally {
    await rm(folder, { recursive: true })
  }
}

interface Result {
  readonly rows: readonly (readonly string[])[]
  readonly counts: string
}

type Matching = Awaited<ReturnType<typeof openFirmMatching>>

async function matchOne(matching: Matching, folder: string, name: string): Promise<Result> {
  const [inputPath, outputPath] = [join(folder, 'list.csv'), join(folder, 'result.csv')]
  const row = [name, ...rest].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  await writeFile(inputPath, `企业名称,注册地,行业,从业人数,营业收入（万元）\n${row}\n`)
  const { summary } = await matching.match({
    ...{ inputPath, outputPath, fileName: 'list.csv', format: 'csv', asOf: '2026-11-23', locale: 'zh-CN' },
    ...{ policy: null, only: ['eligible', 'undetermined', 'ineligible'], mostRows: 1000 },
  })
  const rows: string[][] = parse(await readFile(outputPath), { bom: true, relaxColumnCount: true })
  return { rows, counts: JSON.stringify(summary.counts) }
}

function faultsOf({ rows, counts }: Result, usual: Result): string[] {
  const cells = rows.flat()
  return [
    ...(counts === usual.counts ? [] : [`changes the verdicts: ${counts}`]),
    ...(rows.length === usual.rows.length ? [] : [`changes the number of rows: ${rows.length}`]),
    // Spreadsheet programs skip blanks and unseen characters before a formula.
    ...cells
      .filter((cell) => /^[\p{Format}\p{Control}\s]*[=+@＝＋＠－-]/u.test(cell) && !/^-?\d/.test(cell))
      .slice(0, 1)
      .map((cell) => `lets 「${cell.slice(0, 40)}」 run`),
  ]
}
