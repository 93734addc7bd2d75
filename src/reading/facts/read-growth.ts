import { negated, type Quantity } from '../quantities/quantity.ts'
import { type Finding, factValueOf, spanOf } from './finding.ts'
import { cuesIn, hasCue, isWithin, type Message, type Span } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import { readRise } from './read-rise.ts'
import type { Relations } from './relations.ts'
import type { Scope } from './scope.ts'
import { isNotNow, isReplaced, isThreshold } from './threshold.ts'

/** Growth tells nothing of money: 营收增长12%, 掉了一成多; `used` are the figures that it took. */
export function readGrowth(
  message: Message,
  scope: Scope,
  relations: Relations,
  multiples: Readonly<Record<string, number>>,
): { findings: Finding[]; used: Set<Quantity> } {
  const used = new Set<Quantity>()
  const findings = message.quantities.flatMap((quantity): Finding[] => {
    const clause = scope.clauseOf(quantity)
    const [fall] = cuesIn(message, clause, 'falls')
    const [rise] = cuesIn(message, clause, 'rises')
    const verb = fall ?? rise ?? growthIn(message, clause)
    if (quantity.kind !== 'ratio' || !verb) return []
    const fact = growingFact(message, scope, relations, quantity.start)
    if (fact === null) used.add(quantity)
    if (!fact || !scope.isOwn(quantity) || isReplaced(message, quantity) || isThreshold(message, scope, quantity))
      return []
    used.add(quantity)
    if (isNotNow(message, scope, quantity)) return []
    const interval = fall && (quantity.interval.low ?? 0) >= 0 ? negated(quantity.interval) : quantity.interval
    return [{ ...spanOf(quantity, verb), fact, value: factValueOf(interval, false), weight: 0 }]
  })
  const told = [...findings, ...multiplied(message, scope, relations, multiples)]
  const rise = readRise(message, scope, relations).filter(({ fact }) => !told.some((one) => one.fact === fact))
  return { findings: [...told, ...rise], used }
}

/** 增长 is itself the name of a fact. */
function growthIn(message: Message, clause: Span): Span | undefined {
  return message.labels.find((label) => /Growth/.test(label.value.fact) && isWithin(label, clause))
}

/** The growth of what the clause speaks of; revenue where it names nothing, null where something else grew. */
function growingFact(message: Message, scope: Scope, relations: Relations, at: number): string | null | undefined {
  const clause = scope.clauseOf({ start: at, end: at })
  const names = namesOf(message, 'number').filter(({ start, end }) => start >= clause.start && end <= clause.end)
  const [subject, last] = subjectOf(names, at)
  if (!subject) return last ? undefined : 'revenueGrowth'
  const grown = subject.labels.flatMap(({ fact }) => (/Growth/.test(fact) ? undefined : relations.growthOf(fact)) ?? [])
  if (grown.length > 0) return grown[0]
  return null
}

/** What is told to grow, and the word for growth itself where the clause has one: 利润增长20%. */
function subjectOf(names: readonly NameGroup[], at: number): [NameGroup | undefined, NameGroup | undefined] {
  const isGrowth = ({ labels }: NameGroup) => labels.some(({ fact }) => /Growth/.test(fact))
  const before = names.filter(({ end }) => end <= at)
  const subject =
    before.findLast((name) => !isGrowth(name)) ??
    (before.length > 0 ? undefined : names.find((name) => !isGrowth(name)))
  return [subject, names.find(isGrowth)]
}

function multiplied(
  message: Message,
  scope: Scope,
  relations: Relations,
  multiples: Readonly<Record<string, number>>,
): Finding[] {
  return Object.entries(multiples).flatMap(([words, value]): Finding[] => {
    const start = message.text.indexOf(words)
    if (start < 0 || !scope.isOwn({ start, end: start }) || hasCue(message, { start: 0, end: start }, 'plans'))
      return []
    const fact = growingFact(message, scope, relations, start)
    return fact ? [{ start, end: start + words.length, fact, value: { value }, weight: 0 }] : []
  })
}
