import type { AssessedBenefit, Assessment } from './assessment.ts'

const lending: readonly AssessedBenefit['type'][] = ['loan', 'guarantee']
const notMoney: readonly AssessedBenefit['type'][] = ['title', 'service', 'price-preference']

/**
 * What the best single benefit of a policy gives in money: sure of `min`, at most `max`, null where nothing bounds it.
 * Tiers and benefits are not added up: they may exclude each other. Null where no money is named.
 */
export function moneyOf(assessment: Assessment): { min: number; max: number | null } | null {
  return bestOf(assessment, ({ type }) => !lending.includes(type) && !notMoney.includes(type))
}

/** The greatest loan or guarantee of a policy; it has to be paid back. */
export function creditOf(assessment: Assessment): number | null {
  return bestOf(assessment, ({ type }) => lending.includes(type))?.max ?? null
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
