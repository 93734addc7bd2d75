import type { AssessedBenefit, Assessment } from './assessment.ts'
import { sortOf } from './bundle-value.ts'

/**
 * What the best single benefit of a policy gives in money: sure of `min`, at most `max`, null where nothing bounds it.
 * Tiers and benefits are not added up: they may exclude each other. Deductions from taxable income are no money.
 * Null where no money is named.
 */
export function moneyOf(assessment: Assessment): { min: number; max: number | null } | null {
  return bestOf(assessment, ({ type }) => sortOf[type] === 'money')
}

/** The greatest loan or guarantee of a policy; it has to be paid back. */
export function creditOf(assessment: Assessment): number | null {
  return bestOf(assessment, ({ type }) => sortOf[type] === 'credit')?.max ?? null
}

function bestOf({ verdict, benefits }: Assessment, isWanted: (benefit: AssessedBenefit) => boolean) {
  if (verdict === 'ineligible') return null
  const open = benefits.filter((benefit) => benefit.outcome !== 'unmet' && isWanted(benefit))
  const amounts = open.flatMap(({ amount, outcome }) => (amount ? [{ ...amount, outcome }] : []))
  if (amounts.length === 0) return null
  const sure = amounts.filter(({ outcome }) => outcome === 'met').map(({ min }) => min)
  const most = amounts.map(({ max }) => max)
  return { min: Math.max(0, ...sure), max: most.includes(null) ? null : Math.max(...most.map((max) => max ?? 0)) }
}
