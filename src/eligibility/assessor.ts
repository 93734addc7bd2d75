import {
  type IsoDate,
  isApplicable,
  type Locale,
  type Notions,
  type Policy,
  type Standing,
  standingOf,
} from '../policy/index.ts'
import type { Assessment, Finding, Verdict } from './assessment.ts'
import { assessBenefit, outOfReach, type PreparedBenefit } from './benefits.ts'
import { compileCatalogue } from './compile-catalogue.ts'
import { describeFact } from './describe-fact.ts'
import { describeSize } from './describe-size.ts'
import { distanceOf } from './distance.ts'
import { explain } from './explain.ts'
import { parseExpression } from './expression.ts'
import type { FactCatalogue } from './fact.ts'
import { healsAllOn } from './healing.ts'
import type { IndustryCatalogue } from './industries.ts'
import { judge } from './judge.ts'
import { createKnower, type KnownFacts } from './known-facts.ts'
import { missingFacts } from './missing-facts.ts'
import { openReviews } from './open-reviews.ts'
import { type Degree, met, unknown, unmet, verdictOf } from './outcome.ts'
import { clauseLink, type PreparedRule, prepareRule } from './prepare-rule.ts'
import type { CompanyProfile, FactValue, RecordedFact } from './profile.ts'
import { refOf } from './rule-nodes.ts'
import { standingFindings } from './standing-findings.ts'
import { firstDayOf } from './validity.ts'
import { windowOn } from './window.ts'
import { labelOf } from './wording.ts'
import { createWorthAsking } from './worth-asking.ts'

/** A policy ready to be judged on one day. */
export interface PreparedPolicy {
  readonly policy: Policy
  readonly standing: Standing
  /** Null where there is nothing to qualify for. */
  readonly rule: PreparedRule | null
  readonly benefits: readonly PreparedBenefit[]
}

/** Judges companies by the rules of all policies. */
export type Assessor = ReturnType<typeof createAssessor>

export interface AssessorParts {
  readonly policies: readonly Policy[]
  readonly catalogue: FactCatalogue
  readonly notions: Notions
  readonly industries: IndustryCatalogue
}

export function createAssessor({ policies, catalogue: definitions, notions, industries }: AssessorParts) {
  const catalogue = compileCatalogue(definitions, industries.leaves)
  const byId = new Map(policies.map((policy) => [policy.id, policy]))
  const parts = {
    catalogue,
    notions,
    findPolicy: (id: string) => byId.get(id),
    leavesOf: industries.leavesOf,
    sizeClassOf: industries.sizeClassOf,
    nameOfIndustry: industries.nameOf,
  }
  const know = createKnower(parts)
  const preparedOn = new Map<IsoDate, ReadonlyMap<string, PreparedPolicy>>()

  const prepare = (policy: Policy, asOf: IsoDate): PreparedPolicy => ({
    policy,
    standing: standingOf(policy, asOf),
    rule: policy.rule && prepareRule(policy.rule, policy.id, asOf, parts),
    benefits: policy.benefits.flatMap((benefit) => {
      const clause = clauseLink(refOf(benefit.clause, policy.id), asOf, parts)
      const when = benefit.when ? prepareRule(benefit.when, policy.id, asOf, parts) : null
      const formula = benefit.formula === undefined ? null : parseExpression(benefit.formula)
      return clause ? [{ benefit, when, formula, clause }] : []
    }),
  })
  /** All policies as they stand on a day; kept for a few days. */
  const preparedPolicies = (asOf: IsoDate): ReadonlyMap<string, PreparedPolicy> => {
    const known = preparedOn.get(asOf)
    if (known) return known
    const prepared = new Map(policies.map((policy) => [policy.id, prepare(policy, asOf)]))
    if (preparedOn.size >= 16) preparedOn.clear()
    preparedOn.set(asOf, prepared)
    return prepared
  }
  const degreeOf = ({ standing, rule }: PreparedPolicy, known: KnownFacts): Degree => {
    if (!isApplicable(standing)) return unmet
    const degree = rule ? judge(rule, known, catalogue) : met
    return degree === met && standing === 'unverified' ? unknown : degree
  }
  const decide = (prepared: PreparedPolicy, known: KnownFacts): Verdict => verdictOf(degreeOf(prepared, known))

  const assess = (
    prepared: PreparedPolicy,
    profile: CompanyProfile,
    asOf: IsoDate,
    locale: Locale,
    known = know(profile, asOf),
  ): Assessment => {
    const { policy, standing, rule } = prepared
    const degree = degreeOf(prepared, known)
    const root = rule && explain(rule, { known, profile, locale, parts })
    const assessed = prepared.benefits.map((benefit) => assessBenefit(benefit, known, locale, parts))
    const isFailed = isApplicable(standing) && rule !== null && degree === unmet
    const isOpen = degree === unknown && rule !== null
    return {
      policyId: policy.id,
      title: locale === 'en' ? policy.titleEn : policy.title,
      level: policy.level,
      kind: policy.kind,
      standing,
      verdict: verdictOf(degree),
      findings: [...standingFindings(policy, standing, asOf, locale), ...(root ? topOf(root) : [])],
      missingFacts: isOpen ? missingFacts(rule, known, parts) : [],
      openReviews: degree === unknown ? openReviews(prepared, known, catalogue, locale) : [],
      benefits: degree === unmet ? assessed.map(outOfReach) : assessed,
      distance: isFailed ? distanceOf(rule, known, catalogue, locale) : null,
      possibleFrom: degree === unmet ? possibleFrom(prepared, profile, known) : null,
      window: windowOn(policy.windows, asOf),
    }
  }

  /** Checked by judging the company as of that day: another limit may fail by then. */
  const possibleFrom = (
    { policy, standing, rule }: PreparedPolicy,
    profile: CompanyProfile,
    known: KnownFacts,
  ): IsoDate | null => {
    if (standing !== 'not-yet' && !isApplicable(standing)) return null
    const healed = rule ? healsAllOn(rule, known, catalogue) : known.asOf
    if (healed === null) return null
    const day = [firstDayOf(policy) ?? known.asOf, healed].sort()[1] ?? healed
    if (day <= known.asOf) return null
    return degreeOf(prepare(policy, day), know(profile, day)) === unmet ? null : day
  }

  return {
    catalogue,
    know,
    worthAsking: createWorthAsking(definitions, parts),
    preparedPolicies,
    /** One policy as it stands on a day, without the work of preparing all. */
    preparedPolicy: (policy: Policy, asOf: IsoDate) => preparedOn.get(asOf)?.get(policy.id) ?? prepare(policy, asOf),
    decide,
    label(key: string, locale: Locale): string {
      const fact = catalogue.find(key)
      return fact ? labelOf(fact.definition, locale) : key
    },
    /** A fact as people write it; null for a key that is not in the catalogue. */
    describe(key: string, value: FactValue | RecordedFact, locale: Locale): string | null {
      const fact = catalogue.find(key)
      return fact ? describeFact(fact, value, locale, industries.nameOf) : null
    },
    /** Facts that could still change the verdict of a policy. */
    missing: (prepared: PreparedPolicy, known: KnownFacts): string[] =>
      prepared.rule && isApplicable(prepared.standing) ? missingFacts(prepared.rule, known, parts) : [],
    assessPrepared: assess,
    /** The size class by the standard, or those still possible. */
    sizeClass: (profile: CompanyProfile, asOf: IsoDate, locale: Locale) =>
      describeSize(know(profile, asOf), parts, locale),
    /** One policy for one company; throws for an unknown policy. */
    assess(policyId: string, profile: CompanyProfile, asOf: IsoDate, locale: Locale): Assessment {
      const prepared = preparedPolicies(asOf).get(policyId)
      if (!prepared) throw new RangeError(`no policy has the id "${policyId}"`)
      return assess(prepared, profile, asOf, locale)
    },
    /** All policies that apply on the day and have something to qualify for, in the order of the corpus. */
    assessAll(profile: CompanyProfile, asOf: IsoDate, locale: Locale): Assessment[] {
      const known = know(profile, asOf)
      return [...preparedPolicies(asOf).values()]
        .filter(({ standing, rule }) => rule !== null && isApplicable(standing))
        .map((prepared) => assess(prepared, profile, asOf, locale, known))
    },
  }
}

/** The conditions that must all hold stand side by side, without a node around them. */
function topOf(root: Finding): readonly Finding[] {
  return root.kind === 'all' && root.clause === null ? (root.children ?? []) : [root]
}
