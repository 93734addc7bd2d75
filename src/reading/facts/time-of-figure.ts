import type { FactValue } from '../../eligibility/index.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Figure } from './figure.ts'
import { cuesIn, hasCue } from './message.ts'
import type { NameGroup } from './name-groups.ts'
import { isPlan } from './relations.ts'
import { isNotNow } from './threshold.ts'

/** Whether a figure is of another time than its fact: planned, past, or of a year that is not asked about. */
export function isOfOtherTime(figure: Figure, fact: string, name: NameGroup | undefined): boolean {
  const { message, scope, relations, quantity } = figure
  const start = Math.min(quantity.start, name?.start ?? quantity.start)
  if (isNotNow(message, scope, { start, end: quantity.end }) && !isPlan(fact)) return true
  if (relations.isOfLastYear(fact)) return isOfOtherYear(figure, start, name ? 2 : 8)
  return fact === 'employees' && isOfOtherHead(figure, start)
}

/** 招了四个店员 and 去年40人 are not how many there are. */
function isOfOtherHead(figure: Figure, start: number): boolean {
  const { text, asOf } = figure.message
  const date = dateBefore(figure, start, 2)
  return /(?:招|聘|裁|辞|走)了?$/.test(text.slice(0, start)) || (date !== undefined && (date.until ?? asOf) < asOf)
}

/** 前年营收2000万, 今年营收 and 近三年 are not what last year brought. */
function isOfOtherYear(figure: Figure, start: number, reach: number): boolean {
  const { message, quantity } = figure
  const lastYear = String(Number(message.asOf.slice(0, 4)) - 1)
  const isOverOther = message.quantities.some(
    ({ kind, unit, interval, end }) =>
      kind === 'duration' &&
      (unit === 'year' || unit === 'month') &&
      (interval.low ?? 0) > 1 &&
      interval.low !== 12 &&
      end <= quantity.start &&
      Math.min(quantity.start - end, Math.abs(start - end)) <= 2,
  )
  const date = dateBefore(figure, start, reach)
  return isOverOther || (date !== undefined && !(date.from ?? '').startsWith(lastYear))
}

/** The date that directly leads to a figure or its name, or stands between the two. */
function dateBefore({ message, quantity, clause }: Figure, start: number, reach: number): Quantity | undefined {
  return message.quantities.findLast(
    (one) => one.kind === 'date' && one.start >= clause.start && one.end <= quantity.start && start - one.end <= reach,
  )
}

/** 发明专利申请了3个，还没授权: what is only applied for is none yet, or leaves open what there is. */
export function pendingValues({ message, quantity, clause }: Figure, name: NameGroup): FactValue[] | undefined {
  const near = { start: Math.max(clause.start, name.start - 4), end: Math.min(clause.end, quantity.end + 8) }
  const isCount = name.labels.some(({ definition }) => definition.type === 'number' && definition.unit === 'count')
  if (!isCount || cuesIn(message, near, 'pendings').length === 0) return undefined
  return hasCue(message, { start: clause.start, end: message.text.length }, 'negations', 'failures')
    ? [{ value: 0 }]
    : []
}
