import { z } from 'zod'
import { BenefitType } from '../policy/index.ts'
import { type AssessedBenefit, type Assessment, ClauseLink } from './assessment.ts'

/** Yuan; `max` is null where nothing bounds it. */
const Amount = z.object({ min: z.number(), max: z.number().nullable() })

/** What one benefit adds to a sum; an amount that is not known adds nothing and is null. */
const SumPart = z.object({
  policyId: z.string(),
  type: BenefitType,
  label: z.string(),
  amount: Amount.nullable(),
  per: z.string().nullable(),
  clause: ClauseLink,
})
type SumPart = z.infer<typeof SumPart>

/** Benefits of one sort together, each counted once: a year's, a project's or a person's as its `per` says. */
export const BenefitSum = Amount.extend({
  /** Whether the amounts of all parts are known. */
  isComplete: z.boolean(),
  parts: z.array(SumPart),
})
export type BenefitSum = z.infer<typeof BenefitSum>

/** Money is given or saved; credit has to be paid back; a deduction lowers taxable income, not tax. */
type Sort = 'money' | 'credit' | 'deduction'

export const sortOf: Readonly<Record<AssessedBenefit['type'], Sort | null>> = {
  grant: 'money',
  reward: 'money',
  matching: 'money',
  'premium-subsidy': 'money',
  'interest-subsidy': 'money',
  'fee-relief': 'money',
  'tax-rate': 'money',
  exemption: 'money',
  refund: 'money',
  credit: 'money',
  'tax-base-reduction': 'deduction',
  'super-deduction': 'deduction',
  loan: 'credit',
  guarantee: 'credit',
  title: null,
  service: null,
  'price-preference': null,
}

/** Sums the benefits of one sort that companies in these assessments get; those of an open tier count as not known. */
export function sumOf(assessments: readonly Assessment[], sort: Sort): BenefitSum {
  const parts = assessments.flatMap(({ policyId, benefits }) =>
    benefits
      .filter(({ type, outcome }) => sortOf[type] === sort && outcome !== 'unmet')
      .map((benefit) => partOf(policyId, benefit)),
  )
  const amounts = parts.flatMap(({ amount }) => amount ?? [])
  return {
    min: amounts.reduce((sum, { min }) => sum + min, 0),
    max: amounts.reduce<number | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0),
    isComplete: amounts.length === parts.length,
    parts,
  }
}

function partOf(policyId: string, { type, label, amount, outcome, per, clause }: AssessedBenefit): SumPart {
  return { policyId, type, label, amount: outcome === 'met' ? amount : null, per, clause }
}

/** What a policy is worth, most important first: sure money, possible money, deductions, credit, and itself. */
export type Value = readonly [number, number, number, number, number]

export const nothing: Value = [0, 0, 0, 0, 0]

export function worthOf(assessment: Assessment): Value {
  const most = (sort: Sort) => sumOf([assessment], sort).max ?? Number.POSITIVE_INFINITY
  return [sumOf([assessment], 'money').min, most('money'), most('deduction'), most('credit'), 1]
}

export function add(a: Value, b: Value): Value {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]]
}

/** Above 0 where `a` is worth more. */
export function compare(a: Value, b: Value): number {
  for (const [place, value] of a.entries()) {
    const other = b[place] ?? 0
    if (value !== other) return value > other ? 1 : -1
  }
  return 0
}
