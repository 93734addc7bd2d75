import type { Locale, Localized, Policy } from '../policy/index.ts'
import type { BenefitSum } from './bundle-value.ts'
import type { Bundle, LeftOut } from './combination.ts'
import { sayAmount, word } from './wording.ts'

type FindPolicy = (id: string) => Policy | undefined

/** A bundle in a few sentences: what it comes to, what is not counted, and what is left out for what. */
export function explainBundle(bundle: Omit<Bundle, 'explanation'>, findPolicy: FindPolicy): Localized {
  const say = (locale: Locale) => {
    const nameOf = (id: string) => titleOf(findPolicy(id), id, locale)
    const sentences = [
      ...sayTotal(bundle, locale),
      ...sayIncomplete(bundle.total, locale),
      ...saySum('bundle.credit', bundle.creditLines, locale),
      ...saySum('bundle.deduction', bundle.deductions, locale),
      ...bundle.leftOut.map((one) => sayLeftOut(one, nameOf, locale)),
    ]
    return sentences
      .map((sentence) => sentence + word(locale, 'bundle.end'))
      .join('')
      .trimEnd()
  }
  return { zh: say('zh-CN'), en: say('en') }
}

function sayTotal({ chosen, total }: Omit<Bundle, 'explanation'>, locale: Locale): string[] {
  if (chosen.length === 0) return [word(locale, 'bundle.none')]
  const count = String(chosen.length)
  if (total.min === 0 && total.max === 0) return [word(locale, 'bundle.no-amount', { count })]
  return [word(locale, 'bundle.total', { count, amount: saySumAmount(total, locale) })]
}

function sayIncomplete({ parts }: BenefitSum, locale: Locale): string[] {
  const ids = new Set(parts.filter(({ amount }) => amount === null).map(({ policyId }) => policyId))
  return ids.size === 0 ? [] : [word(locale, 'bundle.incomplete', { count: String(ids.size) })]
}

function saySum(code: 'bundle.credit' | 'bundle.deduction', sum: BenefitSum, locale: Locale): string[] {
  return sum.max === 0 ? [] : [word(locale, code, { amount: saySumAmount(sum, locale) })]
}

function sayLeftOut(left: LeftOut, nameOf: (id: string) => string, locale: Locale): string {
  const values = { title: nameOf(left.policyId), others: left.for.map(nameOf).join(word(locale, 'or')) }
  if (left.reason === 'prerequisite') return word(locale, 'bundle.prerequisite', values)
  return word(locale, left.mayBeWorthMore ? 'bundle.exclusive-open' : 'bundle.exclusive', values)
}

function saySumAmount({ min, max }: Pick<BenefitSum, 'min' | 'max'>, locale: Locale): string {
  const say = (value: number) => sayAmount(value, 'yuan', locale)
  if (max === null) return word(locale, 'actual.from', { low: say(min) })
  if (min === max) return say(min)
  return min === 0
    ? word(locale, 'amount.up-to', { value: say(max) })
    : word(locale, 'actual.between', { low: say(min), high: say(max) })
}

function titleOf(policy: Policy | undefined, id: string, locale: Locale): string {
  return (locale === 'en' ? policy?.titleEn : policy?.title) ?? id
}
