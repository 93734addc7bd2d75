import type { ClauseLink, Finding } from '../contract.ts'

/** The requirements that a company fails, as a person would list them; alternatives count as one. */
export function failedFindings(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => {
    if (finding.outcome !== 'unmet') return []
    const below = finding.kind === 'all' ? failedFindings(finding.children ?? []) : []
    return below.length > 0 ? below : [finding]
  })
}

/** What stands below a finding; a level that only says "all of these" again is left out. */
export function findingsBelow({ kind, children = [] }: Finding): readonly Finding[] {
  const [only, ...others] = children
  const isSame = kind === 'all' && only?.kind === 'all' && only.clause === null && others.length === 0
  return isSame ? findingsBelow(only) : children
}

/** Whether a policy is still carried out, where that is not certain. */
export function openStanding(findings: readonly Finding[]): Finding | null {
  return findings.find(({ kind, outcome }) => kind === 'standing' && outcome === 'unknown') ?? null
}

/** The clause behind an anchor that some finding cites. */
export function clauseAt(findings: readonly Finding[], anchor: string): ClauseLink | null {
  for (const { clause, children } of findings) {
    const found = clause?.anchor === anchor ? clause : clauseAt(children ?? [], anchor)
    if (found !== null) return found
  }
  return null
}
