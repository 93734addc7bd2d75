import type { Benefit, Policy } from '../policy/index.ts'

/** Money lent has to be paid back: a credit line counts for a hundredth of money given. */
const creditShare = 0.01

/** What a policy is worth asking for: 1 for no known amount, one more for each tenfold above 1,000 yuan. */
export function stakeOf({ benefits }: Policy): number {
  const most = Math.max(0, ...benefits.map(worthOf))
  return 1 + Math.max(0, Math.log10(Math.max(1, most / 1000)))
}

function worthOf({ type, amount = 0, cap = 0, formula, rate }: Benefit): number {
  const stated = Math.max(amount, cap)
  if (type === 'loan' || type === 'guarantee') return stated * creditShare
  // Relief that grows with the company's own figures: as much as a usual grant.
  return stated === 0 && (formula !== undefined || rate !== undefined) ? 50_000 : stated
}
