import { type IsoDate, type Locale, localized } from '../policy/index.ts'
import { dateOf, dayNumber, monthsBetween } from './calendar.ts'
import type { ProfileProblem } from './check-profile.ts'
import { type Expression, parseExpression, type Range, rangeOf } from './expression.ts'
import type { FactCatalogue, FactDefinition } from './fact.ts'
import type { IndustryCatalogue } from './industries.ts'
import type { CompanyProfile } from './profile.ts'
import { possibleSizeClasses } from './size-class.ts'
import { sayAmount, word } from './wording.ts'

interface Case {
  readonly profile: CompanyProfile
  readonly facts: FactCatalogue['facts']
  readonly asOf: IsoDate
  readonly locale: Locale
  readonly industries?: Pick<IndustryCatalogue, 'leavesOf' | 'sizeClassOf'> | undefined
}

/** Facts of a profile that cannot hold together; each problem names them all. */
export function contradictionsIn(of: Case): ProfileProblem[] {
  const stated = Object.entries(of.facts).filter(([key]) => of.profile[key])
  return stated.flatMap(([key, definition]) => [
    ...partProblems(key, definition, of),
    ...ratioProblems(key, definition, of),
    ...timeProblems(key, definition, of),
    ...sizeProblems(key, definition, of),
  ])
}

/** A part that is more than its whole. */
function partProblems(key: string, definition: FactDefinition, of: Case): ProfileProblem[] {
  const whole = definition.type === 'number' ? definition.partOf : undefined
  if (whole === undefined || !of.profile[whole]) return []
  return rangeIn(of, key).low > rangeIn(of, whole).high
    ? [{ fact: key, message: word(of.locale, 'problem.part', { part: name(key, of), whole: name(whole, of) }) }]
    : []
}

/** What rounding may account for, as a fraction. */
const rounding = 0.005

/** A ratio that disagrees with the amounts it is derived from, all of them stated. */
function ratioProblems(key: string, definition: FactDefinition, of: Case): ProfileProblem[] {
  if (definition.type !== 'number' || definition.unit !== 'ratio' || !definition.derivedFrom) return []
  const quotient = quotientOf(parseExpression(definition.derivedFrom))
  if (!quotient?.every((part) => of.profile[part])) return []
  const [stated, computed] = [
    rangeIn(of, key),
    rangeOf(parseExpression(definition.derivedFrom), (part) => rangeIn(of, part)),
  ]
  const isApart = stated.low > computed.high + rounding + tiny || stated.high < computed.low - rounding - tiny
  if (!isApart) return []
  const [part = '', whole = ''] = quotient
  const value = sayAmount(stated.low > computed.high ? computed.high : computed.low, 'ratio', of.locale)
  const values = { ratio: name(key, of), part: name(part, of), whole: name(whole, of), value }
  return [{ fact: key, message: word(of.locale, 'problem.ratio', values) }]
}

/** Binary fractions must not decide at the edge. */
const tiny = 1e-9

function quotientOf(expression: Expression): string[] | null {
  if (expression.kind !== 'binary' || expression.operator !== '/') return null
  const { left, right } = expression
  return left.kind === 'fact' && right.kind === 'fact' ? [left.key, right.key] : null
}

/** A count of months that is more than one month away from the date it is counted from. */
function timeProblems(key: string, definition: FactDefinition, of: Case): ProfileProblem[] {
  const since = definition.type === 'number' ? definition.monthsSince : undefined
  if (since === undefined || !of.profile[since]) return []
  const [months, day] = [rangeIn(of, key), rangeIn(of, since)]
  const counted = (date: number, otherwise: number) =>
    Number.isFinite(date) ? Math.max(0, monthsBetween(dateOf(date), of.asOf)) : otherwise
  const [least, most] = [counted(day.high, 0), counted(day.low, Number.POSITIVE_INFINITY)]
  if (months.high >= least - 1 && months.low <= most + 1) return []
  return [{ fact: key, message: word(of.locale, 'problem.time', { time: name(key, of), date: name(since, of) }) }]
}

/** A size class that industry and figures exclude. */
function sizeProblems(key: string, definition: FactDefinition, of: Case): ProfileProblem[] {
  const [size, industry] = [of.profile[key], of.profile.industry]
  if (definition.type !== 'choice' || !definition.derivedFrom || !of.industries || !size || !industry) return []
  const { leavesOf, sizeClassOf } = of.industries
  const range = (measure: string) => ({ ...rangeIn(of, measure), highOpen: false })
  const ranges = { employees: range('employees'), revenue: range('revenue'), assets: range('assets') }
  const classes = namesIn(industry).flatMap(leavesOf).map(sizeClassOf)
  const isPossible = classes.some(
    (one) => one === null || possibleSizeClasses(one, ranges).some((option) => namesIn(size).includes(option)),
  )
  if (isPossible || classes.length === 0) return []
  const figures = Object.keys(ranges).filter((measure) => of.profile[measure])
  const others = ['industry', ...figures].map((fact) => name(fact, of)).join(word(of.locale, 'list'))
  return [{ fact: key, message: word(of.locale, 'problem.size', { size: name(key, of), others }) }]
}

function namesIn(value: CompanyProfile[string]): string[] {
  return 'value' in value ? [String(value.value)] : 'oneOf' in value ? value.oneOf : []
}

/** What a profile says of a number or a date, dates as day numbers. */
function rangeIn({ profile, facts }: Case, key: string): Range {
  const [value, definition] = [profile[key], facts[key]]
  const anything = {
    low: definition?.type === 'number' ? definition.min : Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
  }
  if (!value || 'oneOf' in value) return anything
  const numeric = (bound: string | number | boolean | undefined, otherwise: number) =>
    bound === undefined ? otherwise : typeof bound === 'string' ? dayNumber(bound) : Number(bound)
  if ('value' in value) return { low: numeric(value.value, anything.low), high: numeric(value.value, anything.high) }
  return {
    low: numeric(value.above ?? value.min, anything.low),
    high: numeric(value.below ?? value.max, anything.high),
  }
}

/** 科技人员（techStaff）{"value":20}: the label, the key and what was said. */
function name(key: string, { profile, facts, locale }: Case): string {
  const [label, value] = [facts[key]?.label, profile[key]]
  const shown = value && 'value' in value ? value.value : value
  return word(locale, 'problem.named', {
    label: label ? localized(label, locale) : key,
    fact: key,
    value: JSON.stringify(shown),
  })
}
