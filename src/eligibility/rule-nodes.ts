import type { Rule } from '../policy/index.ts'

type Place = readonly (string | number)[]

/** Every node of a rule with its place in the file, parents first. */
export function nodesOf(rule: Rule, path: Place = []): { readonly node: Rule; readonly path: Place }[] {
  return [{ node: rule, path }, ...childrenOf(rule, path).flatMap(({ node, path: place }) => nodesOf(node, place))]
}

function childrenOf(rule: Rule, path: Place): { node: Rule; path: Place }[] {
  if ('all' in rule) return rule.all.map((node, index) => ({ node, path: [...path, 'all', index] }))
  if ('any' in rule) return rule.any.map((node, index) => ({ node, path: [...path, 'any', index] }))
  return 'not' in rule ? [{ node: rule.not, path: [...path, 'not'] }] : []
}

/** The clauses that a node itself cites, the one that states it first. */
export function clauseRefsOf(node: Rule): string[] {
  if (!('clause' in node)) return []
  return 'basis' in node && node.basis ? [node.clause, ...node.basis] : [node.clause]
}

/** `anchor` as `policyId#anchor`. */
export function refOf(ref: string, policyId: string): string {
  return ref.includes('#') ? ref : `${policyId}#${ref}`
}
