import {
  type Assessment,
  type Assessor,
  assessRanked,
  type FactQuestion,
  type GrowthPath,
  growthPath,
  type QuestionRequest,
} from '../../eligibility/index.ts'
import { type IsoDate, isApplicable, type Policy } from '../../policy/index.ts'
import type { Locale } from '../answer.ts'
import type { Found } from '../compose/compose-search.ts'
import type { Plan } from '../plan.ts'
import type { RecordedProfile } from '../profile.ts'

export interface AssessParts {
  readonly assessor: Assessor
  nextQuestion(request: QuestionRequest): FactQuestion | null
}

/** What the company's facts decide, and what is still to be asked. */
export interface Judged {
  readonly verdicts: readonly Assessment[]
  readonly factQuestion: FactQuestion | null
  /** Policies that were not judged: nothing to qualify for, or not applying on the day. */
  readonly leftOut: number
  /** Only where the growth path was asked for. */
  readonly growth: GrowthPath | null
}

const nothing: Judged = { verdicts: [], factQuestion: null, leftOut: 0, growth: null }
/** Policies of the kinds that were asked for matter more. */
const focusWeight = 3

/** Judges every policy for a match, the policies in question otherwise; clauses alone need no judgement. */
export function assess(
  plan: Plan,
  found: readonly Found[],
  company: {
    readonly profile: RecordedProfile
    readonly skipped: readonly string[]
    readonly isTold: boolean
    readonly isKnown: boolean
  },
  asOf: IsoDate,
  locale: Locale,
  { assessor, nextQuestion }: AssessParts,
): Judged {
  const { profile, skipped } = company
  const prepared = assessor.preparedPolicies(asOf)
  if (plan.kind === 'match') {
    const verdicts = assessRanked(assessor, profile, asOf, locale, plan.focus)
    const weightOf = ({ kind }: Policy) => (plan.focus.includes(kind) ? focusWeight : 1)
    const factQuestion = nextQuestion({ profile, asOf, locale, skipped, weightOf })
    return { verdicts, factQuestion, leftOut: prepared.size - verdicts.length, growth: null }
  }
  if (plan.kind === 'growth') {
    const growth = growthPath(assessor, profile, asOf, locale)
    const policyIds = growth.steps.map(({ policyId }) => policyId)
    const verdicts = policyIds.map((id) => assessor.assess(id, profile, asOf, locale))
    return { verdicts, factQuestion: nextQuestion({ profile, asOf, locale, skipped, policyIds }), leftOut: 0, growth }
  }
  const ids = policiesInQuestion(plan, found, company).filter((id) => prepared.get(id)?.rule)
  if (ids.length === 0) return nothing
  const verdicts = ids.map((id) => assessor.assess(id, profile, asOf, locale))
  // A question that clauses answer gets the verdict beside it, and no question back.
  const isAsked = plan.kind === 'judge' || company.isTold
  const open = verdicts.filter(
    ({ standing, missingFacts }) => isAsked && isApplicable(standing) && missingFacts.length > 0,
  )
  const policyIds = open.map(({ policyId }) => policyId)
  return {
    verdicts,
    factQuestion: policyIds.length > 0 ? nextQuestion({ profile, asOf, locale, skipped, policyIds }) : null,
    leftOut: 0,
    growth: null,
  }
}

/** Policies beside whose clauses the company's verdict is of use: those named, or the one that a search found first. */
function policiesInQuestion(
  plan: Plan,
  found: readonly Found[],
  { isTold, isKnown }: { readonly isTold: boolean; readonly isKnown: boolean },
): string[] {
  if (plan.kind === 'judge' || (plan.kind === 'fields' && isKnown)) return plan.targets.map(({ policy }) => policy.id)
  const [first] = plan.kind === 'search' && isTold ? found : []
  return first?.policy ? [first.policy.id] : []
}
