import { type Assessment, type Finding, parseProfile } from '../../src/eligibility/index.ts'
import { openEligibility } from '../../src/services.ts'
import { loadScenarios, type Scenario } from './scenario.ts'

export interface EligibilityReport {
  readonly metrics: {
    readonly scenarios: number
    readonly verdicts: number
    readonly scenariosPerPolicy: number
  } & Readonly<Record<string, number>>
  readonly failures: readonly string[]
  readonly uncovered: readonly string[]
}

/** Judges every labelled scenario; agreement is counted for verdicts, conditions, missing facts, reviews and amounts. */
export async function runEligibilityEval(): Promise<EligibilityReport> {
  const eligibility = await openEligibility('corpus')
  const scenarios = loadScenarios()
  const results = scenarios.map((scenario) => ({ scenario, faults: faultsOf(scenario, eligibility) }))
  const share = (kind: string) => {
    const asked = results.filter(
      ({ scenario }) => kind === 'verdict' || scenario[`expected${kind}` as keyof Scenario] !== undefined,
    )
    return asked.length === 0
      ? 1
      : asked.filter(({ faults }) => !faults.some((fault) => fault.startsWith(kind))).length / asked.length
  }
  const perPolicy = new Map<string, number>()
  for (const { policyId } of scenarios) perPolicy.set(policyId, (perPolicy.get(policyId) ?? 0) + 1)
  const uncovered = eligibility.policies
    .filter(({ rule, id }) => rule !== null && !perPolicy.has(id))
    .map(({ id }) => id)
  return {
    metrics: {
      scenarios: scenarios.length,
      verdicts: share('verdict'),
      unmetConditions: share('Unmet'),
      missingFacts: share('Missing'),
      openReviews: share('Reviews'),
      amounts: share('Amounts'),
      policiesCovered: perPolicy.size,
      policiesUncovered: uncovered.length,
      scenariosPerPolicy: Math.min(...perPolicy.values()),
    },
    failures: results.flatMap(({ scenario, faults }) =>
      faults.map((fault) => `${scenario.id} ${fault} · ${scenario.scenario}`),
    ),
    uncovered,
  }
}

function faultsOf(
  scenario: Scenario,
  { assessor, catalogue, industries }: Awaited<ReturnType<typeof openEligibility>>,
): string[] {
  const isIndustry = (code: string) => industries.leavesOf(code).length > 0
  const { profile, problems } = parseProfile(
    scenario.profile,
    catalogue,
    scenario.asOf,
    'zh-CN',
    isIndustry,
    industries,
  )
  const assessment = assessor.assess(scenario.policyId, profile, scenario.asOf, 'zh-CN')
  const faults = problems.map(({ message }) => `verdict: bad profile, ${message}`)
  if (assessment.verdict !== scenario.expectedVerdict)
    faults.push(`verdict: expected ${scenario.expectedVerdict}, found ${assessment.verdict}`)
  const compare = (kind: string, expected: readonly string[] | undefined, found: readonly string[]) => {
    if (expected && !isSameSet(expected, found))
      faults.push(`${kind}: expected ${[...expected].sort()}, found ${[...found].sort()}`)
  }
  compare('Unmet', scenario.expectedUnmet, unmetAnchors(assessment))
  compare('Missing', scenario.expectedMissing, assessment.missingFacts)
  compare('Reviews', scenario.expectedReviews, reviewsOfRule(assessment))
  for (const [anchor, yuan] of Object.entries(scenario.expectedAmounts ?? {})) {
    const amounts = assessment.benefits
      .filter(({ clause, outcome }) => clause.anchor === anchor && outcome === 'met')
      .map(({ amount }) => amount)
    if (!amounts.some((amount) => amount?.min === yuan && amount.max === yuan))
      faults.push(`Amounts: ${anchor} expected ${yuan}, found ${JSON.stringify(amounts)}`)
  }
  return faults
}

/** Anchors of the open reviews; whether the policy still applies is none of its conditions. */
function reviewsOfRule({ openReviews, findings }: Assessment): string[] {
  const standing = findings.find(({ kind }) => kind === 'standing')
  return openReviews.filter(({ text }) => text !== standing?.text).map(({ anchor }) => anchor)
}

/** Anchors of the conditions that make a policy fail: of every failing alternative where none holds. */
function unmetAnchors({ findings, policyId }: Assessment): string[] {
  const collect = (finding: Finding): string[] => {
    if (finding.outcome !== 'unmet') return []
    if (finding.clause?.policyId === policyId) return [finding.clause.anchor]
    return (finding.children ?? []).flatMap(finding.kind === 'not' ? anchorsWithin : collect)
  }
  const anchorsWithin = (finding: Finding): string[] => [
    ...(finding.clause ? [finding.clause.anchor] : []),
    ...(finding.children ?? []).flatMap(anchorsWithin),
  ]
  return [...new Set(findings.flatMap(collect))]
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a), new Set(b)]
  return one.size === other.size && [...one].every((item) => other.has(item))
}

if (import.meta.main) {
  const { metrics, failures, uncovered } = await runEligibilityEval()
  console.log(metrics)
  console.log(failures.join('\n'))
  if (uncovered.length > 0) console.log(`no scenario: ${uncovered.join(', ')}`)
}
