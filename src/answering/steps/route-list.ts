import { type IsoDate, isApplicable, type Policy, standingOf } from '../../policy/index.ts'
import { exactTerm, type ListRequest, type Reading, type Term } from '../../reading/index.ts'
import type { Corpus } from '../corpus.ts'
import { fieldsPlan, type Plan, searchPlan, targetOf } from '../plan.ts'
import type { Relevance } from '../relevance.ts'

export interface RouteParts {
  readonly corpus: Corpus
  readonly relevance: Relevance
}

/** A policy belongs into a list about something from this share of the words on. */
const speaksOf = 0.7

/** Every policy of the kinds, parts and levels asked for; with further words only those that speak of them. */
export function routeList(
  request: ListRequest,
  reading: Reading,
  asOf: IsoDate,
  { corpus, relevance }: RouteParts,
): Plan {
  const named = reading.mentions.map(({ words }) => exactTerm(words))
  const terms = [...named, ...reading.terms.filter(({ isGeneric }) => !isGeneric)]
  const isAbout = (policy: Policy) => terms.length === 0 || bestOf(policy, terms, relevance) >= speaksOf
  const asked = corpus.policies.filter((policy) => fits(policy, request, terms.length > 0) && isAbout(policy))
  const policies = asked.filter((policy) => isMeant(policy, request.standing, asOf))
  const [only] = policies
  if (!only && request.isNeed && terms.length > 0)
    return routeList(request, { ...reading, mentions: [], terms: [] }, asOf, { corpus, relevance })
  if (!only) return searchPlan(reading)
  if (policies.length === 1 && terms.length > 0) return fieldsPlan([targetOf(only, asOf)], reading.asks, reading)
  const about = [...new Set(terms.map(({ word }) => word))].join('、')
  return {
    kind: 'list',
    policies,
    leftOut: request.standing ? 0 : asked.length - policies.length,
    about: about || null,
    standing: request.standing,
  }
}

/** 「我们做软件的能享受什么」: what speaks of the firm's words; without words it has to be asked. */
export function routeMatch(reading: Reading, asOf: IsoDate, parts: RouteParts): Plan {
  if (reading.terms.every(({ isGeneric }) => isGeneric)) return { kind: 'tell-more' }
  const all = { kinds: [], parts: [], levels: [], categories: [], standing: null, words: [], isNeed: false }
  return routeList(reading.overview ?? all, reading, asOf, parts)
}

/** How well the best of a policy's names, groups and clauses speaks of the terms. */
export function bestOf(policy: Policy, terms: readonly Term[], relevance: Relevance): number {
  const names = [policy.title, policy.categories.join(' ')]
  return Math.max(...[...names, ...policy.clauses.map(({ text }) => text)].map((text) => relevance.of(terms, text)))
}

function fits(policy: Policy, request: ListRequest, isAboutSomething: boolean): boolean {
  const { kinds, parts, levels, categories } = request
  const isOfPart = parts.some((part) => part === policy.part)
  const isOfCategory = categories.some((word) => policy.categories.some((category) => category.includes(word)))
  const isOfKind =
    kinds.includes(policy.kind) ||
    policy.benefits.some(({ type }) => (type === 'interest-subsidy' || type === 'guarantee') && kinds.includes(type)) ||
    (isAboutSomething && kinds.includes('grant'))
  return (
    (levels.length === 0 || levels.includes(policy.level)) &&
    (parts.length === 0 || isOfPart || isOfCategory) &&
    (kinds.length === 0 || isOfKind)
  )
}

function isMeant(policy: Policy, standing: ListRequest['standing'], asOf: IsoDate): boolean {
  const own = standingOf(policy, asOf)
  if (standing === 'draft') return own === 'draft'
  if (standing === 'ended') return own === 'expired' || own === 'superseded' || own === 'historical'
  return isApplicable(own)
}
