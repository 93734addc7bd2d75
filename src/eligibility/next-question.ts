import { type IsoDate, isApplicable, type Locale, localized, type Policy } from '../policy/index.ts'
import type { FactQuestion } from './assessment.ts'
import type { Assessor, PreparedPolicy } from './assessor.ts'
import type { CompiledFact } from './compile-catalogue.ts'
import type { FactCatalogue } from './fact.ts'
import type { KnownFacts } from './known-facts.ts'
import { type Degree, unmet } from './outcome.ts'
import type { CompanyProfile, FactValue } from './profile.ts'
import { repliesFor } from './quick-replies.ts'
import { boundsOfFact } from './rule-bounds.ts'
import { stakeOf } from './stake.ts'

export interface QuestionRequest {
  readonly profile: CompanyProfile
  readonly asOf: IsoDate
  readonly locale: Locale
  /** Facts that were asked before and not answered. */
  readonly skipped?: readonly string[]
  /** How much a policy matters to the person; 1 where absent. */
  weightOf?(policy: Policy): number
  /** Only these policies are to be settled; all that apply where absent. */
  readonly policyIds?: readonly string[]
}

interface OpenPolicy {
  readonly prepared: PreparedPolicy
  readonly missing: readonly string[]
  readonly weight: number
}

interface Candidate {
  /** One fact, or a group that one question settles. */
  readonly facts: readonly CompiledFact[]
  /** Whether there is an occasion for it. */
  readonly worth: Degree
  readonly policies: readonly OpenPolicy[]
}

/** Facts whose effect is tried out; the others open too few policies to win. */
const mostTried = 12
/** What getting closer is worth beside settling. */
const progress = 0.2
/** Bad records are rare. */
const recordIsBad = 0.05

/**
 * The question whose answer is expected to settle the most policies, weighed by the money at stake, for the least
 * trouble; null when no answer can change any verdict.
 */
export function createNextQuestion(assessor: Assessor, definitions: FactCatalogue) {
  return (request: QuestionRequest): FactQuestion | null => {
    const known = assessor.know(request.profile, request.asOf)
    const open = openPolicies(assessor, known, request)
    const tried = inTime(candidates(open, assessor, known, request))
      .sort((a, b) => roughGain(b) - roughGain(a) || keyOf(a).localeCompare(keyOf(b)))
      .slice(0, mostTried)
      .map((candidate) => ({ candidate, gain: expectedGain(candidate, assessor, request) / effortOf(candidate) }))
      .sort((a, b) => b.gain - a.gain || keyOf(a.candidate).localeCompare(keyOf(b.candidate)))
    const [best] = tried
    return best ? questionOf(best.candidate, definitions, request.locale) : null
  }
}

function openPolicies(assessor: Assessor, known: KnownFacts, request: QuestionRequest): OpenPolicy[] {
  const { policyIds, weightOf = () => 1 } = request
  return [...assessor.preparedPolicies(request.asOf).values()]
    .filter(({ policy, standing }) => isApplicable(standing) && (policyIds?.includes(policy.id) ?? true))
    .map((prepared) => ({
      prepared,
      missing: assessor.missing(prepared, known),
      weight: stakeOf(prepared.policy) * weightOf(prepared.policy),
    }))
    .filter(({ missing }) => missing.length > 0)
}

function candidates(
  open: readonly OpenPolicy[],
  assessor: Assessor,
  known: KnownFacts,
  { skipped = [], policyIds }: QuestionRequest,
): Candidate[] {
  const keys = [...new Set(open.flatMap(({ missing }) => missing))].filter((key) => !skipped.includes(key))
  const groups = new Map<string, { facts: CompiledFact[]; worth: Degree }>()
  for (const key of keys) {
    const fact = assessor.catalogue.find(key)
    if (!fact?.definition.question) continue
    const worth = assessor.worthAsking(key, known)
    if (worth === unmet && !policyIds) continue
    const name = fact.definition.group ? `group ${fact.definition.group} ${worth}` : key
    groups.set(name, { facts: [...(groups.get(name)?.facts ?? []), fact], worth })
  }
  return [...groups.values()].map(({ facts, worth }) => ({
    facts,
    worth,
    policies: open.filter(({ missing }) => facts.some(({ key }) => missing.includes(key))),
  }))
}

/** What there is an occasion for comes first, what there is none for last. */
function inTime(candidates: readonly Candidate[]): Candidate[] {
  const best = Math.max(...candidates.map(({ worth }) => worth))
  return candidates.filter(({ worth }) => worth === best)
}

function keyOf({ facts }: Candidate): string {
  return facts[0]?.key ?? ''
}

function effortOf({ facts }: Candidate): number {
  return Math.max(...facts.map(({ definition }) => definition.difficulty))
}

function roughGain(candidate: Candidate): number {
  const share = ({ missing, weight }: OpenPolicy) => (weight * candidate.facts.length) / missing.length
  return candidate.policies.reduce((sum, policy) => sum + share(policy), 0) / effortOf(candidate)
}

/** Tries likely answers and sums what each would settle. */
function expectedGain(candidate: Candidate, assessor: Assessor, request: QuestionRequest): number {
  const answers = answersTo(candidate)
  return answers.reduce((sum, { patch, chance }) => {
    const known = assessor.know({ ...request.profile, ...patch }, request.asOf)
    return sum + chance * candidate.policies.reduce((gain, policy) => gain + gainOf(policy, known, assessor), 0)
  }, 0)
}

function gainOf({ prepared, missing, weight }: OpenPolicy, known: KnownFacts, assessor: Assessor): number {
  const left = assessor.missing(prepared, known).length
  return weight * (left === 0 ? 1 : (progress * Math.max(0, missing.length - left)) / missing.length)
}

function answersTo({ facts, policies }: Candidate): { patch: CompanyProfile; chance: number }[] {
  const [fact] = facts
  if (!fact) return []
  if (fact.definition.group) {
    const all = (value: boolean) => Object.fromEntries(facts.map(({ key }) => [key, { value }]))
    return [
      { patch: all(false), chance: 1 - recordIsBad },
      { patch: all(true), chance: recordIsBad },
    ]
  }
  const values = likelyValues(fact, policies)
  return values.map((value) => ({ patch: { [fact.key]: value }, chance: 1 / values.length }))
}

/** One value on each side of every bound that a rule sets; every choice; a few industries far apart. */
function likelyValues(fact: CompiledFact, policies: readonly OpenPolicy[]): FactValue[] {
  const { definition, options } = fact
  if (definition.type === 'industry') return ['C39', 'F52', 'H62', 'I65', 'L72'].map((value) => ({ value }))
  if (definition.type === 'boolean') return [{ value: true }, { value: false }]
  if (definition.type === 'choice') return options.map((value) => ({ value }))
  const bounds = boundsOfFact(
    fact,
    policies.flatMap(({ prepared }) => prepared.rule ?? []),
  )
  const cuts = bounds.map(({ value }) => value)
  const [first, last] = [cuts[0], cuts.at(-1)]
  if (first === undefined || last === undefined)
    return definition.type === 'date' ? recentDates : [{ value: 10 }, { value: 1_000_000 }]
  if (definition.type === 'date') return recentDates
  const between = cuts.slice(1).map((cut, place) => (cut + (cuts[place] ?? cut)) / 2)
  return [first / 2, ...between, last * 2].map((value) => ({ value }))
}

const recentDates: FactValue[] = ['2010-06-01', '2019-06-01', '2023-06-01', '2025-06-01'].map((value) => ({ value }))

function questionOf({ facts, policies }: Candidate, definitions: FactCatalogue, locale: Locale): FactQuestion | null {
  const [fact] = facts
  if (!fact?.definition.question) return null
  const group = facts.length > 1 ? definitions.groups[fact.definition.group ?? ''] : undefined
  const rules = policies.flatMap(({ prepared }) => prepared.rule ?? [])
  return {
    facts: facts.map(({ key }) => key),
    text: localized(group?.question ?? fact.definition.question, locale),
    replies: repliesFor(facts, rules, locale),
  }
}
