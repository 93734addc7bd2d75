import type { Benefit, Clause, PolicyFile, Problem, Rule } from '../policy/index.ts'
import { checkGrants } from './check-grants.ts'
import { faultsOfFormula, faultsOfNode, type RuleCheckParts } from './check-node.ts'
import { clauseRefsOf, nodesOf, refOf } from './rule-nodes.ts'

export type { RuleCheckParts }

type Place = readonly (string | number)[]

/** Sections whose clauses may state a condition besides 谁能享受; words that show that one does. */
const otherSections = ['给什么', '怎么办理', '要留意']
const conditionWords = /须|不得|仅限|只限|限于|才能|方可|不享受|不适用|不能享受|不予/

/** All that can be wrong with the rules of all policies, with file and line. */
export function checkRules(files: readonly PolicyFile[], parts: RuleCheckParts): Problem[] {
  const clauses = clausesByRef(files)
  return files.flatMap((source) => [
    ...checkNodes(source, clauses, parts),
    ...checkFormulas(source, clauses, parts),
    ...checkCoverage(source),
    ...checkGrants(source, parts.catalogue),
  ])
}

/** All that can be wrong with the shared conditions; their clauses all name a policy. */
export function checkNotions(file: string, files: readonly PolicyFile[], parts: RuleCheckParts): Problem[] {
  const clauses = clausesByRef(files)
  return Object.entries(parts.notions).flatMap(([name, { rule }]) =>
    nodesOf(rule).flatMap(({ node }) =>
      faultsOfNode(node, (ref) => clauses.get(ref), parts).map((message) => ({
        file,
        line: 1,
        message: `${name}: ${message}`,
      })),
    ),
  )
}

function clausesByRef(files: readonly PolicyFile[]): Map<string, Clause> {
  return new Map(
    files.flatMap(({ policy }) =>
      policy.clauses.map((clause): [string, Clause] => [`${policy.id}#${clause.anchor}`, clause]),
    ),
  )
}

function checkNodes(source: PolicyFile, clauses: ReadonlyMap<string, Clause>, parts: RuleCheckParts): Problem[] {
  const { file, policy, lineOf } = source
  const find = (ref: string) => clauses.get(refOf(ref, policy.id))
  return rulesOf(source).flatMap(({ rule, path }) =>
    nodesOf(rule, path).flatMap(({ node, path: place }) =>
      faultsOfNode(node, find, parts).map((message) => ({ file, line: lineOf(place), message })),
    ),
  )
}

function rulesOf({ policy }: PolicyFile): { rule: Rule; path: Place }[] {
  const tiers = policy.benefits.flatMap((benefit, index) =>
    benefit.when ? [{ rule: benefit.when, path: ['benefits', index, 'when'] }] : [],
  )
  return policy.rule ? [{ rule: policy.rule, path: ['rule'] }, ...tiers] : tiers
}

function checkFormulas(source: PolicyFile, clauses: ReadonlyMap<string, Clause>, parts: RuleCheckParts): Problem[] {
  const { file, policy, lineOf } = source
  return policy.benefits.flatMap((benefit, index) => {
    if (benefit.formula === undefined) return []
    const refs = [benefit.clause, ...(benefit.basis ?? [])].map((ref) => refOf(ref, policy.id))
    const dead = refs.filter((ref) => !clauses.has(ref)).map((ref) => `no clause has the anchor "${ref}"`)
    const stated = refs.flatMap((ref) => clauses.get(ref)?.text ?? [])
    const faults = [...dead, ...faultsOfFormula(benefit.formula, stated, parts)]
    return faults.map((message) => ({ file, line: lineOf(['benefits', index]), message }))
  })
}

/** A clause that states a condition is coded in the rule, or said to be none. */
function checkCoverage({ file, policy, lineOf }: PolicyFile): Problem[] {
  const coded = new Set(codedAnchors(policy.id, policy.rule, policy.benefits))
  const marked = new Set(policy.notConditions)
  const anchors = new Set(policy.clauses.map(({ anchor }) => anchor))
  const open = policy.clauses.filter(
    (clause) => statesCondition(clause) && !coded.has(clause.anchor) && !marked.has(clause.anchor),
  )
  const line = lineOf(['notConditions'])
  return [
    ...open.map((clause) => ({
      file,
      line: clause.line,
      message: `clause "${clause.anchor}" states a condition that is neither in the rule nor in notConditions`,
    })),
    ...[...marked]
      .filter((anchor) => !anchors.has(anchor))
      .map((anchor) => ({ file, line, message: `notConditions: no clause has the anchor "${anchor}"` })),
    ...[...marked]
      .filter((anchor) => coded.has(anchor))
      .map((anchor) => ({
        file,
        line,
        message: `notConditions: "${anchor}" is cited by the rule; take it out of one of them`,
      })),
  ]
}

function statesCondition(clause: Clause): boolean {
  if (clause.topics.includes('conditions')) return true
  return otherSections.includes(clause.heading) && conditionWords.test(clause.text)
}

function codedAnchors(id: string, rule: Rule | null, benefits: readonly Benefit[]): string[] {
  const rules = [...(rule ? [rule] : []), ...benefits.flatMap(({ when }) => when ?? [])]
  const refs = rules.flatMap((tree) => nodesOf(tree).flatMap(({ node }) => clauseRefsOf(node)))
  const formulas = benefits.flatMap(({ formula, clause, basis = [] }) =>
    formula === undefined ? [] : [clause, ...basis],
  )
  return [...refs, ...formulas]
    .map((ref) => refOf(ref, id))
    .filter((ref) => ref.startsWith(`${id}#`))
    .map((ref) => ref.slice(id.length + 1))
}
