import type { AssessedBenefit, Assessment } from '../contract.ts'
import { fill, formatNumber, formatPercent, formatYuan, wording } from '../wording/index.ts'
import { quantityText } from './fact-text.ts'
import { locale } from './preferences.ts'

/** The benefit that a card names: of the policy's own kind, with a sum before a share before a bare name. */
export function mainBenefit({ kind, benefits }: Assessment): AssessedBenefit | null {
  const isLending = kind === 'loan' || kind === 'guarantee'
  const rank = (benefit: AssessedBenefit) => {
    const isOfKind = isCreditLine(benefit) === isLending
    const detail = sumOf(benefit) !== null ? 2 : benefit.rate === null ? 0 : 1
    const isMoney = !deductions.has(benefit.type)
    return [Number(isOfKind), Number(isMoney), Number(benefit.outcome === 'met'), detail, sumOf(benefit) ?? 0]
  }
  return openBenefits({ benefits }).sort((one, other) => compare(rank(other), rank(one)))[0] ?? null
}

/** The sum that a card names, in yuan, where there is one. */
export function sumOnCard(assessment: Assessment): number | null {
  const benefit = mainBenefit(assessment)
  return benefit === null ? null : sumOf(benefit)
}

/** What the company gets or may get; tiers it is not in are another's. */
export function openBenefits({ benefits }: Pick<Assessment, 'benefits'>): AssessedBenefit[] {
  return benefits.filter(({ outcome }) => outcome !== 'unmet')
}

/** Money that is lent or guaranteed, not given. */
export function isCreditLine({ type }: AssessedBenefit): boolean {
  return type === 'loan' || type === 'guarantee'
}

/** Of these the sum is what need not be paid. */
const reliefs: ReadonlySet<AssessedBenefit['type']> = new Set(['fee-relief', 'tax-rate', 'exemption', 'credit'])

/** Of these the sum lowers the income that is taxed, which is not tax. */
const deductions: ReadonlySet<AssessedBenefit['type']> = new Set(['super-deduction', 'tax-base-reduction'])

/** What a benefit comes to, in plain words; empty where the policy names no figure. */
export function benefitFigure(benefit: AssessedBenefit): string {
  const { type, amount, rate, cap, per } = benefit
  const words = wording.value.verdicts
  if (amount !== null) {
    const text = amountText(amount.min, amount.max)
    if (text !== '') return withPer(natured(benefit, text), per)
  }
  const share = rate === null ? '' : rateText(rate, type)
  // A rate of tax is the same in every year.
  if (cap === null) return share === '' ? '' : withPer(share, type === 'tax-rate' ? null : per)
  const capped = fill(words.amountUpTo, { amount: yuan(cap) })
  const limit = withPer(deductions.has(type) ? natured(benefit, capped) : capped, per)
  return share === '' ? limit : `${share}${words.amountJoin}${limit}`
}

/** A sum with the word for what it is: given, not to be paid, or deducted. */
function natured({ type }: AssessedBenefit, amount: string): string {
  const words = wording.value.verdicts
  if (reliefs.has(type)) return fill(words.saved, { amount })
  return deductions.has(type) ? fill(words.deducted, { amount }) : amount
}

/** For how long, where the policy says so. */
export function benefitMonths({ months }: AssessedBenefit): string {
  if (months === null) return ''
  return fill(wording.value.verdicts.monthsLimit, { months: quantityText(months, 'months') })
}

function amountText(min: number, max: number | null): string {
  const words = wording.value.verdicts
  if (max === null) return min === 0 ? '' : fill(words.amountAtLeast, { amount: yuan(min) })
  if (min === max) return yuan(min)
  return min === 0
    ? fill(words.amountUpTo, { amount: yuan(max) })
    : fill(words.amountBetween, { from: yuan(min), to: yuan(max) })
}

/** A share of a sum; what is paid back may be a multiple of something small. */
function rateText(rate: number, type: AssessedBenefit['type']): string {
  if (type !== 'refund' || rate < 2) return formatPercent(rate, locale.value)
  return fill(wording.value.values.times, { count: formatNumber(rate, locale.value) })
}

/** A company is one 户; everything else a sum is counted by has to be said. */
function withPer(text: string, per: string | null): string {
  if (per === null || per === '户') return text
  const words: Readonly<Record<string, string>> = wording.value.verdicts.per
  const counted = words[per] ?? per
  return locale.value === 'en' ? `${text} ${counted}` : `${counted}${text}`
}

function yuan(amount: number): string {
  return formatYuan(amount, locale.value, wording.value.values.yuan)
}

function sumOf({ amount, cap }: AssessedBenefit): number | null {
  return amount?.max ?? (amount !== null && amount.min > 0 ? amount.min : cap)
}

function compare(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((value, at) => value !== other[at])
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0)
}
