import type { Policy } from '../policy/index.ts'
import type { Assessment, Finding } from './assessment.ts'
import { stakeOf } from './stake.ts'

const order = ['eligible', 'undetermined', 'ineligible'] as const

/**
 * Best first: eligible, then undetermined, then ineligible. Among the undetermined those of which something is known to
 * hold come before those of which nothing is, and policies whose conditions were not found come last; then few missing
 * facts, or few failed conditions, first; then what is worth more; ties by id.
 */
export function rankAssessments(
  assessments: readonly Assessment[],
  findPolicy: (id: string) => Policy | undefined,
  focus: readonly string[] = [],
): Assessment[] {
  const keyed = assessments.map((assessment) => {
    const policy = findPolicy(assessment.policyId)
    const isFocused = focus.includes(assessment.kind)
    const keys = [
      order.indexOf(assessment.verdict),
      isFocused ? 0 : 1,
      ...stepsOf(assessment),
      policy ? -stakeOf(policy) : 0,
    ]
    return { assessment, keys }
  })
  return keyed
    .sort((a, b) => compareKeys(a.keys, b.keys) || a.assessment.policyId.localeCompare(b.assessment.policyId))
    .map(({ assessment }) => assessment)
}

function stepsOf({ verdict, distance, missingFacts, findings, openReviews }: Assessment): [number, number] {
  if (verdict === 'ineligible') return [0, distance?.unmet ?? 99]
  if (missingFacts.length === 0 && openReviews.some(({ isUnpublished }) => isUnpublished)) return [2, 0]
  return [findings.some(holds) ? 0 : 1, missingFacts.length]
}

/** Whether any condition below is known to hold. */
function holds({ kind, outcome, children }: Finding): boolean {
  return children ? children.some(holds) : outcome === 'met' && kind === 'condition'
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [place, key] of a.entries()) if (key !== b[place]) return key - (b[place] ?? 0)
  return 0
}
