import type { IsoDate } from '../policy/index.ts'
import { dateOf, dayNumber, spanBetween } from './calendar.ts'
import type { CompiledCatalogue, CompiledFact } from './compile-catalogue.ts'
import { factsOf, type Range, rangeOf } from './expression.ts'
import type { CompanyProfile, FactValue } from './profile.ts'
import { possibleSizeClasses, type SizeClassDefinition } from './size-class.ts'

/** Everything known of a company on a day, by number of the fact: bounds of numbers and dates, possible choices. */
export interface KnownFacts {
  readonly asOf: IsoDate
  readonly low: Float64Array
  readonly high: Float64Array
  /** 1 where the bound itself is excluded. */
  readonly lowOpen: Uint8Array
  readonly highOpen: Uint8Array
  /** Numbers of the options that remain; null where all do. */
  readonly options: (readonly number[] | null)[]
  /** 1 where the profile says something of the fact. */
  readonly stated: Uint8Array
}

export interface KnowParts {
  readonly catalogue: CompiledCatalogue
  leavesOf(code: string): readonly string[]
  sizeClassOf(leaf: string): SizeClassDefinition | null
}

/** Takes the stated facts and computes what follows from them. Facts outside the catalogue are ignored. */
export function createKnower({ catalogue, leavesOf, sizeClassOf }: KnowParts) {
  const { facts } = catalogue
  const lows = Float64Array.from(facts, ({ low }) => low)
  const highs = Float64Array.from(facts, ({ high }) => high)
  const derived = facts.flatMap((fact) => derivationOf(fact, catalogue) ?? [])
  const counted = facts.filter(({ countedFrom }) => countedFrom)
  const size = sizeParts(catalogue, sizeClassOf)
  return (profile: CompanyProfile, asOf: IsoDate): KnownFacts => {
    const known: KnownFacts = {
      asOf,
      low: lows.slice(),
      high: highs.slice(),
      lowOpen: new Uint8Array(facts.length),
      highOpen: new Uint8Array(facts.length),
      options: new Array<readonly number[] | null>(facts.length).fill(null),
      stated: new Uint8Array(facts.length),
    }
    for (const key in profile) {
      const fact = catalogue.find(key)
      const value = profile[key]
      if (fact && value) state(known, fact, value, leavesOf)
    }
    derive(known, derived, catalogue)
    for (const fact of counted) countTime(known, fact, asOf)
    if (size) deriveSize(known, size)
    return known
  }
}

function state(known: KnownFacts, fact: CompiledFact, value: FactValue, leavesOf: KnowParts['leavesOf']): void {
  const { index } = fact
  known.stated[index] = 1
  if (fact.options.length > 0) {
    known.options[index] = remaining(fact, value, leavesOf)
    return
  }
  if ('value' in value) {
    known.low[index] = known.high[index] = numeric(value.value)
  } else if (!('oneOf' in value)) {
    const low = value.above ?? value.min
    const high = value.below ?? value.max
    if (low !== undefined) known.low[index] = numeric(low)
    if (high !== undefined) known.high[index] = numeric(high)
    known.lowOpen[index] = value.above === undefined ? 0 : 1
    known.highOpen[index] = value.below === undefined ? 0 : 1
  }
}

function numeric(value: number | string | boolean): number {
  return typeof value === 'string' ? dayNumber(value) : Number(value)
}

function remaining(fact: CompiledFact, value: FactValue, leavesOf: KnowParts['leavesOf']): readonly number[] | null {
  const isIndustry = fact.definition.type === 'industry'
  if ('value' in value && !isIndustry) return fact.places.get(String(value.value)) ?? null
  const names = 'value' in value ? [String(value.value)] : 'oneOf' in value ? value.oneOf : []
  const wanted = isIndustry ? names.flatMap(leavesOf) : names
  const places = [...new Set(wanted)].flatMap((name) => fact.places.get(name) ?? [])
  return places.length > 0 ? places : null
}

interface Derivation {
  readonly fact: CompiledFact
  /** Numbers of the facts it is computed from; where none is stated there is nothing to compute. */
  readonly inputs: readonly number[]
}

function derivationOf(fact: CompiledFact, catalogue: CompiledCatalogue): Derivation | null {
  const expressions = [fact.derivedFrom, fact.minimumFrom].filter((expression) => expression !== null)
  const inputs = expressions.flatMap(factsOf).flatMap((key) => catalogue.find(key)?.index ?? [])
  return inputs.length > 0 ? { fact, inputs } : null
}

/** All is computed before anything is written: only what was stated feeds what is derived, and no fact itself. */
function derive(known: KnownFacts, derived: readonly Derivation[], catalogue: CompiledCatalogue): void {
  const rangeOfFact = (key: string): Range => {
    const index = catalogue.find(key)?.index ?? -1
    return { low: known.low[index] ?? Number.NEGATIVE_INFINITY, high: known.high[index] ?? Number.POSITIVE_INFINITY }
  }
  const open = derived.filter(
    ({ fact, inputs }) =>
      known.low[fact.index] !== known.high[fact.index] && inputs.some((input) => known.stated[input] === 1),
  )
  const ranges = open.map(({ fact: { derivedFrom, minimumFrom } }) => {
    const { low, high } = derivedFrom ? rangeOf(derivedFrom, rangeOfFact) : anything
    return minimumFrom ? { low: Math.max(low, rangeOf(minimumFrom, rangeOfFact).low), high } : { low, high }
  })
  for (const [place, { fact }] of open.entries()) narrow(known, fact, ranges[place] ?? anything)
}

const anything: Range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

/** What was stated stands where the computed range contradicts it, and is narrowed where they overlap. */
function narrow(known: KnownFacts, { index, low: least, high: most }: CompiledFact, { low, high }: Range): void {
  const [from, to] = [known.low[index] ?? least, known.high[index] ?? most]
  const isAbove = low > to || (low === to && known.highOpen[index] === 1)
  const isBelow = high < from || (high === from && known.lowOpen[index] === 1)
  if (known.stated[index] && (isAbove || isBelow)) return
  if (low > from) known.lowOpen[index] = 0
  if (high < to) known.highOpen[index] = 0
  known.low[index] = Math.min(Math.max(from, low), to)
  known.high[index] = Math.max(Math.min(to, high), from)
}

/** The date says it better than a count of time that contradicts it. */
function countTime(known: KnownFacts, fact: CompiledFact, asOf: IsoDate): void {
  if (!fact.countedFrom) return
  const { index } = fact.countedFrom
  const count = (day: number, otherwise: number) =>
    Number.isFinite(day) ? Math.max(0, spanBetween(dateOf(day), asOf, fact.definition)) : otherwise
  const range = {
    low: count(known.high[index] ?? Number.POSITIVE_INFINITY, fact.low),
    high: count(known.low[index] ?? Number.NEGATIVE_INFINITY, fact.high),
  }
  const isContradicted = range.low > (known.high[fact.index] ?? 0) || range.high < (known.low[fact.index] ?? 0)
  if (isContradicted) {
    known.low[fact.index] = fact.low
    known.high[fact.index] = fact.high
    known.lowOpen[fact.index] = known.highOpen[fact.index] = 0
  }
  narrow(known, fact, range)
}

function sizeParts(catalogue: CompiledCatalogue, sizeClassOf: KnowParts['sizeClassOf']) {
  const [sizeClass, industry, employees, revenue, assets] = [
    'sizeClass',
    'industry',
    'employees',
    'revenue',
    'assets',
  ].map((key) => catalogue.find(key))
  if (!sizeClass || !industry || !employees || !revenue || !assets) return null
  const definitions = industry.options.map(sizeClassOf)
  return { sizeClass, industry, employees, revenue, assets, definitions }
}

/** The class follows from industry and figures; what the firm says of itself narrows it only where they leave it open. */
function deriveSize(known: KnownFacts, parts: NonNullable<ReturnType<typeof sizeParts>>): void {
  const { sizeClass, industry, employees, revenue, assets, definitions } = parts
  const at = ({ index }: CompiledFact) => ({
    low: known.low[index] ?? 0,
    high: known.high[index] ?? Number.POSITIVE_INFINITY,
    highOpen: known.highOpen[index] === 1,
  })
  const leaves = known.options[industry.index] ?? definitions.map((_, index) => index)
  const measures = { employees: at(employees), revenue: at(revenue), assets: at(assets) }
  const possible = new Set<number>()
  const seen = new Set<SizeClassDefinition>()
  for (const leaf of leaves) {
    const definition = definitions[leaf] ?? null
    if (definition && seen.has(definition)) continue
    if (definition) seen.add(definition)
    for (const name of definition ? possibleSizeClasses(definition, measures) : sizeClass.options)
      possible.add(sizeClass.options.indexOf(name))
    if (possible.size === sizeClass.options.length) break
  }
  const stated = known.options[sizeClass.index]
  const agreed = stated ? [...possible].filter((option) => stated.includes(option)) : [...possible]
  known.options[sizeClass.index] = agreed.length > 0 ? agreed : [...possible]
}
