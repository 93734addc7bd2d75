import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Verdict } from '../../src/eligibility/index.ts'
import type { MatchRequest } from '../../src/reading/index.ts'
import { openFirmMatching } from '../../src/services.ts'
import { writeFirmList } from './synthetic-firms.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

export interface MatchBench {
  readonly firms: number
  readonly assessments: number
  /** From the list to the finished workbook. */
  readonly seconds: number
  readonly assessmentsPerSecond: number
  /** Rows with reasons in the workbook. */
  readonly rows: number
  readonly resultMb: number
  readonly peakMb: number
}

/** A list of firms with all policies, end to end: CSV in, workbook out, every verdict in `only` with its reasons. */
export async function benchMatching(
  folder: string,
  firms: number,
  only: readonly Verdict[] = Verdict.options,
): Promise<MatchBench> {
  const inputPath = join(folder, 'firms.csv')
  const outputPath = join(folder, 'result.xlsx')
  await writeFirmList(inputPath, firms)
  const matching = await openFirmMatching('corpus')
  const request: MatchRequest = {
    inputPath,
    fileName: basename(inputPath),
    outputPath,
    format: 'xlsx',
    asOf: '2026-11-26',
    locale: 'zh-CN',
    policy: null,
    only,
    mostRows: firms,
  }
  const watch = watchMemory()
  const start = performance.now()
  const { summary } = await matching.match(request)
  const seconds = (performance.now() - start) / 1000
  const assessments = summary.firms * summary.policies
  return {
    firms: summary.firms,
    assessments,
    seconds,
    assessmentsPerSecond: assessments / seconds,
    rows: summary.rows,
    resultMb: (await stat(outputPath)).size / 1e6,
    peakMb: watch.stop(),
  }
}

function watchMemory() {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 100)
  return {
    stop: () => {
      look()
      clearInterval(timer)
      return peak / 1e6
    },
  }
}

if (import.meta.main) {
  const [firms = '38000', only] = process.argv.slice(2)
  const verdicts = only ? Verdict.array().parse(only.split(',')) : Verdict.options
  console.log(await inTemporaryFolder((folder) => benchMatching(folder, Number(firms), verdicts)))
}
