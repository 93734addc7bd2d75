import { IsoDate } from '../policy/index.ts'

/** An argument that cannot be used; the message says what to write instead. */
class ArgumentError extends Error {
  readonly code = 'argument-invalid'
}

export function parseDate(value: string): IsoDate {
  if (!IsoDate.safeParse(value).success)
    throw new ArgumentError(`日期「${value}」不存在或写法不对，应写成 2026-11-23 这样的格式。`)
  return value
}

/** Becomes a link on the page, so nothing but the web will do. */
export function parseWebAddress(value: string): string {
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
    throw new ArgumentError(`网址「${value}」应以 https:// 或 http:// 开头，例如 https://www.shcn.gov.cn/。`)
  return value
}

export function checkPeriod({ from, until }: { from?: IsoDate; until?: IsoDate }): void {
  if (from !== undefined && until !== undefined && until < from)
    throw new ArgumentError(`失效日期 ${until} 早于生效日期 ${from}，请检查 --from 和 --until。`)
}
