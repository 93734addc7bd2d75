import type { FactCatalogue } from '../../eligibility/index.ts'
import { hasWords, normaliseText } from '../normalise.ts'
import type { CheckedProposal, FactReader, ProposalRefusal } from './fact-reading.ts'
import type { FactWords } from './fact-words.ts'
import { type Clause, hasCue, isWithin, type Message, openMessage, overlap, type Span } from './message.ts'
import { nearlyNamed } from './near-names.ts'
import { type Scope, scopeOf } from './scope.ts'

interface CheckParts {
  readonly catalogue: FactCatalogue
  readonly factWords: FactWords
  readonly read: FactReader['read']
}

/**
 * Reads one fact where a proposal points to. Evidence is widened to whole clauses, so that no border of it can cut off
 * a part of a numeral, a unit, a bound or a denial; of whom and in what mood they speak is judged in the whole message.
 */
export function createProposalChecker({ catalogue, factWords, read }: CheckParts): FactReader['check'] {
  return (text, { fact, evidence }, asOf) => {
    if (!Object.hasOwn(catalogue.facts, fact)) return refused('unknown-fact')
    const message = openMessage(text, asOf, [], factWords)
    const place = placeOf(message, text, normaliseText(evidence))
    if (!place) return refused('not-verbatim')
    const scope = scopeOf(message)
    const clauses = message.clauses.filter((clause) => overlap(clause, place))
    if (!isToldOfOwn(scope, clauses)) return refused('not-own')
    const start = clauses[0]?.start ?? 0
    const words = text.slice(start, clauses.at(-1)?.end)
    const asked = isFigureAlone(message, clauses, factWords) && nearlyNamed(words, catalogue).includes(fact)
    const found = read(words, { asOf, asked: asked ? [fact] : [] }).firms[0]?.[fact]
    const span = found ? spanIn(words, found.evidence, start) : null
    if (!found || !span || !overlap(span, place)) return refused('unread')
    return scope.isOwn(span) ? { status: 'read', read: found } : refused('not-own')
  }
}

function refused(reason: ProposalRefusal): CheckedProposal {
  return { status: 'refused', reason }
}

function spanIn(text: string, words: string, offset: number): Span {
  const start = offset + text.indexOf(words)
  return { start, end: start + words.length }
}

/** The only place of the evidence; a message with stray spaces has other places once they are dropped. */
function placeOf({ text }: Message, given: string, evidence: string): Span | null {
  const start = given.indexOf(evidence)
  if (start < 0 || given.indexOf(evidence, start + 1) >= 0 || text.length !== given.length) return null
  return hasWords(evidence) ? { start, end: start + evidence.length } : null
}

/** Clauses of one sentence, none of them a question, supposed, or of somebody else. */
function isToldOfOwn(scope: Scope, clauses: readonly Clause[]): boolean {
  return clauses.every(
    (clause) =>
      clause.sentence === clauses[0]?.sentence &&
      scope.isOwn(clause) &&
      !scope.isAsked(clause) &&
      !scope.isToBeConfirmed(clause),
  )
}

/** 市场战有率三成: one figure in a clause that names nothing else it could tell, and that is of no other time. */
function isFigureAlone(message: Message, [clause, ...others]: readonly Clause[], { findNeutral }: FactWords): boolean {
  if (!clause || others.length > 0 || findNeutral(clause.text).length > 0) return false
  const figures = message.quantities.filter((one) => isWithin(one, clause))
  const names = message.labels.filter((one) => isWithin(one, clause))
  return (
    figures.length === 1 &&
    names.every(({ value }) => !['number', 'date'].includes(value.definition.type)) &&
    !hasCue(message, clause, 'plans', 'past', 'requirements', 'wishes', 'others', 'parties')
  )
}
