import { chineseDigits, dayAfter } from '../../policy/index.ts'
import { type Days, monthAfter, partOfMonth, partOfYear, quarterOf, singleDay, weekOf, wholeYears } from './days.ts'
import { readNumeral } from './numeral.ts'

export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly from?: string
  readonly until?: string
  readonly isApproximate: boolean
  /** 2月30日, 2024年13月: written like a date, and none. */
  readonly isNoDay?: true
}

const fullYear = '(?:19|20)\\d\\d|[一二][零〇九][零〇一二三四五六七八九]{2}'
const digit = '[一二三四五六七八九]'
const month = `1[0-2]|0?[1-9]|十[一二]?|${digit}`
const writtenMonth = `${month}|1[3-9]|[2-9]\\d`
const day = `3[01]|[12]\\d|0?[1-9]|三十一?|二?十${digit}?|${digit}`
const writtenDay = `${day}|3[2-9]|[4-9]\\d`
const event = '成立|注册|创办|创立|设立|开业|开的|办的|入驻|迁|搬|起步|开始|以前|以后|之前|之后'
const lastYears: Readonly<Record<string, number>> = { 大前: -3, 前: -2, 去: -1, 上: -1, 今: 0, 本: 0, 明: 1, 后: 2 }
const nearDays: Readonly<Record<string, number>> = { 前: -2, 昨: -1, 今: 0, 明: 1, 后: 2 }
const monthSteps: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }

const yearWord =
  `(?<![\\d.])(?<year>${fullYear})(?:年度?|(?=${event})|(?=[到至~-](?:${fullYear})年))|` +
  `(?<![\\d.])(?<short>\\d\\d)年(?=(?:${month})(?:[到至~-](?:${month}))?月|初|底|末|${event}|的时候)|` +
  '(?<relative>大前|[前去今本明后]|(?<![以之])上)年(?!以|多|来|内|级|轻)度?'
const monthMark = `(?:月份?|(?=[到至~-](?:${month})月))`
const monthWord = `(?<month>${writtenMonth})${monthMark}(?:(?<monthPart>[上中下]旬|[初中底末])|(?<day>${writtenDay})[日号](?!楼|线|门|院))?`
const partWord = '的?年?(?<part>[初底末]|中(?![国央心小型])|上半年|下半年|第?[一二三四1-4]季度)'
const date = new RegExp(
  [
    `(?<![\\d.-])(?<isoYear>(?:19|20)\\d\\d)(?<mark>[-/.])(?<isoMonth>1[0-2]|0?[1-9])(?:\\k<mark>(?<isoDay>${day}))?(?![\\d.]|[万亿元%人个倍家年])`,
    '(?<!\\d)(?<run>(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?![\\d.万亿元人])',
    `(?:${yearWord})(?:的?${monthWord}|${partWord})?`,
    `(?<nearMonth>上上|下下|[上这本下])个?月(?!薪)(?:(?<nearPart>[上中下]旬|[初中底末])|(?<nearMonthDay>${day})[日号])?`,
    '(?<![以之])(?<nearWeek>上上|下下|[上这本下])个?(?:周|星期|礼拜)(?![期年边末转围])(?<weekDay>[一二三四五六日天])?',
    '(?<![以之])(?<nearQuarter>[上这本下])一?个?季度',
    `(?<![\\d个几多半.])${rename(monthWord)}`,
    '(?<bare>(?<!大)年[初底末中](?![国央一二三四五六七八九])|[上下]半年|(?<=今年|[^个第两三四几\\d]|^)第?[一二三四1-4]季度)',
    '(?<near>[前昨今明后])天',
    `(?<=[日号][到至~-]+)(?<throughDay>${day})[日号]`,
    '(?<![\\d.])(?<plainYear>20[1-3]\\d)(?=$|[\\s,，。;；?？!！、)]|[和与有的](?!人))',
  ].join('|'),
  'g',
)
const edge =
  /^(?:(以前|之前|前(?![往台端期景后]))|(以后|之后|以来|至今|后(?![台端期续勤果])|起(?![诉草来点源到码重因初飞算家征步]))|(左右|前后))/
const aboutBefore = /(?:大概|大约|差不多|约)(?:是|在)?$/
const through = /^(?:到|至|-+|~+)$/

/** The calendar days and periods a plain text names; those without a year are of the year of `asOf`. */
export function findDates(text: string, asOf: string): FoundDate[] {
  const found: (FoundDate & { days: Days })[] = []
  const noDays: FoundDate[] = []
  for (const match of text.matchAll(date)) {
    const last = found.at(-1)
    const isThrough = last !== undefined && through.test(text.slice(last.end, match.index))
    const days = daysOf(match.groups ?? {}, asOf, isThrough ? last.days.from : null)
    if (!days) {
      if (isWholeDate(match.groups ?? {})) noDays.push(noDay(match))
      continue
    }
    if (isThrough && last.days.from <= days.until) {
      const both = { from: last.days.from, until: days.until }
      found[found.length - 1] = {
        ...withEdge(text, last.start, match.index + match[0].length, both, match[0]),
        days: both,
      }
    } else found.push({ ...withEdge(text, match.index, match.index + match[0].length, days, match[0]), days })
  }
  return [...found.map(({ days: _, ...rest }) => rest), ...noDays]
}

/** A day or month of a year is meant, not a number that looks like one. */
function isWholeDate({ isoYear, year, relative, short, month, nearMonthDay, onlyDay }: Groups): boolean {
  return Boolean(isoYear || ((year || relative || short) && month) || nearMonthDay || onlyDay)
}

function noDay({ 0: text, index }: RegExpExecArray): FoundDate {
  return { start: index, end: index + text.length, isApproximate: false, isNoDay: true }
}

/** 以前 leaves a date without a first day, 以后 and 起 without a last. */
function withEdge(text: string, start: number, end: number, days: Days, word: string): FoundDate {
  const [edgeWord = '', earlier, later, about] = edge.exec(text.slice(end, end + 3)) ?? []
  const [lead = ''] = aboutBefore.exec(text.slice(Math.max(0, start - 4), start)) ?? []
  const isApproximate = Boolean(about) || lead !== '' || /[初中底末]$|旬$/.test(word)
  const span = { start: start - lead.length, end: end + edgeWord.length, isApproximate }
  // 年底前 is by the end of the year, not before its last months
  if (earlier) return { ...span, until: /[底末]$/.test(word) ? days.until : dayAfter(days.from, -1) }
  return later ? { ...span, from: days.from } : { ...span, ...days }
}

type Groups = Readonly<Record<string, string | undefined>>

/** `other`: the day before 至, which lends its year and month. */
function daysOf(groups: Groups, asOf: string, other: string | null): Days | null {
  const current = Number(asOf.slice(0, 4))
  const sameYear = Number((other ?? asOf).slice(0, 4))
  const { isoYear, isoMonth, isoDay, run, nearMonth, near, bare, throughDay, plainYear, nearWeek, nearQuarter } = groups
  if (throughDay) return other ? singleDay(sameYear, Number(other.slice(5, 7)), numberOf(throughDay)) : null
  if (plainYear) return wholeYears(Number(plainYear))
  if (isoYear) return monthOrDay(Number(isoYear), Number(isoMonth), isoDay)
  if (run) return singleDay(Number(run.slice(0, 4)), Number(run.slice(4, 6)), Number(run.slice(6)))
  if (near) {
    const iso = dayAfter(asOf, nearDays[near] ?? 0)
    return { from: iso, until: iso }
  }
  if (nearMonth) {
    const { year, month } = monthAfter(asOf, monthSteps[nearMonth] ?? 0)
    return monthOrDay(year, month, groups.nearMonthDay, groups.nearPart)
  }
  if (nearWeek) return weekOf(asOf, monthSteps[nearWeek] ?? 0, groups.weekDay)
  if (nearQuarter) return quarterOf(asOf, monthSteps[nearQuarter] ?? 0)
  if (bare) return partOfYear(sameYear, partName(bare))
  if (groups.onlyMonth) return monthOrDay(sameYear, numberOf(groups.onlyMonth), groups.onlyDay, groups.onlyPart)
  return inYear(yearOf(groups, current), groups)
}

function inYear(year: number, { month, day, monthPart, part }: Groups): Days | null {
  if (month) return monthOrDay(year, numberOf(month), day, monthPart)
  return part ? partOfYear(year, partName(part)) : wholeYears(year)
}

function monthOrDay(year: number, month: number, day?: string, part?: string): Days | null {
  return day ? singleDay(year, month, numberOf(day)) : partOfMonth(year, month, part)
}

function yearOf({ year, short, relative }: Groups, current: number): number {
  if (relative) return current + (lastYears[relative] ?? 0)
  if (year) return Number([...year].map((char) => chineseDigits[char] ?? char).join(''))
  const twoDigits = Number(short)
  return twoDigits > (current % 100) + 2 ? 1900 + twoDigits : 2000 + twoDigits
}

/** 年底 → 底, 第3季度 → 三季度 */
function partName(word: string): string {
  return word.replace(/^(?:年|第)/, '').replace(/[1-4]/, (char) => '零一二三四'[Number(char)] ?? char)
}

function numberOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : (readNumeral(word, 0)?.interval.low ?? 0)
}

function rename(pattern: string): string {
  return pattern.replace('<month>', '<onlyMonth>').replace('<monthPart>', '<onlyPart>').replace('<day>', '<onlyDay>')
}
