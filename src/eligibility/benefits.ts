import type { Benefit, Locale } from '../policy/index.ts'
import type { AssessedBenefit, ClauseLink } from './assessment.ts'
import type { CompiledCatalogue } from './compile-catalogue.ts'
import { type Expression, type Range, rangeOf } from './expression.ts'
import { judge } from './judge.ts'
import type { KnownFacts } from './known-facts.ts'
import { isExact, type MissingParts, missingFacts, openFacts } from './missing-facts.ts'
import { outcomeOf } from './outcome.ts'
import type { PreparedRule } from './prepare-rule.ts'
import { labelOf, sayAmount, sayValue, word } from './wording.ts'

/** A benefit with its tier and its formula ready to be judged. */
export interface PreparedBenefit {
  readonly benefit: Benefit
  readonly when: PreparedRule | null
  readonly formula: Expression | null
  readonly clause: ClauseLink
}

/** What one benefit is worth to a company, with the calculation in words. */
export function assessBenefit(
  prepared: PreparedBenefit,
  known: KnownFacts,
  locale: Locale,
  parts: MissingParts,
): AssessedBenefit {
  const { benefit, when, formula, clause } = prepared
  const { catalogue } = parts
  const open = formula ? openFacts(formula, known, parts) : []
  return {
    type: benefit.type,
    label: benefit.label,
    outcome: when ? outcomeOf(judge(when, known, catalogue)) : 'met',
    amount: formula ? amountOf(rangeOfFormula(formula, known, catalogue)) : statedAmount(benefit),
    steps: formula ? [stepOf(prepared, formula, known, open, locale, catalogue)] : [],
    missingFacts: [...new Set([...(when ? missingFacts(when, known, parts) : []), ...open])],
    rate: benefit.rate ?? null,
    cap: benefit.cap ?? null,
    per: benefit.per ?? null,
    months: benefit.months ?? null,
    clause,
  }
}

/** A benefit of a policy that the company cannot have. */
export function outOfReach(benefit: AssessedBenefit): AssessedBenefit {
  return { ...benefit, outcome: 'unmet', amount: null, steps: [], missingFacts: [] }
}

function rangeOfFormula(formula: Expression, known: KnownFacts, catalogue: CompiledCatalogue): Range {
  return rangeOf(formula, (key) => {
    const index = catalogue.find(key)?.index ?? -1
    return { low: known.low[index] ?? 0, high: known.high[index] ?? Number.POSITIVE_INFINITY }
  })
}

/** Amounts are whole yuan and never negative; null where nothing bounds them. */
function amountOf({ low, high }: Range): AssessedBenefit['amount'] {
  const whole = (value: number) => Math.max(0, Math.round(value))
  const min = Number.isFinite(low) ? whole(low) : 0
  if (Number.isFinite(high)) return { min, max: whole(high) }
  return min > 0 ? { min, max: null } : null
}

/** A fixed amount is what is given; a mere cap only bounds it. */
function statedAmount({ amount, cap, rate, per }: Benefit): AssessedBenefit['amount'] {
  const isFixed = amount !== undefined && rate === undefined && cap === undefined && per !== '人' && per !== '件'
  if (isFixed) return { min: amount, max: amount }
  return cap === undefined ? null : { min: 0, max: cap }
}

function stepOf(
  { benefit }: PreparedBenefit,
  formula: Expression,
  known: KnownFacts,
  open: readonly string[],
  locale: Locale,
  catalogue: CompiledCatalogue,
): string {
  const calculation = sayExpression(formula, known, locale, catalogue)
  const labels = open.map((key) => labelOfFact(key, locale, catalogue)).join(word(locale, 'list'))
  if (open.length > 0) return word(locale, 'step.unknown', { label: benefit.label, calculation, facts: labels })
  const value = sayAmount(amountOf(rangeOfFormula(formula, known, catalogue))?.min ?? 0, 'yuan', locale)
  return word(locale, 'step.amount', { label: benefit.label, calculation, value })
}

const signs = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' } as const

/** A formula with the company's figures in it: 实际支付保费 8万元 × 50%. */
function sayExpression(
  expression: Expression,
  known: KnownFacts,
  locale: Locale,
  catalogue: CompiledCatalogue,
): string {
  const say = (part: Expression): string => {
    switch (part.kind) {
      case 'number':
        return sayConstant(part.value, locale)
      case 'fact': {
        const fact = catalogue.find(part.key)
        const label = labelOfFact(part.key, locale, catalogue)
        return fact && isExact(fact, known) ? `${label} ${sayValue(fact, known.low[fact.index] ?? 0, locale)}` : label
      }
      case 'binary': {
        const inner = (one: Expression) =>
          one.kind === 'binary' && '+-'.includes(one.operator) && '*/'.includes(part.operator)
            ? `(${say(one)})`
            : say(one)
        return `${inner(part.left)}${signs[part.operator]}${inner(part.right)}`
      }
      case 'call': {
        if (part.name === 'bands') return word(locale, 'step.bands', { value: part.args[0] ? say(part.args[0]) : '' })
        return word(locale, `step.${part.name}`, { args: `(${part.args.map(say).join(word(locale, 'list'))})` })
      }
    }
  }
  return say(expression)
}

function sayConstant(value: number, locale: Locale): string {
  if (value > 0 && value < 1) return sayAmount(value, 'ratio', locale)
  return value >= 1000 ? sayAmount(value, 'yuan', locale) : String(value)
}

function labelOfFact(key: string, locale: Locale, catalogue: CompiledCatalogue): string {
  const fact = catalogue.find(key)
  return fact ? labelOf(fact.definition, locale) : key
}
