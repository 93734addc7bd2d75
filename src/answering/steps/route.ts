import type { IsoDate, Policy } from '../../policy/index.ts'
import { type Ask, type Mention, matchForm, type Reading, type Term } from '../../reading/index.ts'
import { chooseVersion } from '../choose-version.ts'
import type { Context } from '../context.ts'
import type { Corpus } from '../corpus.ts'
import type { Plan, Target } from '../plan.ts'
import type { Relevance } from '../relevance.ts'

export interface RouteParts {
  readonly corpus: Corpus
  readonly relevance: Relevance
}

/** 「那正好10万怎么办」 */
const opensWithReference = /^(?:那|它|这|其|如果|要是|换成|还有|另外|and\b|what about|how about)/i
/** Policies that one answer can go into without losing its reader. */
const mostTargets = 3

/** Decides what kind of answer the question gets. */
export function route(reading: Reading, context: Context, asOf: IsoDate, parts: RouteParts): Plan {
  const { intent } = reading
  if (intent.kind === 'unsafe') return { kind: 'decline', status: 'refused', reason: intent.reason }
  if (intent.kind === 'out-of-scope') return { kind: 'decline', status: 'out-of-scope', reason: intent.reason }
  if (intent.kind === 'small-talk') return { kind: 'small-talk', subject: intent.subject }
  if (intent.kind === 'list' || intent.kind === 'match') return routeList(reading, asOf, parts)

  const targets = targetsOf(reading, context, asOf, parts)
  const asks = asksOf(reading, context)
  const [first] = targets
  if (intent.kind === 'compare') {
    const compared = intent.isOfVersions || targets.length === 1 ? versionsOf(targets, asOf, parts.corpus) : targets
    if (compared.length > 1) return { kind: 'compare', targets: compared, asks }
  }
  if (intent.kind === 'unlock' && first) return routeUnlock(first, reading, asOf, parts)
  if (first) return fields(targets.slice(0, mostTargets), asks, reading)
  const terms = reading.asks.flatMap((ask) => ask.terms)
  if (terms.length === 0 && (reading.isAboutPolicy || reading.asks.some(({ topics }) => topics.length > 0)))
    return { kind: 'which-policy', options: context.policies }
  return { kind: 'search', query: queryOf(reading), asks: reading.asks, isAboutPolicy: reading.isAboutPolicy }
}

function fields(targets: readonly Target[], asks: readonly Ask[], reading: Reading): Plan {
  const names = reading.mentions.map(({ words }) => words)
  return { kind: 'fields', targets, asks, names, terms: reading.terms, query: queryOf(reading) }
}

function targetsOf(reading: Reading, context: Context, asOf: IsoDate, parts: RouteParts): Target[] {
  const policiesOf = (mention: Mention) => mention.policyIds.flatMap((id) => parts.corpus.find(id) ?? [])
  const named = reading.mentions.map(policiesOf)
  const groups = named.length > 0 ? named : followUp(reading, context, parts).map((policy) => [policy])
  const families = groups.flatMap((group) => byFamily(group, parts.corpus))
  const targets = families.flatMap((family) => chooseVersion(family, reading.years, asOf, parts.corpus) ?? [])
  return targets.filter((target, index) => targets.findIndex(({ policy }) => policy.id === target.policy.id) === index)
}

/** One name may mean a policy of the district, the city and the nation at once; versions of one stay together. */
function byFamily(policies: readonly Policy[], corpus: Corpus): Policy[][] {
  const families = new Map<string, Policy[]>()
  for (const policy of policies) {
    const key = corpus
      .versions(policy)
      .map(({ id }) => id)
      .sort()
      .join()
    families.set(key, [...(families.get(key) ?? []), policy])
  }
  const nearest = ['district', 'municipal', 'national']
  return [...families.values()].sort((a, b) => nearest.indexOf(a[0]?.level ?? '') - nearest.indexOf(b[0]?.level ?? ''))
}

/** One policy named in a comparison is compared with its other versions. */
function versionsOf(targets: readonly Target[], asOf: IsoDate, corpus: Corpus): Target[] {
  const versions = targets.flatMap(({ policy }) => corpus.versions(policy))
  return versions.map((policy) => ({ policy, standing: corpus.standing(policy, asOf), instead: null }))
}

/** The policies of the answer before, where this question goes on about them. */
function followUp(reading: Reading, context: Context, { relevance }: RouteParts): Policy[] {
  if (context.policies.length === 0) return []
  const chosen = reading.ordinal === null ? undefined : context.policies[reading.ordinal - 1]
  if (chosen) return [chosen]
  if (reading.intent.kind === 'compare') return context.policies.slice(0, 2)
  const terms = reading.asks.flatMap((ask) => ask.terms)
  const hasTopic = reading.asks.some(({ topics }) => topics.length > 0)
  const isAbout = (policy: Policy) => policy.clauses.some((clause) => relevance.of(terms, clause.text) >= 0.6)
  if (context.policies.length > mostTargets) return terms.length > 0 ? context.policies.filter(isAbout).slice(0, 1) : []
  const isShort = hasTopic && matchForm(reading.text).length <= 8
  const goesOn =
    terms.length === 0 || isShort || opensWithReference.test(reading.text) || context.policies.some(isAbout)
  return goesOn ? [...context.policies] : []
}

/** 「那小巨人信用贷呢」 asks of another policy what was asked of the one before. */
function asksOf(reading: Reading, context: Context): readonly Ask[] {
  const asksNothing = reading.asks.every(({ topics, terms }) => topics.length === 0 && terms.length === 0)
  return asksNothing && reading.refersBack && context.asks.length > 0 ? context.asks : reading.asks
}

function routeUnlock(target: Target, reading: Reading, asOf: IsoDate, { corpus, relevance }: RouteParts): Plan {
  const opened = corpus.unlockedBy(target.policy, asOf)
  const terms = reading.asks.flatMap((ask) => ask.terms)
  const fitting = opened.filter((policy) => bestOf(policy, terms, relevance) >= 0.6)
  if (opened.length === 0) return fields([target], [{ topics: ['amount'], isImplied: false, terms }], reading)
  return { kind: 'unlock', target, opened: fitting.length > 0 ? fitting : opened }
}

function routeList(reading: Reading, asOf: IsoDate, { corpus, relevance }: RouteParts): Plan {
  const request = reading.intent.kind === 'list' ? reading.intent.request : { kinds: [], parts: [], levels: [] }
  const terms = reading.terms.filter(({ isGeneric }) => !isGeneric)
  const allows = <Value>(wanted: readonly Value[], own: Value | null) =>
    wanted.length === 0 || wanted.some((value) => value === own)
  const fits = (policy: Policy) =>
    allows(request.parts, policy.part) &&
    allows(request.levels, policy.level) &&
    (allows(request.kinds, policy.kind) || (terms.length > 0 && request.kinds.includes('grant')))
  const speaksOf = (policy: Policy) => terms.length === 0 || bestOf(policy, terms, relevance) >= 0.7
  const asked = corpus.policies.filter((policy) => fits(policy) && speaksOf(policy))
  const applicable = new Set(corpus.applicable(asOf))
  const policies = asked.filter((policy) => applicable.has(policy))
  if (policies.length === 0 || (terms.length === 0 && reading.intent.kind === 'match'))
    return terms.length === 0 && reading.intent.kind === 'match'
      ? { kind: 'which-policy', options: [] }
      : { kind: 'search', query: queryOf(reading), asks: reading.asks, isAboutPolicy: true }
  const [only] = policies
  if (only && policies.length === 1 && terms.length > 0)
    return fields([{ policy: only, standing: corpus.standing(only, asOf), instead: null }], reading.asks, reading)
  return {
    kind: 'list',
    policies,
    leftOut: asked.length - policies.length,
    about: terms.map(({ word }) => word).join('、') || null,
  }
}

/** The question with the policies' own words for what it names in everyday ones. */
function queryOf(reading: Reading): string {
  const terms = reading.asks.flatMap((ask) => ask.terms)
  return [reading.text, ...new Set(terms.flatMap(({ alternatives }) => alternatives))].join(' ')
}

/** How well the best of a policy's names, groups and clauses speaks of the terms. */
function bestOf(policy: Policy, terms: readonly Term[], relevance: Relevance): number {
  const names = [policy.title, policy.categories.join(' ')]
  return Math.max(...[...names, ...policy.clauses.map(({ text }) => text)].map((text) => relevance.of(terms, text)))
}
