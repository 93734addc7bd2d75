import type { Clause } from '../policy/index.ts'
import type { Ask, Term } from '../reading/index.ts'
import type { Relevance } from './relevance.ts'

/** The clauses of one policy that answer one ask, in the order of the document. */
export interface Selection {
  readonly clauses: readonly Clause[]
  /** Terms that no clause speaks of: what the person asked for and the corpus does not say. */
  readonly unknownTerms: readonly Term[]
  /** How well the words of the ask are spoken of by the best clause; 0 without words. */
  readonly support: number
}

/** At least this share of the terms must be spoken of for a clause to answer by its words. */
const enough = 0.5
/** Clauses nearly as good as the best one are shown with it. */
const nearBest = 0.85
/** What being on the topic adds: as much as a quarter of the words; less where the topic was only implied. */
const topicBonus = 0.25
const impliedBonus = 0.1

export function selectClauses(clauses: readonly Clause[], ask: Ask, relevance: Relevance): Selection {
  const isOnTopic = (clause: Clause) => ask.topics.some((topic) => clause.topics.includes(topic))
  const terms = ask.terms.filter((term) => clauses.some((clause) => relevance.covers(term, clause.text)))
  const unknownTerms = ask.terms.filter((term) => !term.isGeneric && !terms.includes(term))
  const bonus = ask.isImplied ? impliedBonus : topicBonus
  const scored = clauses
    .map((clause) => ({ clause, score: relevance.of(terms, clause.text), bonus: isOnTopic(clause) ? bonus : 0 }))
    .filter(({ score }) => score >= enough)
  const best = Math.max(0, ...scored.map((one) => one.score + one.bonus))
  const byTerms = scored.filter((one) => one.score + one.bonus >= best * nearBest).map(({ clause }) => clause)
  return { clauses: byTerms.length > 0 ? byTerms : clauses.filter(isOnTopic), unknownTerms, support: best }
}

/** Whether a clause only says that something is not known. */
export function saysUnknown(clause: Clause): boolean {
  return (
    clause.heading === '还不知道' || /未查到|没有查到|没查到|未见|没有见到|没有列|没有公布|未公布/.test(clause.text)
  )
}
