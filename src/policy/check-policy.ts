import { type Clause, requiredTopics } from './clause.ts'
import { figuresIn } from './figures.ts'
import type { Benefit, Policy } from './policy.ts'
import type { Problem } from './problem.ts'

/** A policy with the place of its parts in its file. */
export interface PolicyFile {
  readonly file: string
  readonly policy: Policy
  readonly title: string | null
  /** Line of a front-matter path such as `['benefits', 0]`. */
  lineOf(path: readonly (string | number)[]): number
}

/** Everything that can be wrong inside one file, all at once. */
export function checkPolicy(source: PolicyFile): Problem[] {
  const { file, policy, title } = source
  const problem = (line: number, message: string): Problem => ({ file, line, message })
  return [
    ...(title === policy.title ? [] : [problem(1, `the "# " title "${title}" differs from title "${policy.title}"`)]),
    ...checkAnchors(source),
    ...checkTopics(policy).map((message) => problem(policy.clauses.at(-1)?.line ?? 1, message)),
    ...checkBenefits(source),
    ...checkDates(source),
  ]
}

function checkAnchors({ file, policy, lineOf }: PolicyFile): Problem[] {
  const anchors = policy.clauses.map((clause) => clause.anchor)
  const duplicates = policy.clauses
    .filter((clause, index) => anchors.indexOf(clause.anchor) !== index)
    .map(({ line, anchor }) => ({ file, line, message: `anchor "${anchor}" is used twice` }))
  const references = [
    ...policy.benefits.map((benefit, index) => ({ clause: benefit.clause, path: ['benefits', index] })),
    ...policy.windows.map((window, index) => ({ clause: window.clause, path: ['windows', index] })),
    { clause: policy.contact.clause, path: ['contact'] },
    ...(policy.exclusiveClause ? [{ clause: policy.exclusiveClause, path: ['exclusiveClause'] }] : []),
  ]
  const dead = references
    .filter(({ clause }) => !anchors.includes(clause))
    .map(({ clause, path }) => ({ file, line: lineOf(path), message: `no clause has the anchor "${clause}"` }))
  return [...duplicates, ...dead]
}

function checkTopics(policy: Policy): string[] {
  const has = (topic: string) => policy.clauses.some((clause) => clause.topics.some((own) => own === topic))
  const missing = requiredTopics.filter((topic) => !has(topic))
  const unnamed = policy.clauses.filter((clause) => clause.heading === '还不知道' && clause.topics.length === 1)
  return [
    ...(has('definition') ? [] : ['section "这是什么" is missing']),
    ...(policy.clauses.some((clause) => clause.heading === '找谁问') ? [] : ['section "找谁问" is missing']),
    ...missing.map((topic) => `no clause answers "${topic}"; add one, or say in 还不知道 that it is not known`),
    ...unnamed.map((clause) => `clause "${clause.anchor}" in 还不知道 must name the topics it leaves open`),
  ]
}

function checkBenefits({ file, policy, lineOf }: PolicyFile): Problem[] {
  return policy.benefits.flatMap((benefit, index) => {
    const clause = policy.clauses.find(({ anchor }) => anchor === benefit.clause)
    if (!clause) return []
    return missingFigures(benefit, clause).map((message) => ({ file, line: lineOf(['benefits', index]), message }))
  })
}

function missingFigures(benefit: Benefit, clause: Clause): string[] {
  const stated = new Set([...figuresIn(clause.text)].map((figure) => Number.parseFloat(figure)))
  const money = (['amount', 'cap'] as const).filter((key) => {
    const value = benefit[key]
    return value !== undefined && !stated.has(value) && !stated.has(value / 1e4)
  })
  const rate = benefit.rate
  const lacksRate =
    rate !== undefined && ![rate, rate * 100, rate * 10].some((form) => stated.has(Number(form.toPrecision(12))))
  const isRatio = lacksRate && rate === 1 && /全额|1:1|1：1|免征|免收|100%/.test(clause.text)
  return [
    ...money.map((key) => `${key} ${benefit[key]} does not occur in clause "${clause.anchor}"`),
    ...(lacksRate && !isRatio && !/一半|减半|半数|免/.test(clause.text)
      ? [`rate ${rate} does not occur in clause "${clause.anchor}"`]
      : []),
  ]
}

function checkDates({ file, policy, lineOf }: PolicyFile): Problem[] {
  const ranges = [
    { from: policy.effectiveFrom, until: policy.effectiveUntil, line: lineOf(['effectiveFrom']), name: 'effective' },
    ...policy.windows.map((window, index) => ({ ...window, line: lineOf(['windows', index]) })),
    ...policy.clauses.map((clause) => ({ ...clause, name: clause.anchor })),
  ]
  return ranges
    .filter(({ from, until }) => from && until && from > until)
    .map(({ from, until, line, name }) => ({ file, line, message: `"${name}" begins ${from}, after its end ${until}` }))
}
