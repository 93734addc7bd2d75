import type { Assessment, Finding } from './assessment.ts'

/** The conditions and reviews under a finding, or itself. */
export function leavesOf(finding: Finding): Finding[] {
  return finding.children?.flatMap(leavesOf) ?? [finding]
}

/** The conditions that make a finding fail; under a `not`, those that hold. */
export function failuresOf(finding: Finding): Finding[] {
  if (finding.outcome !== 'unmet') return []
  if (finding.kind === 'not')
    return finding.children?.flatMap(leavesOf).filter(({ outcome }) => outcome === 'met') ?? []
  return finding.children?.flatMap(failuresOf) ?? [finding]
}

/** Why an ineligible company fails: the failed conditions themselves, of alternatives those of the nearest only. */
export function keyFailures({ findings }: Pick<Assessment, 'findings'>): Finding[] {
  return findings.flatMap(nearestFailures)
}

function nearestFailures(finding: Finding): Finding[] {
  if (finding.outcome !== 'unmet') return []
  const { kind, children = [] } = finding
  if (kind === 'any') return children.filter(({ isNearest }) => isNearest).flatMap(nearestFailures)
  return kind === 'all' ? children.flatMap(nearestFailures) : [finding]
}
