import { findTitleLines } from './title-lines.ts'

/** What the head and the signature of an official text say of it. */
export function describeText(text: string): {
  title: string
  documentNumber: string | null
  publishedOn: string | null
} {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { title: findTitle(lines), documentNumber: findNumber(lines.slice(0, 30)), publishedOn: findDate(lines) }
}

function findTitle(lines: readonly string[]): string {
  const place = findTitleLines(lines)
  if (place) {
    const joined = lines
      .slice(place.start, place.end)
      .map((line) => line.trim().replace(/^#+\s+/, ''))
      .join('')
    return joined.replaceAll(/(\p{Script=Han}) +(?=\d)|(\d) +(?=\p{Script=Han})/gu, '$1$2')
  }
  const quoted = /^[\s　#]*《([^《》]{4,80})》[\s　]*$/m.exec(lines.slice(0, 10).join('\n'))?.[1]
  if (quoted) return quoted
  const first = lines.find(
    (line) => line.trim().length <= 60 && !numberPattern.test(line) && !/[。；]|文件$/.test(line),
  )
  return first?.trim().replace(/^#+\s+/, '') ?? ''
}

const numberPattern =
  /([\p{Script=Han}]{2,12})[ 　]?[〔[【（(［][ 　]?((?:19|20)\d{2})[ 　]?[〕\]】）)］][ 　]?第?[ 　]?(\d{1,5})[ 　]?号/u

/** The document's own number stands on a line of its own or in brackets after the title, not within a sentence. */
function findNumber(head: readonly string[]): string | null {
  for (const line of head) {
    const match = numberPattern.exec(line.slice(0, 300))
    if (!match) continue
    const text = line.slice(0, 300).trim()
    const isOwnLine = text.length <= match[0].length + 20 && !/[。，；《》]/.test(text.replace(match[0], ''))
    const isLabelled = /(文号|字号|编号)[：:]?[\s|]*$/.test(text.slice(0, text.indexOf(match[0])))
    const isInTitle = text.length <= 120 && text.endsWith(`${match[0]}）`)
    if (isOwnLine || isLabelled || isInTitle) return `${match[1]}〔${match[2]}〕${match[3]}号`
  }
  return null
}

const datePattern =
  /(\d{4}|[一二三四五六七八九〇○零]{4})\s?年\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日/

/** The date of the signature, else of printing (印发), else the one a web page names as its date of publication. */
function findDate(lines: readonly string[]): string | null {
  const signed = lines.findLast(
    (line) => line.length <= 40 && datePattern.exec(line)?.[0] === line.replace(/^.*[）)]/, '').trim(),
  )
  const printed = lines.findLast((line) => line.length <= 80 && /日\s?印发[。）]?$/.test(line.trim()))
  const published = lines.slice(0, 30).find((line) => /(发布|发文|成文|印发)(日期|时间)/.test(line))
  return readDate(signed) ?? readDate(printed) ?? readDate(published)
}

function readDate(line: string | undefined): string | null {
  const text = line?.slice(0, 300) ?? ''
  const match = datePattern.exec(text) ?? /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text)
  if (!match) return null
  const [year, month, day] = [readYear(match[1] ?? ''), readSmall(match[2] ?? ''), readSmall(match[3] ?? '')]
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}

const digits = '〇一二三四五六七八九'

function readYear(text: string): string {
  return [...text].map((digit) => (/\d/.test(digit) ? digit : Math.max(digits.indexOf(digit), 0))).join('')
}

function readSmall(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const base = text.includes('十') ? (tens ? digits.indexOf(tens) : 1) * 10 : 0
  return base + (ones ? digits.indexOf(ones) : 0)
}
