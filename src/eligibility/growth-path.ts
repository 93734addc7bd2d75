import { z } from 'zod'
import { IsoDate, isApplicable, type Locale } from '../policy/index.ts'
import { type Assessment, Finding, Gap, OpenReview, Verdict } from './assessment.ts'
import type { Assessor, PreparedPolicy } from './assessor.ts'
import { failuresOf } from './findings.ts'
import type { PreparedRule } from './prepare-rule.ts'
import type { CompanyProfile } from './profile.ts'

const Unlocked = z.object({ policyId: z.string(), title: z.string(), verdict: Verdict })
type Unlocked = z.infer<typeof Unlocked>

/** A qualification as a step of growth. */
export const GrowthStep = z.object({
  policyId: z.string(),
  title: z.string(),
  /** `reachable`: nothing that the company can tell is missing; `openReviews` says what others still judge. */
  state: z.enum(['held', 'reachable', 'open', 'blocked']),
  missingFacts: z.array(z.string()),
  openReviews: z.array(OpenReview),
  /** The conditions that fail, and by how much. */
  failed: z.array(Finding),
  gaps: z.array(Gap),
  possibleFrom: IsoDate.nullable(),
  /** Steps that lead here. */
  after: z.array(z.string()),
  /** Policies that are out of reach without it and not with it; their verdict with it. */
  unlocks: z.array(Unlocked),
})
export type GrowthStep = z.infer<typeof GrowthStep>

/** All steps, each after those that lead to it; `first` is the one to obtain first, null where none can be. */
export const GrowthPath = z.object({ steps: z.array(GrowthStep), first: z.string().nullable() })
export type GrowthPath = z.infer<typeof GrowthPath>

/** The qualifications of a day as steps: how far the company is from each, and what each unlocks. */
export function growthPath(assessor: Assessor, profile: CompanyProfile, asOf: IsoDate, locale: Locale): GrowthPath {
  const policies = [...assessor.preparedPolicies(asOf).values()].filter(({ standing }) => isApplicable(standing))
  const qualifications = policies.filter(({ policy }) => policy.kind === 'qualification' || policy.grants)
  const steps = qualifications.map((prepared): GrowthStep => {
    const assessment = assessor.assessPrepared(prepared, profile, asOf, locale)
    return {
      policyId: prepared.policy.id,
      title: assessment.title,
      ...progressOf(assessment, isHeld(prepared, profile)),
      after: qualifications.filter((other) => leadsTo(other, prepared, assessor)).map(({ policy }) => policy.id),
      unlocks: unlockedBy(prepared, policies, { assessor, profile, asOf, locale }),
    }
  })
  const ordered = inOrder(steps)
  return { steps: ordered, first: firstOf(ordered) }
}

function isHeld({ policy }: PreparedPolicy, profile: CompanyProfile): boolean {
  const held = profile[policy.grants?.[0] ?? '']
  return held !== undefined && 'value' in held && held.value === true
}

function progressOf(assessment: Assessment, held: boolean) {
  const { verdict, missingFacts, openReviews, findings, distance, possibleFrom } = assessment
  const open = { missingFacts, openReviews, failed: [], gaps: [], possibleFrom: null }
  if (held) return { ...open, state: 'held' as const, missingFacts: [], openReviews: [] }
  if (verdict !== 'ineligible')
    return { ...open, state: missingFacts.length === 0 ? ('reachable' as const) : ('open' as const) }
  const failed = findings.flatMap(failuresOf)
  return { ...open, state: 'blocked' as const, failed, gaps: distance?.gaps ?? [], possibleFrom }
}

function leadsTo(from: PreparedPolicy, to: PreparedPolicy, assessor: Assessor): boolean {
  if (from === to) return false
  const granted = assessor.catalogue.find(from.policy.grants?.[0] ?? '')
  const isAsked = granted !== undefined && to.rule !== null && asksFor(to.rule, granted.index, true)
  return isAsked || to.policy.prerequisites.includes(from.policy.id)
}

/** Whether a rule has a condition that the claim be true; below a `not`, that it be false. */
function asksFor(rule: PreparedRule, fact: number, claim: boolean): boolean {
  if (rule.kind === 'not') return asksFor(rule.child, fact, !claim)
  if (rule.kind === 'all' || rule.kind === 'any') return rule.children.some((child) => asksFor(child, fact, claim))
  return (
    rule.kind === 'choice' &&
    rule.fact.index === fact &&
    rule.allowed[Number(claim)] === 1 &&
    rule.allowed[Number(!claim)] === 0
  )
}

interface Case {
  readonly assessor: Assessor
  readonly profile: CompanyProfile
  readonly asOf: IsoDate
  readonly locale: Locale
}

/** Compares the company without the qualification with the same company holding it. */
function unlockedBy(step: PreparedPolicy, policies: readonly PreparedPolicy[], of: Case): Unlocked[] {
  const { assessor, profile, asOf, locale } = of
  const [held, ...newly] = step.policy.grants ?? []
  if (held === undefined) return []
  const facts = isHeld(step, profile) ? [held] : [held, ...newly]
  const knownWith = (value: boolean) =>
    assessor.know({ ...profile, ...Object.fromEntries(facts.map((fact) => [fact, { value }])) }, asOf)
  const [without, within] = [knownWith(false), knownWith(true)]
  return policies.flatMap((prepared) => {
    const verdict = assessor.decide(prepared, within)
    if (prepared === step || verdict === 'ineligible' || assessor.decide(prepared, without) !== 'ineligible') return []
    const { id, title, titleEn } = prepared.policy
    return [{ policyId: id, title: locale === 'en' ? titleEn : title, verdict }]
  })
}

/** Each step after those that lead to it, ties by id; where steps lead to one another, the first of them breaks the ring. */
function inOrder(steps: readonly GrowthStep[]): GrowthStep[] {
  const rest = steps.toSorted((a, b) => (a.policyId < b.policyId ? -1 : 1))
  const ordered: GrowthStep[] = []
  while (rest.length > 0) {
    const isReady = ({ after }: GrowthStep) => !rest.some(({ policyId }) => after.includes(policyId))
    ordered.push(...rest.splice(Math.max(0, rest.findIndex(isReady)), 1))
  }
  return ordered
}

/** What is nearest comes first, then what unlocks most. */
function firstOf(steps: readonly GrowthStep[]): string | null {
  const near = ['reachable', 'open']
    .map((state) => steps.filter((step) => step.state === state))
    .find(({ length }) => length > 0)
  const best = near?.reduce((most, step) => (step.unlocks.length > most.unlocks.length ? step : most))
  return best?.policyId ?? null
}
