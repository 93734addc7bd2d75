import type { IsoDate, Policy, PolicyKind } from '../../policy/index.ts'
import { type ListRequest, matchForm, type Reading } from '../../reading/index.ts'
import type { Plan, Target } from '../plan.ts'
import { targetOf } from '../plan.ts'

/** What is known of the company when a message is routed. */
export interface FirmState {
  /** What this message tells of the company: facts of the catalogue. */
  readonly told: readonly string[]
  /** The message without the words that tell of the company: what it asks besides. */
  readonly rest: Reading
  readonly isUnsure: boolean
  /** Tells something that could not be taken. */
  readonly hasProblem: boolean
  /** One of the answers that were offered. */
  readonly isReply: boolean
  /** Anything is known of the company at all. */
  readonly isKnown: boolean
  /** What the answer before judged: every policy, some, or none. */
  readonly judgedBefore: 'all' | 'some' | 'none'
  readonly policiesBefore: readonly Policy[]
}

/**
 * Whether the company itself is the subject: 「我们42个人，做软件」, 「6个」, 「那高企我们能申请吗」. Null where the
 * message asks something that clauses answer.
 */
export function routeFirm(
  reading: Reading,
  targets: readonly Target[],
  { told, rest, isUnsure, hasProblem, isReply, isKnown, judgedBefore, policiesBefore }: FirmState,
  asOf: IsoDate,
): Plan | null {
  const { intent } = reading
  const ofKind = intent.kind === 'list' ? intent.request : reading.overview
  const focus = focusOf(reading.overview)
  if (intent.kind === 'growth') return { kind: 'growth' }
  if (intent.kind === 'match') return isKnown || hasProblem || isBare(reading) ? { kind: 'match', focus } : null
  if (isKnown && targets.length > 0 && (reading.asksEligibility || asksTheSame(reading)))
    return { kind: 'judge', targets }
  if (isKnown && told.length === 0 && ofKind && asksOfKind(reading, ofKind)) return { kind: 'match', focus }
  const asksWhich = ofKind !== null && targets.length === 0 && (reading.asksEligibility || isBare(rest, ofKind.words))
  if (told.length > 0 && asksWhich) return { kind: 'match', focus }
  if (told.length > 1 && intent.kind === 'list' && rest.mentions.length === 0) return { kind: 'match', focus }
  const goesOn = hasProblem || (judgedBefore !== 'none' && (isUnsure || isReply || saysLittle(reading)))
  if ((told.length === 0 && !goesOn) || (asksClauses(rest) && !isReply)) return null
  const asked = targets.filter(({ policy }) => rest.mentions.some(({ policyIds }) => policyIds.includes(policy.id)))
  if (asked.length > 0 && !isReply) return { kind: 'judge', targets: asked }
  if (judgedBefore !== 'all' && policiesBefore.length > 0)
    return { kind: 'judge', targets: policiesBefore.map((policy) => targetOf(policy, asOf)) }
  return { kind: 'match', focus }
}

/** All kinds that the message names; who wants a loan also wants what secures it and what its interest is paid from. */
function focusOf(named: ListRequest | null): PolicyKind[] {
  const kinds = named?.kinds ?? []
  return kinds.includes('loan') ? [...new Set<PolicyKind>([...kinds, 'guarantee', 'interest-subsidy'])] : [...kinds]
}

/** 「那高企贷呢」 of a known company: another policy, and nothing else. */
function asksTheSame({ mentions, refersBack, asks }: Reading): boolean {
  const asksNothing = asks.every(({ topics, terms }) => topics.length === 0 && terms.length === 0)
  return mentions.length > 0 && refersBack && asksNothing
}

/** 「有没有适合的贷款」 of a known company: which of a kind fit it, not a list of all there are. */
function asksOfKind({ mentions, terms }: Reading, { standing, levels, parts }: ListRequest): boolean {
  const isWhole = standing === null && levels.length === 0 && parts.length === 0
  return mentions.length === 0 && isWhole && terms.filter(({ isGeneric }) => !isGeneric).length <= 1
}

/** Nothing but the wish for what fits, or for a kind by its name: words that narrow it would have to be searched for. */
function isBare({ terms }: Reading, kindNames: readonly string[] = []): boolean {
  return terms.every(({ word, isGeneric }) => isGeneric || kindNames.includes(word))
}

/** A few characters that ask nothing and were not understood: the question before is asked again. */
function saysLittle({ text, mentions, asks, intent }: Reading): boolean {
  const hasTopic = asks.some(({ topics }) => topics.length > 0)
  const hasTerms = asks.some(({ terms }) => terms.length > 0)
  const isShort = matchForm(text).length <= mostUnread
  return intent.kind === 'question' && mentions.length === 0 && !hasTopic && isShort && (!hasTerms || /\d/.test(text))
}

/** Characters of a reply too short to be searched for. */
const mostUnread = 12

function asksClauses({ intent, asks }: Reading): boolean {
  if (intent.kind === 'compare' || intent.kind === 'unlock') return true
  return asks.some(
    ({ topics, isImplied, isYesNo, isHowMuch }) => isYesNo || isHowMuch || (topics.length > 0 && !isImplied),
  )
}
