import { z } from 'zod'
import { Localized, type Policy } from '../policy/index.ts'
import { type Assessment, ClauseLink } from './assessment.ts'
import { bestSubset } from './best-subset.ts'
import { BenefitSum, sumOf, worthOf } from './bundle-value.ts'
import { explainBundle } from './explain-bundle.ts'
import { leavesOf } from './findings.ts'

const LeftOut = z.object({
  policyId: z.string(),
  /** `exclusive`: it cannot be enjoyed beside `for`; `prerequisite`: it needs one of `for`, which are out of reach. */
  reason: z.enum(['exclusive', 'prerequisite']),
  for: z.array(z.string()),
  /** Whether it could turn out to be worth more, as far as the facts say. */
  mayBeWorthMore: z.boolean(),
  /** The clause by which they exclude each other, where one is named. */
  clause: ClauseLink.optional(),
})
export type LeftOut = z.infer<typeof LeftOut>

/** Policies that can be enjoyed together, and what they are worth. */
export const Bundle = z.object({
  chosen: z.array(z.string()),
  leftOut: z.array(LeftOut),
  /** Money given or saved. */
  total: BenefitSum,
  /** Loans and guarantees, which have to be paid back. */
  creditLines: BenefitSum,
  /** From taxable income; they are no money. */
  deductions: BenefitSum,
  explanation: Localized,
})
export type Bundle = z.infer<typeof Bundle>

/** `certain`: of what a company is eligible for; `possible`: also of what it would be, if all that is open held. */
export const Combination = z.object({ certain: Bundle, possible: Bundle })
export type Combination = z.infer<typeof Combination>

type FindPolicy = (id: string) => Policy | undefined

/**
 * The best permitted bundle of one company's assessments: of policies that exclude one another the one worth more
 * (就高不重复). Amounts are what was assessed, caps included; one that is not known counts as 0.
 */
export function bestCombination(assessments: readonly Assessment[], findPolicy: FindPolicy): Combination {
  const known = assessments.filter(({ policyId }) => findPolicy(policyId))
  const open = known.filter(({ verdict }) => verdict !== 'ineligible')
  return {
    certain: bundleOf(
      open.filter(({ verdict }) => verdict === 'eligible'),
      known,
      findPolicy,
    ),
    possible: bundleOf(open, known, findPolicy),
  }
}

function bundleOf(candidates: readonly Assessment[], all: readonly Assessment[], findPolicy: FindPolicy): Bundle {
  const locked = lockedOut(candidates, all, findPolicy)
  const free = candidates.filter(({ policyId }) => !locked.some((one) => one.policyId === policyId))
  const excludedBy = exclusionsOf(free, findPolicy)
  const ids = bestSubset(
    free.map((one) => ({ id: one.policyId, value: worthOf(one), excludes: excludedBy(one.policyId) })),
  )
  const chosen = free.filter(({ policyId }) => ids.has(policyId))
  const losers = free
    .filter(({ policyId }) => !ids.has(policyId))
    .map((loser) =>
      loss(
        loser,
        chosen.filter(({ policyId }) => excludedBy(loser.policyId).has(policyId)),
        findPolicy,
      ),
    )
  const bundle = {
    chosen: chosen.map(({ policyId }) => policyId),
    leftOut: [...losers, ...locked],
    total: sumOf(chosen, 'money'),
    creditLines: sumOf(chosen, 'credit'),
    deductions: sumOf(chosen, 'deduction'),
  }
  return { ...bundle, explanation: explainBundle(bundle, findPolicy) }
}

/** An exclusion told by one side binds both. */
function exclusionsOf(candidates: readonly Assessment[], findPolicy: FindPolicy) {
  const excludes = new Map(candidates.map(({ policyId }) => [policyId, new Set<string>()]))
  for (const { policyId } of candidates)
    for (const other of findPolicy(policyId)?.exclusive ?? []) {
      excludes.get(policyId)?.add(other)
      excludes.get(other)?.add(policyId)
    }
  return (id: string): ReadonlySet<string> => excludes.get(id) ?? new Set()
}

function loss(loser: Assessment, winners: readonly Assessment[], findPolicy: FindPolicy): LeftOut {
  const clause = exclusionClause(loser.policyId, winners, findPolicy)
  return {
    policyId: loser.policyId,
    reason: 'exclusive',
    for: winners.map(({ policyId }) => policyId),
    mayBeWorthMore: (['money', 'deduction'] as const).some((sort) =>
      mayExceed(sumOf([loser], sort), sumOf(winners, sort)),
    ),
    ...(clause && { clause }),
  }
}

/** Told by either side; by the one that is left out first. */
function exclusionClause(id: string, winners: readonly Assessment[], findPolicy: FindPolicy): ClauseLink | undefined {
  const sides = [id, ...winners.map(({ policyId }) => policyId)]
  return sides.flatMap((side) => {
    const policy = findPolicy(side)
    const tells = policy?.exclusive.some((other) => sides.includes(other))
    const clause = tells ? policy?.clauses.find(({ anchor }) => anchor === policy.exclusiveClause) : undefined
    return clause ? [{ policyId: side, anchor: clause.anchor, number: clause.number, heading: clause.heading }] : []
  })[0]
}

function mayExceed({ isComplete, max }: BenefitSum, { min }: BenefitSum): boolean {
  return !isComplete || max === null || max > min
}

/** Where the rules leave it open, a policy is out of reach when none of its qualifications is held or can be had. */
function lockedOut(candidates: readonly Assessment[], all: readonly Assessment[], findPolicy: FindPolicy): LeftOut[] {
  const isOutOfReach = (id: string) => {
    const verdict = all.find(({ policyId }) => policyId === id)?.verdict
    const fact = findPolicy(id)?.grants?.[0]
    return verdict === 'ineligible' && (fact === undefined || isKnownFalse(fact, all))
  }
  return candidates
    .filter(({ verdict }) => verdict === 'undetermined')
    .map(({ policyId }) => ({ policyId, for: findPolicy(policyId)?.prerequisites ?? [] }))
    .filter((one) => one.for.length > 0 && one.for.every(isOutOfReach))
    .map((one) => ({ ...one, reason: 'prerequisite', mayBeWorthMore: false }))
}

function isKnownFalse(fact: string, assessments: readonly Assessment[]): boolean {
  const leaves = assessments.flatMap(({ findings }) => findings.flatMap(leavesOf))
  return leaves.some(
    (leaf) => leaf.fact === fact && leaf.actual && 'value' in leaf.actual && leaf.actual.value === false,
  )
}
