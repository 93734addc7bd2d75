import type { FactValue } from '../../eligibility/index.ts'
import { negated, type Quantity, scaled } from '../quantities/quantity.ts'
import { contractOf } from './contracts.ts'
import { shareOfWhole } from './english-shares.ts'
import { type Figure, figureOf } from './figure.ts'
import { type Finding, type Findings, type FoundProblem, factValueOf, spanOf } from './finding.ts'
import { insuranceMonths, isInterruption } from './insurance-months.ts'
import { hasCue, type Message } from './message.ts'
import { type NameGroup, namesOf } from './name-groups.ts'
import { factsOfName, moneyFactsOf, nameOfFigure } from './name-of-figure.ts'
import { leadsToPart } from './part.ts'
import type { Relations } from './relations.ts'
import { weighRivals } from './rival-totals.ts'
import { salesOfPeriod } from './sales.ts'
import type { Scope } from './scope.ts'
import { isOfOtherWhole, shareOfPeriod } from './share-periods.ts'
import { sharedFacts } from './shared-figures.ts'
import { isNoState, isReplaced, isThreshold } from './threshold.ts'
import { isOfOtherTime, pendingValues } from './time-of-figure.ts'
import { isOfUnknown, topicOfFigure } from './topic-of-figure.ts'
import { isBareNumber } from './units.ts'
import { factWithoutName } from './unnamed-figures.ts'

export interface NumberReading extends Findings {
  /** Own figures that no word tells the meaning of. */
  readonly unnamed: readonly Quantity[]
}

/** Gives each figure to the fact that the words around it name. */
export function readNumbers(
  message: Message,
  scope: Scope,
  relations: Relations,
  used: ReadonlySet<Quantity>,
): NumberReading {
  const names = namesOf(message, 'number').filter((name) => scope.isOwn(name))
  const spent = new Set<NameGroup>()
  const findings: Finding[] = []
  const problems: FoundProblem[] = []
  const unnamed: Quantity[] = []
  for (const quantity of message.quantities) {
    const figure = figureOf(message, scope, relations, quantity)
    if (used.has(quantity) || !isOfFirm(figure)) continue
    const share = shareOfWhole(figure, names)
    const name = share?.name ?? nameOfFigure(figure, names, spent)
    if (name) spent.add(name)
    const shared = name && sharedFacts(figure, name, names)
    if (shared) {
      findings.push(...shared.flatMap((fact) => findingOf(figure, fact, name)))
      continue
    }
    const meaning = share?.fact ?? meaningOf(figure, name, findings)
    if (meaning === undefined) unnamed.push(quantity)
    else if (typeof meaning === 'string') findings.push(...findingOf(figure, meaning, name))
    else problems.push({ ...spanOf(quantity, ...(name ? [name] : [])), ...meaning })
  }
  return { findings: weighRivals(message, scope, findings), problems, unnamed }
}

function isOfFirm({ message, scope, quantity, clause, units }: Figure): boolean {
  if (units.length === 0 || !scope.isOwn(quantity) || isNoState(message, quantity, clause)) return false
  return !isReplaced(message, quantity) && !isThreshold(message, scope, quantity)
}

/** The fact that a figure tells, or why it tells none. */
function meaningOf(
  figure: Figure,
  name: NameGroup | undefined,
  findings: readonly Finding[],
): string | Pick<FoundProblem, 'kind' | 'fact'> | undefined {
  const { message, scope, quantity } = figure
  if (name) {
    const [fact = '', ...others] = factsOfName(figure, name)
    if (isInterruption(figure, name) || isOfOtherWhole(figure, fact)) return undefined
    if (isAmongPeople(name, quantity, findings)) return fact
    const [money] = isBareNumber(quantity) ? moneyFactsOf(figure, name) : []
    if (money) return { kind: 'no-unit', fact: money }
    return others.length > 0 ? { kind: 'ambiguous', fact } : fact
  }
  const topic = insuranceMonths(figure) ?? topicOfFigure(figure, findings)
  if (topic) return topic
  const fact = isOfUnknown(figure) ? undefined : factWithoutName(message, scope, quantity)
  return fact === 'no-unit' ? { kind: 'no-unit', fact: 'revenue' } : fact
}

/** 员工60，研发20: a bare number beside a count of people, and not above it. */
function isAmongPeople({ labels }: NameGroup, { interval, unit }: Quantity, [first]: readonly Finding[]): boolean {
  const isOfPeople = labels.some(({ definition }) => definition.type === 'number' && definition.unit === 'people')
  const count = first?.fact === 'employees' && 'value' in first.value ? Number(first.value.value) : 0
  return isOfPeople && unit === null && (interval.low ?? 0) < count
}

function findingOf(figure: Figure, named: string, name: NameGroup | undefined): Finding[] {
  const { message, scope, relations, quantity, clause } = figure
  const fact = shareOfPeriod(figure, contractOf(message, quantity, salesOfPeriod(message, scope, quantity, named)))
  if (isOfOtherTime(figure, fact, name)) return []
  const span = spanOf(quantity, ...(name ? [name] : []))
  const pending = name && pendingValues(figure, name)
  if (pending) return pending.map((value) => ({ ...span, fact, value, weight: 0 }))
  const isLoss = name?.labels.some(({ isOpposite }) => isOpposite) ?? false
  const value = valueIn(relations, fact, isLoss ? { ...quantity, interval: negated(quantity.interval) } : quantity)
  const isTotal = fact === 'employees' && hasCue(message, { start: clause.start, end: quantity.start }, 'totals')
  if (fact === 'employees' && !isTotal && leadsToPart(message.text.slice(0, span.start))) return []
  return [{ ...span, fact, value, weight: isTotal ? 1 : 0 }]
}

/** What a quantity says in the unit of a fact; durations are in months. */
function valueIn(relations: Relations, fact: string, { interval, kind }: Quantity): FactValue {
  const definition = relations.definitionOf(fact)
  const unit = definition?.type === 'number' ? definition.unit : null
  const isInYears = unit === 'years' && kind === 'duration'
  return factValueOf(isInYears ? scaled(interval, 1 / 12) : interval, unit === 'people' || unit === 'count')
}
