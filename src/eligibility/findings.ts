import type { Finding } from './assessment.ts'

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
