import { isExact, type Quantity } from '../quantities/quantity.ts'
import { type Finding, spanOf } from './finding.ts'
import { hasCue, isWithin, type Message, type Span } from './message.ts'
import { namesOf } from './name-groups.ts'
import type { Relations } from './relations.ts'
import type { Scope } from './scope.ts'
import { unitsOf } from './units.ts'

/** The growth between amounts of last year and the year before: 前年2000万，去年2500万; 去年从2000万涨到2500万. */
export function readRise(message: Message, scope: Scope, relations: Relations): Finding[] {
  const amounts = message.quantities.filter(
    (one) => unitsOf(one).includes('yuan') && isExact(one.interval) && scope.isOwn(one),
  )
  return amounts.flatMap((second, place): Finding[] => {
    const first = amounts[place - 1]
    const fact = first && growthBetween(message, scope, relations, first, second)
    const last = Number(message.asOf.slice(0, 4)) - 1
    const years = first && yearsOf(message, scope, first, second, last)
    if (!first || !fact || !years || Math.min(...years) !== last - 1 || Math.max(...years) !== last) return []
    const [earlier, later] = years[0] < years[1] ? [first, second] : [second, first]
    const growth = (later.interval.low ?? 0) / (earlier.interval.low ?? 0) - 1
    if (!Number.isFinite(growth)) return []
    return [{ ...spanOf(first, second), fact, value: { value: Number(growth.toPrecision(6)) }, weight: 0 }]
  })
}

/** What grew: all that is named around the two amounts; revenue where nothing is, but 涨到 stands between them. */
function growthBetween(
  message: Message,
  scope: Scope,
  relations: Relations,
  first: Quantity,
  second: Quantity,
): string | undefined {
  const [start, end] = [scope.clauseOf(first).start, second.end]
  const isOneSentence = scope.clauseOf(first).sentence === scope.clauseOf(second).sentence
  const isPlanned = hasCue(message, { start, end }, 'plans') || scope.isAsked(scope.clauseOf(second))
  if (!isOneSentence || isPlanned) return undefined
  const names = namesOf(message, 'number').filter((name) => isWithin(name, { start, end }))
  const grown = names.map(({ labels }) =>
    labels.flatMap(({ fact }) => relations.growthOf(fact) ?? []).find((fact) => relations.definitionOf(fact)),
  )
  if (names.length === 0) return isRise(message, first, second) ? relations.growthOf('revenue') : undefined
  return new Set(grown).size === 1 ? grown[0] : undefined
}

function isRise({ text }: Message, first: Span, second: Span): boolean {
  return /(?:[涨增升提高长做降跌减少滑掉]|翻)到?了?[^，]{0,5}$/.test(text.slice(first.end, second.start))
}

/** The years of two amounts; 从…涨到 needs only one of them. */
function yearsOf(
  message: Message,
  scope: Scope,
  first: Quantity,
  second: Quantity,
  last: number,
): [number, number] | undefined {
  const one = yearIn(message, { start: scope.clauseOf(first).start, end: first.start })
  const other = yearIn(message, { start: first.end, end: second.start })
  if (one !== undefined && other !== undefined) return [one, other]
  if (!isRise(message, first, second) || (one ?? other) === undefined) return undefined
  if (one === undefined) return [last - 1, other ?? last]
  return one === last ? [last - 1, last] : undefined
}

function yearIn({ quantities }: Message, span: Span): number | undefined {
  const date = quantities.findLast((one) => one.kind === 'date' && isWithin(one, span))
  const year = date?.from?.slice(0, 4)
  return year && date?.from === `${year}-01-01` && date.until === `${year}-12-31` ? Number(year) : undefined
}
