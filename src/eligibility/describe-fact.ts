import { type Locale, localized } from '../policy/index.ts'
import { dayNumber } from './calendar.ts'
import type { CompiledFact } from './compile-catalogue.ts'
import type { FactValue, RecordedFact } from './profile.ts'
import { labelOf, sayValue, word } from './wording.ts'

type NameOfIndustry = (code: string, locale: Locale) => string

/** A fact as people write it: 从业人数42人, 注册地长宁区, 可能是小型、微型. */
export function describeFact(
  fact: CompiledFact,
  value: FactValue,
  locale: Locale,
  nameOfIndustry: NameOfIndustry,
): string {
  return `${labelOf(fact.definition, locale)}${locale === 'en' ? ': ' : '：'}${describeValue(fact, value, locale, nameOfIndustry)}`
}

function describeValue(
  fact: CompiledFact,
  value: FactValue | RecordedFact,
  locale: Locale,
  nameOfIndustry: NameOfIndustry,
): string {
  const option = (name: string) => nameOfOption(fact, name, locale, nameOfIndustry)
  if ('oneOf' in value)
    return word(locale, 'actual.one-of', { values: value.oneOf.map(option).join(word(locale, 'or')) })
  if ('value' in value) {
    if (typeof value.value === 'boolean') return word(locale, value.value ? 'question.yes' : 'question.no')
    return fact.options.length > 0 ? option(String(value.value)) : sayValue(fact, numeric(value.value), locale)
  }
  const say = (bound: number | string) => sayValue(fact, numeric(bound), locale)
  const [low, high] = [value.above ?? value.min, value.below ?? value.max]
  if (low !== undefined && high !== undefined) return word(locale, 'actual.between', { low: say(low), high: say(high) })
  if (low !== undefined)
    return word(locale, value.above === undefined ? 'bound.atLeast' : 'bound.above', { value: say(low) })
  if (high !== undefined)
    return word(locale, value.below === undefined ? 'bound.atMost' : 'bound.below', { value: say(high) })
  return word(locale, 'actual.unknown')
}

function numeric(value: number | string): number {
  return typeof value === 'string' ? dayNumber(value) : value
}

function nameOfOption(
  { definition }: CompiledFact,
  name: string,
  locale: Locale,
  nameOfIndustry: NameOfIndustry,
): string {
  if (definition.type !== 'choice') return nameOfIndustry(name, locale)
  const label = definition.options[name]?.label
  return label ? localized(label, locale) : name
}
