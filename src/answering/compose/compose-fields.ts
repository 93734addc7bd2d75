import { type Clause, isWithin, type Policy, type Topic } from '../../policy/index.ts'
import type { Ask, Term } from '../../reading/index.ts'
import type { Draft, DraftNotice, DraftSentence } from '../draft.ts'
import type { Target } from '../plan.ts'
import { saysUnknown, selectClauses } from '../select-clauses.ts'
import { say } from '../wording.ts'
import {
  type ComposeParts,
  labelOf,
  nameOf,
  quote,
  sourceNotices,
  standingNotices,
  topicHeading,
  topicSuggestions,
  unique,
  yearNotices,
} from './parts.ts'

/** What an overview shows of each topic, at most. */
const overview: readonly (readonly [Topic, number])[] = [
  ['definition', 2],
  ['amount', 3],
  ['conditions', 3],
  ['process', 1],
  ['deadline', 1],
  ['contact', 1],
]

interface Part {
  readonly clauses: readonly Clause[]
  readonly notices: readonly DraftNotice[]
  readonly outcome: 'known' | 'partly' | 'other-year' | 'unknown'
}

/** Answers what was asked of one policy or of a few, topic by topic. `called`: the policy's name in the question. */
export function composeFields(
  targets: readonly Target[],
  asks: readonly Ask[],
  parts: ComposeParts,
  called?: string,
): Draft {
  const answers = targets.map((target) => composeTarget(target, asks, parts, targets.length > 1))
  const outcomes = answers.flatMap((answer) => answer.outcomes)
  const [first] = targets
  const topics = asks.flatMap((ask) => ask.topics)
  return {
    ...statusOf(outcomes),
    lead: answers.flatMap(({ lead }) => lead),
    sentences: answers.flatMap(({ sentences }) => sentences),
    tail: answers.flatMap(({ tail }) => tail),
    nextQuestion: null,
    suggestions: first ? topicSuggestions(called ?? nameOf(first.policy, parts.locale), topics) : [],
    completeness: { answered: outcomes.filter((outcome) => outcome === 'known').length, total: outcomes.length },
  }
}

function statusOf(outcomes: readonly Part['outcome'][]): Pick<Draft, 'status' | 'reason'> {
  if (outcomes.every((outcome) => outcome === 'known')) return { status: 'answered', reason: null }
  if (outcomes.every((outcome) => outcome === 'unknown')) return { status: 'no-match', reason: 'not-known' }
  return { status: 'partly-answered', reason: outcomes.includes('other-year') ? 'other-year' : 'partly-known' }
}

function composeTarget(target: Target, asks: readonly Ask[], parts: ComposeParts, isOneOfMany: boolean) {
  const { policy } = target
  const answered = asks.map((ask) => composeAsk(policy, ask, parts))
  const isPartlyUnknown = answered.some(({ outcome, notices }) => outcome !== 'known' || notices.length > 0)
  const contact = isPartlyUnknown ? policy.clauses.filter(({ heading }) => heading === '找谁问') : []
  const clauses = unique([...answered.flatMap((part) => part.clauses), ...contact])
  const heading = (clause: Clause) =>
    isOneOfMany || target.standing === 'draft'
      ? labelOf(target, parts.locale)
      : topicHeading(clause.topics[0] ?? 'definition', parts.locale)
  return {
    lead: [...standingNotices(target, parts), ...answered.flatMap(({ notices }) => notices)],
    sentences: [
      ...clauses.map((clause) => quote(policy, clause, heading(clause), parts)),
      ...windowSentences(policy, clauses, parts),
    ],
    tail: sourceNotices(policy, clauses),
    outcomes: answered.map(({ outcome }) => outcome),
  }
}

function composeAsk(policy: Policy, asked: Ask, parts: ComposeParts): Part {
  const clauses = parts.corpus.clauses(policy, parts.asOf)
  const ask = policy.kind === 'qualification' ? askOfQualification(asked) : asked
  const selection = selectClauses(clauses, ask, parts.relevance)
  const notStated = notStatedNotices(policy, ask, selection.unknownTerms, parts)
  if (selection.clauses.length === 0)
    return { clauses: overviewOf(clauses), notices: notStated, outcome: notStated.length === 0 ? 'known' : 'unknown' }
  const unknown = selection.clauses.filter((clause) => saysUnknown(clause, ask))
  const isUnknown = unknown.length === selection.clauses.length
  const organisation = policy.contact.organisation
  const notKnown = isUnknown ? [{ code: 'notice.not-known', values: { organisation } }] : []
  const otherYear = yearNotices(policy, selection.clauses, parts)
  return {
    clauses: selection.clauses,
    notices: [...otherYear, ...notStated, ...notKnown],
    outcome: outcomeOf(isUnknown, otherYear.length > 0, unknown.length > 0 || notStated.length > 0),
  }
}

/** What was asked for and the policy does not speak of. */
function notStatedNotices(
  policy: Policy,
  ask: Ask,
  unknownTerms: readonly Term[],
  { locale }: ComposeParts,
): DraftNotice[] {
  const reported = unknownTerms.filter(({ isReported }) => isReported)
  if (reported.length === 0) return isBesideThePoint(policy, ask, unknownTerms) ? [{ code: 'notice.closest' }] : []
  // Words are compared with 贷款 as 贷, and shown as people write them.
  const terms = reported.map(({ word }) => word.replace(/贷$/, '贷款')).join('、')
  return [{ code: 'notice.not-stated', values: { title: nameOf(policy, locale), terms } }]
}

/** 「小规模转一般纳税人还能转回来吗」: of what is asked the policy has its own name and nothing else. */
function isBesideThePoint({ title, aliases }: Policy, ask: Ask, unknownTerms: readonly Term[]): boolean {
  const names = [title, ...aliases].join(' ')
  const known = ask.terms.filter((term) => !unknownTerms.includes(term) && !term.isGeneric)
  return ask.isYesNo && ask.isImplied && unknownTerms.length > 0 && known.every(({ word }) => names.includes(word))
}

/** 「多少」 of a qualification asks for a threshold. */
function askOfQualification(ask: Ask): Ask {
  return ask.isHowMuch || (ask.isImplied && ask.topics.length > 0) ? { ...ask, topics: ['conditions'] } : ask
}

function outcomeOf(isUnknown: boolean, isOtherYear: boolean, isPartial: boolean): Part['outcome'] {
  if (isUnknown) return 'unknown'
  if (isOtherYear) return 'other-year'
  return isPartial ? 'partly' : 'known'
}

function overviewOf(clauses: readonly Clause[]): Clause[] {
  return overview.flatMap(([topic, most]) => clauses.filter((clause) => clause.topics[0] === topic).slice(0, most))
}

/** Topics for which it matters whether one can apply now. */
const timely = new Set<Topic>(['process', 'materials', 'deadline', 'conditions'])

/** Whether the application windows are open on the day, where the shown clauses bear on applying. */
function windowSentences(policy: Policy, shown: readonly Clause[], parts: ComposeParts): DraftSentence[] {
  const { asOf, locale } = parts
  if (!shown.some((clause) => clause.topics.some((topic) => timely.has(topic)))) return []
  return policy.windows.flatMap((window) => {
    const clause = policy.clauses.find(({ anchor }) => anchor === window.clause)
    if (!clause || (!window.from && !window.until)) return []
    const state = isWithin(window, asOf) ? 'open' : window.from && asOf < window.from ? 'upcoming' : 'closed'
    const text = say(locale, `window.${state}`, { name: window.name })
    return [{ ...quote(policy, clause, topicHeading('deadline', locale), parts), text }]
  })
}
