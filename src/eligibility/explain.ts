import { type IsoDate, type Locale, localized } from '../policy/index.ts'
import type { Finding } from './assessment.ts'
import type { CompiledFact } from './compile-catalogue.ts'
import { nearestOf } from './distance.ts'
import { type Miss, missOf } from './gap.ts'
import { healsOn } from './healing.ts'
import { expressionRange, judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { type MissingParts, missingFacts } from './missing-facts.ts'
import { outcomeOf } from './outcome.ts'
import type { Bounds, PreparedRule } from './prepare-rule.ts'
import type { CompanyProfile, FactValue } from './profile.ts'
import { labelOf, sayAmount, sayDate, sayValue, word } from './wording.ts'

export interface ExplainParts extends MissingParts {
  nameOfIndustry(code: string, locale: Locale): string
}

interface Case {
  readonly known: KnownFacts
  readonly profile: CompanyProfile
  readonly locale: Locale
  readonly parts: ExplainParts
}

/** What was found for each node of a rule, in words. */
export function explain(rule: PreparedRule, of: Case): Finding {
  const outcome = outcomeOf(judge(rule, of.known, of.parts.catalogue))
  const { locale } = of
  switch (rule.kind) {
    case 'range':
    case 'choice':
    case 'expression':
      return explainCondition(rule, outcome, of)
    case 'review':
      return {
        kind: 'review',
        outcome,
        text: word(locale, 'review', { text: localized(rule.text, locale) }),
        clause: rule.clause,
      }
    case 'not': {
      const text = rule.label ? localized(rule.label, locale) : word(locale, 'not')
      return { kind: 'not', outcome, text, clause: null, children: [explain(rule.child, of)] }
    }
    case 'all':
    case 'any': {
      const text = rule.label ? localized(rule.label, locale) : word(locale, rule.kind)
      return {
        kind: rule.kind,
        outcome,
        text,
        clause: rule.clause,
        children: explainAll(rule, outcome, of),
      }
    }
  }
}

function explainAll(
  rule: Extract<PreparedRule, { kind: 'all' | 'any' }>,
  outcome: Finding['outcome'],
  of: Case,
): Finding[] {
  const nearest = rule.kind === 'any' && outcome === 'unmet' ? nearestOf(rule, of.known, of.parts.catalogue) : null
  return rule.children.map((child, place) => ({
    ...explain(child, of),
    ...(place === nearest && { isNearest: true }),
  }))
}

type Condition = Extract<PreparedRule, { kind: 'range' | 'choice' | 'expression' }>

function explainCondition(rule: Condition, outcome: Finding['outcome'], of: Case): Finding {
  const fact = rule.kind === 'expression' ? undefined : rule.fact.key
  const actual = fact === undefined ? undefined : bareValue(of.profile[fact])
  const missing = outcome === 'unknown' ? missingFacts(rule, of.known, of.parts) : []
  const heals = outcome === 'unmet' && rule.kind === 'range' ? healsOn(rule, of.known, 'surely') : null
  return {
    kind: 'condition',
    outcome,
    text: textOf(rule, outcome, heals, of),
    clause: rule.clause,
    ...(fact !== undefined && { fact }),
    ...(actual !== undefined && { actual }),
    ...(missing.length > 0 && { missingFacts: missing }),
    ...(heals !== null && { possibleFrom: heals }),
  }
}

/** A profile may carry where its facts come from. */
function bareValue(value: (FactValue & { evidence?: string; turn?: number }) | undefined): FactValue | undefined {
  if (!value) return undefined
  const { evidence: _evidence, turn: _turn, ...bare } = value
  return bare as FactValue // holds: what is left are the keys of a fact value
}

function textOf(rule: Condition, outcome: Finding['outcome'], heals: IsoDate | null, of: Case): string {
  const { known, locale, parts } = of
  if (rule.kind === 'choice') return textOfChoice(rule, outcome, of)
  const say = (value: number) =>
    rule.kind === 'range' ? sayValue(rule.fact, value, locale) : sayAmount(value, rule.unit, locale)
  const label = rule.kind === 'range' ? labelOf(rule.fact.definition, locale) : localized(rule.label, locale)
  const requirement = sayBounds(rule.bounds, rule.kind === 'range' && rule.fact.definition.type === 'date', say, locale)
  const range = rule.kind === 'range' ? rangeOfFact(rule.fact, known) : expressionRange(rule, known, parts.catalogue)
  const actual = sayActual(range, rule.kind === 'range' ? rule.fact : null, say, locale)
  if (heals) return word(locale, 'condition.healing', { label, requirement, actual, date: sayDate(heals, locale) })
  const isDate = rule.kind === 'range' && rule.fact.definition.type === 'date'
  const miss = outcome === 'unmet' && !isDate ? missOf(rule, known, parts.catalogue) : null
  if (miss?.difference === 0 && range.low === range.high)
    return word(locale, 'condition.exactly', { label, requirement, value: say(range.low) })
  if (!miss || miss.difference === 0) return word(locale, 'condition', { label, requirement, actual })
  return word(locale, 'condition.with-gap', { label, requirement, actual, gap: sayGap(miss, say, locale) })
}

/** Some days say more than a broken month. */
const fewDays = 31

function sayGap({ side, difference, by, days }: Miss, say: (value: number) => string, locale: Locale): string {
  const least = side === 'below' ? by : difference
  const value = days !== null && days <= fewDays ? word(locale, 'unit.days', { value: String(days) }) : say(least)
  return word(locale, `gap.${side}`, { value })
}

function rangeOfFact({ index }: CompiledFact, known: KnownFacts) {
  return { low: known.low[index] ?? Number.NEGATIVE_INFINITY, high: known.high[index] ?? Number.POSITIVE_INFINITY }
}

function sayBounds(bounds: Bounds, isDate: boolean, say: (value: number) => string, locale: Locale): string {
  const kind = isDate ? 'date' : 'bound'
  const low = bounds.lowOpen ? 'above' : 'atLeast'
  const high = bounds.highOpen ? 'below' : 'atMost'
  const parts = [
    ...(Number.isFinite(bounds.low) ? [word(locale, `${kind}.${low}`, { value: say(bounds.low) })] : []),
    ...(Number.isFinite(bounds.high) ? [word(locale, `${kind}.${high}`, { value: say(bounds.high) })] : []),
  ]
  return parts.join(word(locale, 'and'))
}

interface Known {
  readonly low: number
  readonly high: number
}

function sayActual(
  { low, high }: Known,
  fact: CompiledFact | null,
  say: (value: number) => string,
  locale: Locale,
): string {
  const isLowKnown = low > (fact?.low ?? 0)
  const isHighKnown = high < (fact?.high ?? Number.POSITIVE_INFINITY)
  if (low === high) return word(locale, 'actual.known', { value: say(low) })
  if (isLowKnown && isHighKnown)
    return word(locale, 'actual.known', { value: word(locale, 'actual.between', { low: say(low), high: say(high) }) })
  if (isLowKnown) return word(locale, 'actual.known', { value: word(locale, 'actual.from', { low: say(low) }) })
  if (isHighKnown && Number.isFinite(high))
    return word(locale, 'actual.known', { value: word(locale, 'actual.to', { high: say(high) }) })
  return word(locale, 'actual.unknown')
}

function textOfChoice(rule: Extract<PreparedRule, { kind: 'choice' }>, outcome: Finding['outcome'], of: Case): string {
  const { known, locale } = of
  const { definition } = rule.fact
  const label = labelOf(definition, locale)
  if (definition.type === 'boolean') return word(locale, `claim.${rule.allowed[1] === 1}.${outcome}`, { label })
  const names = (places: readonly number[]) => sayOptions(rule.fact, places, of)
  const allowed = rule.fact.options.flatMap((_, place) => (rule.allowed[place] === 1 ? [place] : []))
  const options = known.options[rule.fact.index] ?? null
  const isOpen = options === null || options.length === rule.fact.options.length
  const actual = isOpen
    ? word(locale, 'actual.unknown')
    : options.length === 1
      ? word(locale, 'actual.known', { value: names(options) })
      : word(locale, 'actual.one-of', { values: names(options) })
  return word(locale, 'condition.choice', { label, requirement: names(allowed), actual })
}

/** Long lists are cut: the clause says them all. */
const mostNames = 6

function sayOptions({ definition, options }: CompiledFact, places: readonly number[], { locale, parts }: Case): string {
  const names = places.map((place) => {
    const option = options[place] ?? ''
    if (definition.type !== 'choice') return parts.nameOfIndustry(option, locale)
    const label = definition.options[option]?.label
    return label ? localized(label, locale) : option
  })
  const shown = names.slice(0, mostNames).join(word(locale, 'list'))
  return names.length > mostNames ? `${shown}…` : shown
}
