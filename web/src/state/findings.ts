import type { ClauseLink, Finding } from '../contract.ts'

/** The requirements that a company fails, as a person would list them; alternatives count as one. */
export function failedFindings(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => {
    if (finding.outcome !== 'unmet') return []
    const below = finding.kind === 'all' ? failedFindings(finding.children ?? []) : []
    return below.length > 0 ? below : [finding]
  })
}

/** Whether what stands below a finding is what must not be the case; below a second exclusion it must. */
export function excludesBelow({ kind }: Finding, isExcluded: boolean): boolean {
  return kind === 'not' ? !isExcluded : isExcluded
}

/** Of what must not be the case: what is. */
export function casesAtHand({ children = [] }: Finding): Finding[] {
  return children
    .filter(({ outcome }) => outcome === 'met')
    .flatMap((child) => (child.children === undefined ? [child] : casesAtHand(child)))
}

/** What stands below a finding; a level that only says "all of these" again is left out. */
export function findingsBelow({ kind, children = [] }: Finding): readonly Finding[] {
  const [only, ...others] = children
  const isSame = kind === 'all' && only?.kind === 'all' && only.clause === null && others.length === 0
  return isSame ? findingsBelow(only) : children
}

/** Whether any condition below is known to hold, as the server counts it when it ranks. */
export function hasSomethingThatHolds(findings: readonly Finding[]): boolean {
  return findings.some(({ kind, outcome, children }) =>
    children === undefined ? kind === 'condition' && outcome === 'met' : hasSomethingThatHolds(children),
  )
}

/** The clause behind an anchor that some finding cites. */
export function clauseAt(findings: readonly Finding[], anchor: string): ClauseLink | null {
  for (const { clause, children } of findings) {
    const found = clause?.anchor === anchor ? clause : clauseAt(children ?? [], anchor)
    if (found !== null) return found
  }
  return null
}
