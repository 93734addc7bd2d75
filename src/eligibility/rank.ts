import type { IsoDate, Locale, Policy } from '../policy/index.ts'
import type { Assessment, Finding } from './assessment.ts'
import type { Assessor } from './assessor.ts'
import { met, unknown } from './outcome.ts'
import type { CompanyProfile } from './profile.ts'
import { stakeOf } from './stake.ts'

/** What the order of policies rests on beside their assessments. */
export interface RankParts {
  findPolicy(id: string): Policy | undefined
  /** How far it keeps a company from a policy that a fact is not known. */
  costOf(fact: string): number
  /** Whether a condition on the fact is for few companies, and so says much where it holds. */
  isTelling(fact: string): boolean
}

const order = ['eligible', 'undetermined', 'ineligible'] as const
/** Most records are clean, and one question settles them. */
const recordCost = 0.25
/** What there is no occasion to ask about seldom holds: a title of a firm that is nowhere near it. */
const costs = new Map([
  [met, 1],
  [unknown, 2],
])
const remoteCost = 4
/** A policy that may have lapsed is as far as one more fact. */
const unverifiedCost = 1
/** Four steps of worth weigh as much as a fact that is missing. */
const worthShare = 0.25

/** Every policy that applies on the day, judged for a company, best first; kinds in focus before others. */
export function assessRanked(
  assessor: Assessor,
  profile: CompanyProfile,
  asOf: IsoDate,
  locale: Locale,
  focus: readonly string[] = [],
): Assessment[] {
  const prepared = assessor.preparedPolicies(asOf)
  const known = assessor.know(profile, asOf)
  const definitionOf = (fact: string) => assessor.catalogue.find(fact)?.definition
  const parts: RankParts = {
    findPolicy: (id) => prepared.get(id)?.policy,
    costOf: (fact) =>
      definitionOf(fact)?.group ? recordCost : (costs.get(assessor.worthAsking(fact, known)) ?? remoteCost),
    isTelling: (fact) => {
      const definition = definitionOf(fact)
      return definition?.type === 'industry' || (definition?.ask !== undefined && !definition.group)
    },
  }
  return rankAssessments(assessor.assessAll(profile, asOf, locale), parts, focus)
}

/**
 * Best first: eligible, then undetermined, then ineligible. Among the undetermined those of which something is known to
 * hold come before those of which nothing is, and policies whose conditions were not found come last; then those from
 * which the missing facts keep the company least, weighed with what they are worth. Among the ineligible few failed
 * conditions come first, among equals what is worth more; ties by id.
 */
export function rankAssessments(
  assessments: readonly Assessment[],
  parts: RankParts,
  focus: readonly string[] = [],
): Assessment[] {
  const keyed = assessments.map((assessment) => {
    const policy = parts.findPolicy(assessment.policyId)
    const worth = policy ? stakeOf(policy) : 0
    const isFocused = focus.includes(assessment.kind)
    const keys = [order.indexOf(assessment.verdict), isFocused ? 0 : 1, ...stepsOf(assessment, worth, parts), -worth]
    return { assessment, keys }
  })
  return keyed
    .sort((a, b) => compareKeys(a.keys, b.keys) || a.assessment.policyId.localeCompare(b.assessment.policyId))
    .map(({ assessment }) => assessment)
}

function stepsOf(assessment: Assessment, worth: number, { costOf, isTelling }: RankParts): [number, number] {
  const { verdict, distance, missingFacts, findings, openReviews, standing } = assessment
  if (verdict === 'eligible') return [0, 0]
  if (verdict === 'ineligible') return [0, distance?.unmet ?? 99]
  const cost = missingFacts.reduce((sum, fact) => sum + costOf(fact), standing === 'unverified' ? unverifiedCost : 0)
  const held = findings.flatMap(heldIn)
  // What few companies are is what the policy is for: half the way.
  const way = held.some(({ fact }) => fact !== undefined && isTelling(fact)) ? cost / 2 : cost
  const isUnpublished = missingFacts.length === 0 && openReviews.some((review) => review.isUnpublished)
  return [isUnpublished ? 2 : held.length > 0 ? 0 : 1, way - worth * worthShare]
}

/** The conditions below that are known to hold. */
function heldIn(finding: Finding): Finding[] {
  if (finding.children) return finding.children.flatMap(heldIn)
  return finding.outcome === 'met' && finding.kind === 'condition' ? [finding] : []
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [place, key] of a.entries()) if (key !== b[place]) return key - (b[place] ?? 0)
  return 0
}
