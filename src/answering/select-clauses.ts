import type { Clause } from '../policy/index.ts'
import type { Ask, Term } from '../reading/index.ts'
import type { Relevance } from './relevance.ts'

/** The clauses of one policy that answer one ask, in the order of the document. */
export interface Selection {
  readonly clauses: readonly Clause[]
  /** Terms that no clause speaks of: what the person asked for and the corpus does not say. */
  readonly unknownTerms: readonly Term[]
  /** Whether anything but 「还不知道」 was found. */
  readonly isKnown: boolean
}

/** At least this share of the terms must be spoken of for a clause to answer by its words. */
const enough = 0.5
/** Clauses nearly as good as the best one are shown with it. */
const nearBest = 0.75

export function selectClauses(clauses: readonly Clause[], ask: Ask, relevance: Relevance): Selection {
  const onTopic = clauses.filter((clause) => ask.topics.some((topic) => clause.topics.includes(topic)))
  const terms = ask.terms.filter((term) => clauses.some((clause) => relevance.covers(term, clause.text)))
  const unknownTerms = ask.terms.filter((term) => !term.isGeneric && !terms.includes(term))
  const byTerms = (candidates: readonly Clause[]) => mostRelevant(candidates, terms, relevance)

  const narrowed = byTerms(onTopic)
  const anywhere = narrowed.length > 0 ? narrowed : byTerms(clauses)
  const chosen = terms.length === 0 || anywhere.length === 0 ? onTopic : anywhere
  return { clauses: chosen, unknownTerms, isKnown: chosen.some((clause) => clause.heading !== '还不知道') }
}

function mostRelevant(clauses: readonly Clause[], terms: readonly Term[], relevance: Relevance): Clause[] {
  const scored = clauses.map((clause) => ({ clause, score: relevance.of(terms, clause.text) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best < enough ? [] : scored.filter(({ score }) => score >= best * nearBest).map(({ clause }) => clause)
}
