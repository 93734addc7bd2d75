import { dateOf, dayNumber } from '../../src/eligibility/calendar.ts'
import type { CompiledFact } from '../../src/eligibility/compile-catalogue.ts'
import type { CompanyProfile, createAssessor, FactValue } from '../../src/eligibility/index.ts'
import type { PreparedRule } from '../../src/eligibility/prepare-rule.ts'
import { boundsOfFact } from '../../src/eligibility/rule-bounds.ts'
import { type Random, randomOf } from './random-numbers.ts'

type Assessor = ReturnType<typeof createAssessor>

/** A firm as it is, and two states of knowing it: what `less` says, `more` says at least as exactly. */
export interface RandomFirm {
  readonly truth: CompanyProfile
  readonly more: CompanyProfile
  readonly less: CompanyProfile
}

/** Firms with values on, beside and between the bounds of the rules; what is derived agrees with what it derives from. */
export function createFirms(assessor: Assessor, rules: readonly PreparedRule[], asOf: string) {
  const { facts } = assessor.catalogue
  const isDerived = ({ derivedFrom, minimumFrom, countedFrom, definition }: CompiledFact) =>
    derivedFrom !== null ||
    minimumFrom !== null ||
    countedFrom !== null ||
    (definition.type === 'choice' && definition.derivedFrom !== undefined)
  const cuts = new Map(facts.map((fact) => [fact.key, boundsOfFact(fact, rules).map(({ value }) => value)]))
  const stated = facts.filter((fact) => !isDerived(fact))
  const derived = facts.filter(isDerived)
  return (seed: number): RandomFirm => {
    const random = randomOf(seed)
    const truth: Record<string, FactValue> = {}
    for (const fact of stated) truth[fact.key] = { value: randomValue(fact, cuts.get(fact.key) ?? [], random, asOf) }
    Object.assign(truth, random.next() < 0.8 ? valuesFor(random.pick(rules), random) : {})
    for (const fact of derived) truth[fact.key] = { value: agreedValue(fact, assessor.know(truth, asOf), random) }
    const firm = { truth, more: {}, less: {} } as {
      truth: CompanyProfile
      more: Record<string, FactValue>
      less: Record<string, FactValue>
    }
    const share = random.next()
    for (const fact of facts) {
      const exact = truth[fact.key]
      if (!exact || random.next() > share) continue
      const more = random.next() < 0.6 ? exact : around(fact, exact, random)
      firm.more[fact.key] = more
      if (random.next() < 0.7) firm.less[fact.key] = random.next() < 0.4 ? more : wider(fact, more, random)
    }
    return firm
  }
}

/** Values that meet a rule, as far as its conditions on single stated facts go. */
function valuesFor(rule: PreparedRule, random: Random): CompanyProfile {
  if (rule.kind === 'all') return Object.assign({}, ...rule.children.map((child) => valuesFor(child, random)))
  if (rule.kind === 'any') return valuesFor(random.pick(rule.children), random)
  if (rule.kind !== 'range' && rule.kind !== 'choice') return {}
  const { fact } = rule
  if (fact.countedFrom ?? fact.derivedFrom ?? fact.minimumFrom ?? (fact.key === 'sizeClass' || null)) return {}
  if (rule.kind === 'range') {
    const { low, high } = rule.bounds
    const number = Number.isFinite(low) ? low + (high > low ? 1e-4 : 0) : Number.isFinite(high) ? high - 1e-4 : 0
    if (fact.definition.type === 'date') return { [fact.key]: { value: dateOf(Math.round(number)) } }
    return { [fact.key]: { value: Math.min(Math.max(number, fact.low), fact.high) } }
  }
  const option = random.pick(fact.options.filter((_, place) => rule.allowed[place] === 1))
  return { [fact.key]: { value: fact.definition.type === 'boolean' ? option === 'true' : option } }
}

function randomValue(
  fact: CompiledFact,
  cuts: readonly number[],
  random: Random,
  asOf: string,
): string | number | boolean {
  const { definition, options } = fact
  if (definition.type === 'boolean') return random.next() < 0.5
  if (options.length > 0) return random.pick(options)
  if (definition.type === 'date')
    return dateOf(dayNumber(asOf) - random.pick([random.whole(0, 1500), random.whole(0, 20_000)]))
  const [step, most] = definition.type === 'number' && definition.unit === 'ratio' ? [0.01, 1] : [1, 500_000_000]
  const near = cuts.length > 0 ? random.pick(cuts) + step * random.whole(-1, 1) : random.next() ** 4 * most
  const value = random.next() < 0.7 ? near : random.next() ** 4 * most
  const rounded = step === 1 ? Math.round(value) : Number(value.toFixed(4))
  return Math.min(Math.max(rounded, fact.low), fact.high)
}

/** A value that what is known already allows. */
function agreedValue(fact: CompiledFact, known: ReturnType<Assessor['know']>, random: Random): string | number {
  const { index, options } = fact
  if (options.length > 0) return options[random.pick(known.options[index] ?? options.map((_, place) => place))] ?? ''
  const [low = 0, high = low] = [known.low[index], known.high[index]]
  if (low === high) return low
  const value = Number.isFinite(high) ? low + random.next() * (high - low) : low + random.whole(0, 1000)
  return Math.min(Math.max(Number(value.toFixed(2)), low), high)
}

/** Bounds or choices that hold the value. */
export function around(fact: CompiledFact, exact: FactValue, random: Random): FactValue {
  if (!('value' in exact)) return exact
  const { value } = exact
  if (typeof value === 'boolean') return exact
  if (fact.options.length > 0) return { oneOf: [...new Set([String(value), ...someOptions(fact, random)])] }
  const isDate = typeof value === 'string'
  const number = isDate ? dayNumber(value) : value
  const say = (bound: number) => (isDate ? dateOf(Math.round(bound)) : bound)
  const slack = () => (isDate ? random.whole(1, 900) : (Math.abs(number) + 1) * random.next() + 0.001)
  const [low, high] = [say(Math.max(number - slack(), fact.low)), say(Math.min(number + slack(), fact.high))]
  return random.pick<FactValue>([{ min: low, max: high }, { min: low }, { max: high }, { min: say(number), max: high }])
}

/** At least as wide as what it is given. */
function wider(fact: CompiledFact, value: FactValue, random: Random): FactValue {
  if ('value' in value) return around(fact, value, random)
  if ('oneOf' in value) return { oneOf: [...new Set([...value.oneOf, ...someOptions(fact, random)])] }
  return random.next() < 0.5 && value.min !== undefined
    ? { min: value.min }
    : value.max !== undefined
      ? { max: value.max }
      : value
}

function someOptions({ options }: CompiledFact, random: Random): string[] {
  return options.filter(() => random.next() < 0.2)
}
