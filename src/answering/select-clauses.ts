import type { Clause } from '../policy/index.ts'
import type { Ask, Term } from '../reading/index.ts'
import type { Relevance } from './relevance.ts'

/** The clauses of one policy that answer one ask, in the order of the document. */
export interface Selection {
  readonly clauses: readonly Clause[]
  /** Terms that no clause speaks of: what the person asked for and the corpus does not say. */
  readonly unknownTerms: readonly Term[]
}

/** At least this share of the terms must be spoken of for a clause to answer by its words. */
const enough = 0.5
/** Clauses nearly as good as the best one are shown with it. */
const nearBest = 0.75
/** What being on the topic adds: as much as a quarter of the words; less where the topic was only implied. */
const topicBonus = 0.25
const impliedBonus = 0.1
/** Score from which a clause surely is what was asked for. */
const complete = 1.2
/** On the topic and as good as any: what is off the topic need not be shown. */
const asGood = 0.95
/** More than one reads at a glance: what is off the topic, even an implied one, can be left out. */
const manyNearest = 6
const mostPerTerm = 2
/** Clauses of a topic that can be read at a glance. */
const shortTopic = 10

export function selectClauses(clauses: readonly Clause[], ask: Ask, relevance: Relevance): Selection {
  const isOnTopic = (clause: Clause) => ask.topics.some((topic) => clause.topics.includes(topic))
  // Where nothing but 「几年」 is asked, what was said before it tells of what: 「亏了300万，能抵几年」.
  const asked = ask.terms.length === 0 && ask.isHowMuch ? ask.context : ask.terms
  const terms = asked.filter((term) => clauses.some((clause) => relevance.covers(term, clause.text)))
  const unknownTerms = ask.terms.filter((term) => !term.isGeneric && !terms.includes(term))
  const bonusOf = (clause: Clause) => {
    if (!isOnTopic(clause) && !(ask.isYesNo && clause.topics.includes('notes'))) return 0
    return ask.isImplied ? impliedBonus : topicBonus
  }
  const scored = clauses
    .map((clause) => ({ clause, score: relevance.of(terms, clause.text), bonus: bonusOf(clause) }))
    .filter(({ score }) => score >= enough)
  const best = Math.max(0, ...scored.map((one) => one.score + one.bonus))
  const mostSpoken = Math.max(0, ...scored.map(({ score }) => score))
  const isHitOnTopic = !ask.isImplied && scored.some((one) => one.bonus > 0 && one.score >= asGood * mostSpoken)
  const near = scored
    .filter((one) => one.bonus > 0 || !isHitOnTopic)
    .filter((one) => one.score + one.bonus >= best * nearBest)
  const isCrowded = near.length > manyNearest && near.some(({ bonus }) => bonus > 0)
  const nearest = near.filter(({ bonus }) => bonus > 0 || !isCrowded).map(({ clause }) => clause)
  const byTerms =
    nearest.length === 0 ? [] : [...nearest, ...forEachTerm(terms, nearest, clauses, isOnTopic, relevance)]
  const selected = chosen(byTerms, clauses.filter(isOnTopic), best, ask)
  const exceptions = forEachTerm(ask.context, selected, clauses, (clause) => clause.topics.includes('notes'), relevance)
  return { clauses: [...new Set([...selected, ...exceptions])], unknownTerms }
}

/** Several things asked at once (营收、主营占比): the best clause for each one that the nearest clauses leave out. */
function forEachTerm(
  terms: readonly Term[],
  nearest: readonly Clause[],
  clauses: readonly Clause[],
  isOnTopic: (clause: Clause) => boolean,
  relevance: Relevance,
): Clause[] {
  const left = terms.filter((term) => !term.isGeneric && !nearest.some((clause) => relevance.covers(term, clause.text)))
  return left.flatMap((term) => {
    const covering = clauses.filter((clause) => relevance.covers(term, clause.text))
    const onTopic = covering.filter(isOnTopic)
    return (onTopic.length > 0 ? onTopic : covering).slice(0, mostPerTerm)
  })
}

/**
 * Clauses that hit every word stand alone; otherwise the rest of a short topic is shown after them: also where they
 * only say that something is not known, or lie off the topic that was named.
 */
function chosen(byTerms: readonly Clause[], onTopic: readonly Clause[], best: number, ask: Ask): Clause[] {
  if (byTerms.length === 0) return [...onTopic]
  const isOffTopic = !ask.isImplied && !byTerms.some((clause) => onTopic.includes(clause))
  const isEnough = best >= complete && !isOffTopic && !byTerms.every((clause) => saysUnknown(clause, ask))
  return isEnough || onTopic.length > shortTopic ? [...byTerms] : [...new Set([...byTerms, ...onTopic])]
}

const unknownWords = /未查到|没有查到|没查到|未见|没有见到|没有列|没有公布|未公布/

/** Whether a clause says that what was asked is not known; whom to ask is known even where the phone is not. */
export function saysUnknown(clause: Clause, ask: Ask): boolean {
  if (clause.heading === '还不知道') return true
  const asksPhone = ask.terms.some(({ word }) => word === '电话' || word === '地址')
  return unknownWords.test(clause.text) && (clause.heading !== '找谁问' || asksPhone)
}
