import type { FactValue } from '../../eligibility/index.ts'
import { dayAfter } from '../../policy/index.ts'
import { monthAfter } from '../quantities/days.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { type Finding, type FoundProblem, spanOf } from './finding.ts'
import { isWithin, type Message, type Span } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import { isPlan, type Relations } from './relations.ts'
import type { Scope } from './scope.ts'
import { isReplaced, isThreshold } from './threshold.ts'
import { factOfUnnamedDate, founding } from './unnamed-dates.ts'

interface DateReading {
  readonly findings: readonly Finding[]
  readonly problems: readonly FoundProblem[]
  readonly used: ReadonlySet<Quantity>
}

const oldest = 1850
/** A longer age leads before the calendar, and is impossible anyway. */
const mostMonths = 12_000

/** Dates by the names before or after them, and how long ago the firm was founded. */
export function readDates(message: Message, scope: Scope, relations: Relations): DateReading {
  const names = namesOf(message, 'date').filter((name) => scope.isOwn(name))
  const findings: Finding[] = []
  const problems: FoundProblem[] = []
  const used = new Set<Quantity>()
  for (const quantity of message.quantities) {
    if (!scope.isOwn(quantity) || isReplaced(message, quantity) || isBeside(message, quantity)) continue
    const name = nameFor(message, scope, quantity, names)
    const fact = name?.labels[0]?.fact ?? factOfUnnamedDate(message, scope, relations, quantity)
    const value = fact && dateValue(quantity, message, fact)
    const isNoDay = quantity.kind === 'no-day'
    if (!fact || !(value || isNoDay) || isThreshold(message, scope, quantity)) continue
    used.add(quantity)
    const span = spanOf(quantity, ...(name ? [name] : []))
    if (value && isPossibleYear(value)) findings.push({ ...span, fact, value, weight: 0 })
    else problems.push({ ...span, kind: 'impossible', fact })
  }
  return { findings, problems, used }
}

/** 成立到今天两年, 还差一个月满三年, 21年上半年: a part of what another figure tells. */
function isBeside({ text, asOf, quantities }: Message, quantity: Quantity): boolean {
  const { kind, from, until, start } = quantity
  const lead = text.slice(0, start)
  if (kind === 'date' && from === until && from === asOf && /[到至]$/.test(lead)) return true
  if (kind === 'duration' && /(?:差|再过|再有|还有)$/.test(lead)) return true
  return quantities.some((one) => one !== quantity && one.end === start && yearOf(one, text, asOf) !== null)
}

function isPossibleYear(value: FactValue): boolean {
  const [first] = Object.values(value)
  return Number(String(first).slice(0, 4)) >= oldest
}

/** The nearest name in the clause, not parted from the date by another date. */
function nameFor(
  message: Message,
  scope: Scope,
  quantity: Quantity,
  names: readonly NameGroup[],
): NameGroup | undefined {
  if (!['date', 'no-day', 'duration', 'number'].includes(quantity.kind)) return undefined
  const clause = scope.clauseOf(quantity)
  const near = names.filter((name) => isWithin(name, clause) && !isParted(message, spanOf(quantity, name), quantity))
  const distance = (name: NameGroup) => Math.max(name.start - quantity.end, quantity.start - name.end)
  const [first] = near.toSorted((one, other) => distance(one) - distance(other))
  const isOngoing =
    first && /^(?:到现在|至今)$/.test(message.text.slice(first.start, first.end)) && quantity.text === '今年'
  const isTakings = first?.start === quantity.end && (isMoneyAt(message, first.end) || isInvoiceAt(message, first))
  return isOngoing ||
    (isTakings && (quantity.kind === 'duration' || opened.test(message.text.slice(first.start, first.end)))) ||
    (quantity.kind === 'number' && !isBareYear(quantity))
    ? undefined
    : first
}

const opened = /^开/

/** 上个月开了发票. */
function isInvoiceAt({ text }: Message, { end }: Span): boolean {
  return /^[^，。；]{0,6}(?:发票|普票|专票|票|证明)/.test(text.slice(end))
}

/** 三个月开了28万: what was taken in, not since when. */
function isMoneyAt({ quantities }: Message, place: number): boolean {
  return quantities.some(({ start, kind }) => kind === 'money' && start - place >= 0 && start - place <= 2)
}

function isParted({ quantities }: Message, span: Span, quantity: Quantity): boolean {
  return quantities.some((one) => one !== quantity && one.kind === quantity.kind && isWithin(one, span))
}

/** The day or the days a date may mean; a duration counts back from today. */
export function dateValue(quantity: Quantity, { asOf, text }: Message, fact: string): FactValue | undefined {
  const year = yearOf(quantity, text, asOf)
  if (year !== null) return { min: `${year}-01-01`, max: `${year}-12-31` }
  if (quantity.kind === 'duration')
    return fact === founding ? sinceDuration(quantity, asOf, text.slice(0, quantity.start)) : undefined
  if (quantity.kind !== 'date') return undefined
  const { from, until } = quantity
  if (from && from === until) return { value: from }
  const last = until && from && from <= asOf && until > asOf && !isPlan(fact) ? asOf : until
  return from || last ? { ...(from ? { min: from } : {}), ...(last ? { max: last } : {}) } : undefined
}

/** 22年开的 and 一六年: a year, not a duration; a bare 2021. */
function yearOf(quantity: Quantity, text: string, asOf: string): number | null {
  const century = Number(asOf.slice(0, 2)) * 100
  if (isBareYear(quantity)) return quantity.interval.low
  if (quantity.kind !== 'duration' || quantity.unit !== 'year') return null
  const years = (quantity.interval.low ?? 0) / 12
  if (years >= 1000) return years
  const isSpelled = /^[零〇一二][零〇一二三四五六七八九]年$/.test(quantity.text)
  const isFollowed =
    /^(?:底|初|中|末|春|夏|秋|冬|上半|下半|\d{1,2}月|成立|注册|就|干|做|开(?!了)|创|设立|办|建|拿|评|认定|发|到现在|至今|起|的时候|来的)/.test(
      text.slice(quantity.end),
    )
  const isDated = /(?:时间|日期|年份|于|[:：])是?$/.test(text.slice(0, quantity.start))
  const isPast = century + years <= Number(asOf.slice(0, 4))
  const isOfLastCentury = /^[五六七八九5-9][零〇一二三四五六七八九\d]年$/.test(quantity.text)
  if (isOfLastCentury && (isFollowed || isDated)) return century - 100 + years
  return isPast && (isSpelled || (/^\d\d年$/.test(quantity.text) && (isFollowed || isDated))) ? century + years : null
}

function isBareYear({ kind, unit, interval, text }: Quantity): boolean {
  const { low, high } = interval
  return kind === 'number' && unit === null && /^(?:19|20)\d\d$/.test(text) && low === high
}

/** 下个月就满三年: not yet so old. */
const yetToCome = /(?:差.{1,4}|再过.{1,4}|再有.{1,4}|快|即将|马上|下个?月|明年.{0,3}|年底)(?:才|就|要|就要)?$/

/** Whole years are full years, up to the next; other spans are told less exactly. */
function sinceDuration({ interval, isApproximate, text }: Quantity, asOf: string, lead: string): FactValue {
  const { low, high, highOpen } = interval
  if (/[近前]$/.test(lead)) return between(asOf, null, high)
  if (low !== null && /满/.test(text) && yetToCome.test(lead)) return between(asOf, Math.max(0, low - 12), low)
  const isExact = low !== null && low === high && !isApproximate
  if (isExact && low % 12 !== 0) return between(asOf, Math.max(0, low - 1), low + 2)
  const isInYears = low !== null && high !== null && low % 12 === 0 && high % 12 === 0 && !highOpen
  const most = high === null ? null : isInYears ? high + 12 : Math.ceil(high)
  return between(asOf, low === null ? null : Math.floor(low), most)
}

function between(asOf: string, least: number | null, most: number | null): FactValue {
  return {
    ...(most === null ? {} : { min: dayAfter(monthsBefore(asOf, Math.min(most, mostMonths)), 1) }),
    ...(least === null ? {} : { max: monthsBefore(asOf, Math.min(least, mostMonths)) }),
  }
}

export function monthsBefore(asOf: string, months: number): string {
  const { year, month } = monthAfter(asOf, -months)
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = Math.min(Number(asOf.slice(8, 10)), length)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
