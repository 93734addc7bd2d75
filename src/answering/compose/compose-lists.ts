import type { Clause, Policy, Topic } from '../../policy/index.ts'
import { type Ask, exactTerm } from '../../reading/index.ts'
import type { Draft, DraftSentence } from '../draft.ts'
import type { Target } from '../plan.ts'
import { selectClauses } from '../select-clauses.ts'
import { say, sayDate } from '../wording.ts'
import { type ComposeParts, nameOf, quote, sourceNotices, standingNotices, topicHeading, unique } from './parts.ts'

const levels = ['district', 'municipal', 'national'] as const
const comparedTopics = ['definition', 'amount', 'conditions', 'process', 'validity'] as const satisfies Topic[]
/** Clauses of one policy under one topic of a comparison. */
const mostCompared = 6

/** Every policy that was asked for, nearest level first, each with what it is. */
export function composeList(
  plan: {
    readonly policies: readonly Policy[]
    readonly leftOut: number
    readonly about: string | null
    readonly standing: 'ended' | 'draft' | null
  },
  parts: ComposeParts,
): Draft {
  const { asOf, locale } = parts
  const count = String(plan.policies.length)
  const sorted = levels.flatMap((level) => plan.policies.filter((policy) => policy.level === level))
  const sentences = sorted.flatMap((policy) =>
    firstOf(policy, 'definition', say(locale, `level.${policy.level}`), parts),
  )
  const code = plan.standing ? `notice.list-${plan.standing}` : plan.about ? 'notice.list-about' : 'notice.list'
  const lead = { code, values: { count, asOf: sayDate(locale, asOf), about: plan.about ?? '' } }
  return {
    status: 'answered',
    reason: null,
    lead: [lead],
    sentences,
    tail: plan.leftOut > 0 ? [{ code: 'notice.list-left-out', values: { count: String(plan.leftOut) } }] : [],
    nextQuestion: null,
    suggestions: sorted
      .slice(0, 3)
      .map((policy) => ({ code: 'suggest.conditions', values: { name: nameOf(policy, locale) } })),
    completeness: { answered: plan.policies.length, total: plan.policies.length },
  }
}

/** What a qualification opens: its own benefits, then the policies that ask for it. */
export function composeUnlock(target: Target, opened: readonly Policy[], parts: ComposeParts): Draft {
  const { locale } = parts
  const name = nameOf(target.policy, locale)
  const own = parts.corpus.clauses(target.policy, parts.asOf).filter((clause) => clause.topics[0] === 'amount')
  return {
    status: 'answered',
    reason: null,
    lead: [
      ...standingNotices(target, parts),
      { code: 'notice.unlock', values: { title: name, count: String(opened.length) } },
    ],
    sentences: [
      ...own.map((clause) => quote(target.policy, clause, name, parts)),
      ...opened.flatMap((policy) => benefitFor(policy, target.policy, parts)),
    ],
    tail: [],
    nextQuestion: null,
    suggestions: opened
      .slice(0, 3)
      .map((policy) => ({ code: 'suggest.conditions', values: { name: nameOf(policy, locale) } })),
    completeness: { answered: opened.length, total: opened.length },
  }
}

/** The same topics of several policies, one after the other. */
export function composeComparison(targets: readonly Target[], asks: readonly Ask[], parts: ComposeParts): Draft {
  const asked = unique(asks.flatMap((ask) => ask.topics))
  const topics: readonly Topic[] = asked.length > 0 ? asked : comparedTopics
  const chosen = topics.flatMap((topic) =>
    targets.map(({ policy }) => {
      const clauses = comparedClauses(policy, topic, asks, parts)
      return { topic, policy, clauses: clauses.slice(0, mostCompared), isCut: clauses.length > mostCompared }
    }),
  )
  return {
    status: 'answered',
    reason: null,
    lead: [
      ...targets.flatMap((target) => standingNotices(target, parts)),
      { code: 'notice.compare', values: { count: String(targets.length) } },
    ],
    sentences: chosen.flatMap(({ topic, policy, clauses }) =>
      clauses.map((clause) => quote(policy, clause, topicHeading(topic, parts.locale), parts)),
    ),
    tail: [
      ...(chosen.some(({ isCut }) => isCut) ? [{ code: 'notice.compare-cut' }] : []),
      ...chosen.flatMap(({ policy, clauses }) => sourceNotices(policy, clauses)),
    ],
    nextQuestion: null,
    suggestions: targets.map(({ policy }) => ({
      code: 'suggest.process',
      values: { name: nameOf(policy, parts.locale) },
    })),
    completeness: { answered: targets.length, total: targets.length },
  }
}

function comparedClauses(
  policy: Policy,
  topic: Topic,
  asks: readonly Ask[],
  { corpus, asOf, relevance }: ComposeParts,
): Clause[] {
  const clauses = corpus.clauses(policy, asOf)
  const ask = asks.find(({ topics }) => topics.some((own) => own === topic))
  const selected = ask ? selectClauses(clauses, ask, relevance).clauses : ofTopic(clauses, topic)
  return [...selected]
}

/** The clauses of a section; where there is none, those of other sections that answer its topic. */
function ofTopic(clauses: readonly Clause[], topic: Topic): Clause[] {
  const own = clauses.filter((clause) => clause.topics[0] === topic)
  return own.length > 0 ? own : clauses.filter((clause) => clause.topics.includes(topic))
}

/** The amount that a policy gives to holders of a qualification: the clause that names it, else the first. */
function benefitFor(policy: Policy, qualification: Policy, parts: ComposeParts): DraftSentence[] {
  const { corpus, relevance, asOf, locale } = parts
  const names = [qualification.title, ...qualification.aliases].map(exactTerm)
  const amounts = corpus.clauses(policy, asOf).filter(({ topics }) => topics.includes('amount'))
  const clause = amounts.find(({ text }) => names.some((name) => relevance.of([name], text) === 1)) ?? amounts[0]
  return clause
    ? [quote(policy, clause, nameOf(policy, locale), parts)]
    : firstOf(policy, 'definition', nameOf(policy, locale), parts)
}

function firstOf(policy: Policy, topic: Topic, heading: string, parts: ComposeParts): DraftSentence[] {
  const clauses = parts.corpus.clauses(policy, parts.asOf)
  const clause = clauses.find((own) => own.topics.includes(topic)) ?? clauses[0] ?? policy.clauses[0]
  return clause ? [quote(policy, clause, heading, parts)] : []
}
