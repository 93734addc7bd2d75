import type { IsoDate, Policy } from '../../policy/index.ts'
import { type Ask, type ListRequest, type Mention, matchForm, nothingAsked, type Reading } from '../../reading/index.ts'
import { chooseVersion } from '../choose-version.ts'
import type { Context } from '../context.ts'
import type { Corpus } from '../corpus.ts'
import { fieldsPlan, type Plan, searchPlan, type Target, targetOf } from '../plan.ts'
import { withoutOwnTitles } from './own-titles.ts'
import { type FirmState, routeFirm } from './route-firm.ts'
import { bestOf, type RouteParts, routeList, routeMatch } from './route-list.ts'

/** 「那正好10万怎么办」 */
const opensWithReference = /^(?:那|它|这|其|如果|要是|换成|还有|另外|and\b|what about|how about)/i
/** Policies that one answer can go into without losing its reader. */
const mostTargets = 3

type FirmParts = Omit<FirmState, 'policiesBefore'>

/** Decides what kind of answer the question gets. */
export function route(read: Reading, context: Context, company: FirmParts, asOf: IsoDate, parts: RouteParts): Plan {
  const reading = withoutOwnTitles(read, company, parts)
  const { intent } = reading
  // A reply that was offered is no wish: 「近三年有偷漏税」.
  if (intent.kind === 'unsafe' && !company.isReply) return { kind: 'decline', status: 'refused', reason: intent.reason }
  if (intent.kind === 'out-of-scope' && !speaksOfFirm(reading, company))
    return { kind: 'decline', status: 'out-of-scope', reason: intent.reason }
  if (intent.kind === 'small-talk' && company.told.length === 0) return { kind: 'small-talk', subject: intent.subject }
  const targets = targetsOf(reading, context, asOf, parts)
  const policiesBefore = context.judged.length > 0 ? context.judged : shortList(context.policies)
  const ofFirm = routeFirm(reading, targets, { ...company, policiesBefore }, asOf)
  if (ofFirm) return ofFirm
  if (intent.kind === 'list' && isOfHolders(reading, parts)) return routeList(intent.request, reading, asOf, parts)
  if (intent.kind === 'match') return routeMatch(reading, asOf, parts)

  if (asksForOverview(reading)) return routeList(reading.overview, reading, asOf, parts)
  const asks = asksOf(reading, context)
  const [first] = targets
  if (intent.kind === 'compare') {
    const compared = intent.isOfVersions || targets.length === 1 ? versionsOf(targets, asOf, parts.corpus) : targets
    if (compared.length > 1) return { kind: 'compare', targets: compared, asks }
  }
  if (intent.kind === 'unlock' && first) return routeUnlock(first, reading, asOf, parts)
  if (first) return fieldsPlan(targets.slice(0, mostTargets), asks, reading)
  if (reading.terms.length > 0) return searchPlan(reading)
  if (reading.overview) return routeList(reading.overview, reading, asOf, parts)
  const asksSomething = reading.isAboutPolicy || reading.asks.some(({ topics }) => topics.length > 0)
  return asksSomething ? { kind: 'which-policy', options: context.policies } : searchPlan(reading)
}

/** A firm from elsewhere may ask what applies to it, and tell private things beside; a bare place is no firm. */
function speaksOfFirm({ mentions }: Reading, { told, isReply, judgedBefore }: FirmParts): boolean {
  return (
    isReply ||
    told.length > 1 ||
    (told.length === 1 && (mentions.length > 0 || judgedBefore !== 'none' || !told.includes('registeredPlace')))
  )
}

/** The policies an answer was about, where it was about few. */
function shortList(policies: readonly Policy[]): readonly Policy[] {
  return policies.length <= mostTargets ? policies : []
}

/** 「科技型中小企业有哪些贷款」 asks what holders get; with the name of a product it asks of that product. */
function isOfHolders({ mentions }: Reading, { corpus }: RouteParts): boolean {
  return mentions.every(({ policyIds }) => policyIds.every((id) => corpus.find(id)?.kind === 'qualification'))
}

/** 「那贷款方面呢」: a kind of policy and nothing else. */
function asksForOverview(reading: Reading): reading is Reading & { readonly overview: ListRequest } {
  const isBare =
    reading.asks.every(({ topics }) => topics.length === 0) && reading.terms.every(({ isGeneric }) => isGeneric)
  return reading.intent.kind === 'question' && reading.mentions.length === 0 && reading.overview !== null && isBare
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
  return versions.map((policy) => targetOf(policy, asOf))
}

/** The policies of the answer before, where this question goes on about them. */
function followUp(reading: Reading, context: Context, { relevance }: RouteParts): Policy[] {
  if (context.policies.length === 0) return []
  const chosen = enumerated(reading.ordinal, context)
  if (chosen) return [chosen]
  if (reading.intent.kind === 'compare') return context.policies.slice(0, 2)
  const terms = reading.asks.flatMap((ask) => ask.terms)
  const hasTopic = reading.asks.some(({ topics }) => topics.length > 0)
  const isAbout = (policy: Policy) => policy.clauses.some((clause) => relevance.of(terms, clause.text) >= 0.6)
  if (context.policies.length > mostTargets && context.named.length === 0)
    return terms.length > 0 ? context.policies.filter(isAbout).slice(0, 1) : []
  const before = context.policies.length > mostTargets ? context.named : context.policies
  const isShort = hasTopic && matchForm(reading.text).length <= 8
  const goesOn = terms.length === 0 || isShort || opensWithReference.test(reading.text) || before.some(isAbout)
  return goesOn ? [...before] : []
}

/** 「第二个」 of the latest answer that has so many. */
function enumerated(ordinal: number | null, { enumerations }: Context): Policy | undefined {
  return ordinal === null ? undefined : enumerations.find(({ length }) => length >= ordinal)?.[ordinal - 1]
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
  if (opened.length === 0)
    return fieldsPlan([target], [{ ...nothingAsked, topics: ['amount'], isImplied: false, terms }], reading)
  return { kind: 'unlock', target, opened: fitting.length > 0 ? fitting : opened }
}
