import { basename, extname, resolve } from 'node:path'
import { type Verdict, Verdict as Verdicts } from '../eligibility/index.ts'
import type { IsoDate } from '../policy/index.ts'
import type { MatchEvent, MatchFormat, MatchOutcome, MatchRequest } from '../reading/index.ts'
import type { FirmMatching, Progress } from '../services.ts'

export interface MatchOptions {
  readonly out?: string
  readonly policy?: string
  readonly asOf: IsoDate
  readonly only: readonly Verdict[]
}

/** Options that cannot be used; the message says what to write instead. */
class MatchArgumentError extends Error {
  readonly code = 'argument-invalid'
}

/** Matches a list and says what came of it; an interrupt leaves no half-written result. */
export async function runMatch(
  path: string,
  options: MatchOptions,
  matching: FirmMatching,
  onProgress: Progress,
): Promise<void> {
  const out = options.out ?? `${path.slice(0, path.length - extname(path).length)}-匹配结果.xlsx`
  if (resolve(out) === resolve(path))
    throw new MatchArgumentError(`结果不能写回名单「${path}」，请用 --out 换一个文件名。`)
  const request: MatchRequest = {
    inputPath: path,
    fileName: basename(path),
    outputPath: out,
    format: formatOf(out),
    asOf: options.asOf,
    locale: 'zh-CN',
    policy: options.policy ?? null,
    only: options.only,
    mostRows: Number.POSITIVE_INFINITY,
  }
  const start = performance.now()
  const onEvent = (event: MatchEvent) => {
    if (event.type === 'match-progress') onProgress(event.done, event.total)
  }
  const hooks = { signal: signalOfInterrupt(), onEvent }
  const outcome = await matching.match(request, hooks).catch((error) => explainWriting(error, out))
  report(outcome, request, (performance.now() - start) / 1000)
}

export async function writeTemplate(path: string, matching: FirmMatching): Promise<void> {
  const request = { path, format: formatOf(path), locale: 'zh-CN' } as const
  await matching.writeTemplate(request).catch((error) => explainWriting(error, path))
  console.log(`模板已写入：${path}。填好后运行 npm run match -- ${path}`)
}

export function parseVerdicts(value: string): Verdict[] {
  const names = value.split(/[,，]/).map((name) => name.trim())
  const parsed = Verdicts.array().min(1).safeParse(names)
  if (!parsed.success)
    throw new MatchArgumentError(
      `--only 的值「${value}」不对，应为 ${Verdicts.options.join('、')} 中的几个，用逗号隔开。`,
    )
  return parsed.data
}

function formatOf(path: string): MatchFormat {
  const extension = extname(path).toLowerCase()
  if (extension === '.xlsx' || extension === '.csv') return extension === '.csv' ? 'csv' : 'xlsx'
  throw new MatchArgumentError(`「${path}」的扩展名应为 .xlsx 或 .csv。`)
}

/** Of what the file system refuses, only writing the result is left: the list has its own errors. */
function explainWriting(error: unknown, path: string): never {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
  throw new MatchArgumentError(`写不到「${path}」（${error.code}），请检查文件夹、权限和剩余空间。`, { cause: error })
}

function signalOfInterrupt(): AbortSignal {
  const ending = new AbortController()
  process.once('SIGINT', () => ending.abort(new Error('已中断，没有写出结果。')))
  return ending.signal
}

/** Problems shown on the terminal; the file holds all. */
const mostShown = 10

function report({ summary, problems }: MatchOutcome, { outputPath, policy }: MatchRequest, seconds: number): void {
  const { firms, policies, counts, firmsWithEligible, unknownColumns, columns } = summary
  for (const { row, column, value, message } of problems.slice(0, mostShown))
    console.error(`第 ${row} 行${column && `「${column}」`}${value && `「${value}」`}：${message}`)
  if (summary.problems > mostShown) console.error(`……共 ${summary.problems} 处问题`)
  console.log(`认出的列：${columns.map(({ header }) => header).join('、')}`)
  if (unknownColumns.length > 0) console.log(`没有用到的列：${unknownColumns.join('、')}`)
  console.log(
    `${firms} 家企业 × ${policies} 项政策（按 ${summary.asOf}）：符合 ${counts.eligible}，可能 ${counts.undetermined}，不符 ${counts.ineligible}`,
  )
  if (policy === null) console.log(`至少符合一项的企业：${firmsWithEligible} 家；名单里的问题：${summary.problems} 处`)
  else console.log(`列出 ${summary.rows} 家符合、可能或接近的企业；名单里的问题：${summary.problems} 处`)
  console.log(`用时 ${seconds.toFixed(1)} 秒，已写入：${outputPath}`)
}
