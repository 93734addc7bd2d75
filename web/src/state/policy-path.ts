/** The page of a policy, at one of its clauses where given. */
export function policyPath(id: string, anchor?: string): string {
  const path = `/policies/${encodeURIComponent(id)}`
  return anchor === undefined ? path : `${path}#${clauseId(anchor)}`
}

/** The id of a clause's element, and so its fragment. */
export function clauseId(anchor: string): string {
  return `clause-${anchor}`
}
