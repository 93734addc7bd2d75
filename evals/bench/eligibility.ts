import type { CompanyProfile, PreparedPolicy } from '../../src/eligibility/index.ts'
import { isApplicable } from '../../src/policy/index.ts'
import { type Eligibility, openEligibility } from '../../src/services.ts'
import { engineOf, factsOfRule, isExpressible, plainFacts } from './json-rules.ts'
import { exactFirms, vagueFirms } from './random-firms.ts'

export interface EligibilityBench {
  readonly firms: number
  readonly rules: number
  /** Verdicts of one firm for one policy, profiles read anew for every firm, per second of one core. */
  readonly verdictsPerSecond: number
  /** The same with all findings in words. */
  readonly assessmentsPerSecond: number
  /** On the rules that json-rules-engine can express, with profiles that are exact. */
  readonly sharedRules: number
  readonly sharedPerSecond: number
  readonly jsonRulesPerSecond: number
  /** Verdicts on which both do not agree. */
  readonly disagreements: number
}

type Judged = PreparedPolicy & { readonly rule: NonNullable<PreparedPolicy['rule']> }

const asOf = '2026-09-01'

/** Every firm with every rule in force. */
export async function benchEligibility(firms = 2_000): Promise<EligibilityBench> {
  const eligibility = await openEligibility('corpus')
  const { assessor } = eligibility
  const judged = [...assessor.preparedPolicies(asOf).values()].flatMap((policy): Judged[] =>
    policy.rule && isApplicable(policy.standing) ? [{ ...policy, rule: policy.rule }] : [],
  )
  const profiles = vagueFirms(eligibility, firms)
  const explained = profiles.slice(0, firms / 20)
  const verdicts = await perSecond(profiles.length * judged.length, 12, () => decideAll(eligibility, judged, profiles))
  const assessments = await perSecond(explained.length * judged.length, 3, () => {
    for (const profile of explained) assessor.assessAll(profile, asOf, 'zh-CN')
  })
  return {
    firms,
    rules: judged.length,
    verdictsPerSecond: verdicts,
    assessmentsPerSecond: assessments,
    ...(await besideJsonRules(eligibility, judged, firms)),
  }
}

function decideAll({ assessor }: Eligibility, judged: readonly Judged[], profiles: readonly CompanyProfile[]): number {
  let eligible = 0
  for (const profile of profiles) {
    const known = assessor.know(profile, asOf)
    for (const policy of judged) if (assessor.decide(policy, known) === 'eligible') eligible += 1
  }
  return eligible
}

/** Both judge the same firms by the same facts: those that the rules ask for. */
async function besideJsonRules(eligibility: Eligibility, judged: readonly Judged[], firms: number) {
  const shared = judged.filter(({ rule, standing }) => standing === 'in-force' && isExpressible(rule))
  const rules = new Map(shared.map(({ policy, rule }) => [policy.id, rule]))
  const keys = new Set(shared.flatMap(({ rule }) => factsOfRule(rule)))
  const cases = exactFirms(eligibility, firms).map((stated) => {
    const facts = plainFacts(eligibility, eligibility.assessor.know(stated, asOf), keys)
    const profile = Object.fromEntries([...keys].map((key) => [key, stated[key] ?? { value: facts[key] ?? 0 }]))
    return { facts, profile }
  })
  const few = cases.slice(0, firms / 20)
  const engine = engineOf(rules)
  const profiles = cases.map(({ profile }) => profile)
  return {
    sharedRules: shared.length,
    sharedPerSecond: await perSecond(cases.length * shared.length, 12, () => decideAll(eligibility, shared, profiles)),
    jsonRulesPerSecond: await perSecond(few.length * shared.length, 3, async () => {
      for (const { facts } of few) await engine.run(facts)
    }),
    disagreements: await countDisagreements(eligibility, shared, few, engine),
  }
}

async function countDisagreements(
  { assessor }: Eligibility,
  shared: readonly Judged[],
  cases: readonly { facts: Record<string, string | number>; profile: CompanyProfile }[],
  engine: ReturnType<typeof engineOf>,
): Promise<number> {
  let disagreements = 0
  for (const { facts, profile } of cases) {
    const { events } = await engine.run(facts)
    const eligible = new Set(events.map(({ type }) => type))
    const known = assessor.know(profile, asOf)
    disagreements += shared.filter((judged) => {
      const expected = eligible.has(judged.policy.id) ? 'eligible' : 'ineligible'
      return assessor.decide(judged, known) !== expected
    }).length
  }
  return disagreements
}

/** The best of some rounds, by the time that all threads of the process used: what else the machine does does not count. */
async function perSecond(count: number, rounds: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round += 1) {
    const start = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1e6)
  }
  return count / best
}

if (import.meta.main) console.table(await benchEligibility())
