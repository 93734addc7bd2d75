import type { FactCatalogue } from '../../eligibility/index.ts'
import type { IndustryReader } from '../industries.ts'
import { addParts } from './add-parts.ts'
import { createProposalChecker } from './check-proposal.ts'
import { combine } from './combine.ts'
import { correctionsIn } from './corrections.ts'
import type { FactProblem, FactReader } from './fact-reading.ts'
import { createFactWords } from './fact-words.ts'
import { alternatives } from './find-words.ts'
import type { Finding, Findings, FoundProblem } from './finding.ts'
import { hasCue, type Message, openMessage } from './message.ts'
import { readAbsences } from './read-absences.ts'
import { createAnswerReader } from './read-answer.ts'
import { readChoices } from './read-choices.ts'
import { readClaims } from './read-claims.ts'
import { readDates } from './read-dates.ts'
import { readEchoes } from './read-echoes.ts'
import { isLoanMeant, readFinancing } from './read-financing.ts'
import { readGrowth } from './read-growth.ts'
import { readHeadcount } from './read-headcount.ts'
import { readIndustry } from './read-industry.ts'
import { readNumbers } from './read-numbers.ts'
import { createPlaceReader } from './read-places.ts'
import { createReplyReader } from './read-reply.ts'
import type { ReadingWords } from './reading-words.ts'
import { relationsOf } from './relations.ts'
import { scopeOf } from './scope.ts'
import { splitFirms } from './split-firms.ts'

export interface FactReaderParts {
  readonly catalogue: FactCatalogue
  readonly words: ReadingWords
  readonly industries: IndustryReader
}

/** Compiles the words of facts once; reading a message then costs well under a millisecond. */
export function createFactReader(parts: FactReaderParts): FactReader {
  const { catalogue, words, industries } = parts
  const factWords = createFactWords(catalogue, words)
  const readReply = createReplyReader(catalogue)
  const find = createFindings(parts)
  const read: FactReader['read'] = (text, context) => {
    const message = openMessage(text, context.asOf, context.asked, factWords)
    const tapped = readReply(text, context.asked)
    const { findings, problems } = tapped.length > 0 ? { findings: tapped, problems: [] } : find(message)
    const { firms, startsAnew } = splitFirms(message, findings, words.firmNames)
    const combined = firms.map((firm) => combine(message, firm, catalogue, industries.shorten))
    const whole = { start: 0, end: message.text.length }
    return {
      firms: combined.map(({ facts }) => facts),
      problems: [...combined.flatMap((one) => one.problems), ...problems.map((one) => shown(one, message))],
      isCorrection: correctionsIn(message).length > 0,
      startsAnew,
      isUnsure: hasCue(message, whole, 'unsure'),
    }
  }
  return { read, check: createProposalChecker({ catalogue, factWords, read }) }
}

function shown({ kind, fact, start, end }: FoundProblem, { spelled }: Message): FactProblem {
  return { kind, fact, evidence: spelled.slice(start, end) }
}

/** Whether money is wanted is read from wishes, not from claims. */
function isNoWish({ fact }: Finding): boolean {
  return fact !== 'needsFinancing'
}

/** All that a message tells, part by part; later parts build on what earlier ones found. */
function createFindings({ catalogue, words, industries }: FactReaderParts): (message: Message) => Findings {
  const relations = relationsOf(catalogue)
  const readPlaces = createPlaceReader(words)
  const readAnswer = createAnswerReader(catalogue, words)
  const fillers = new RegExp(`^(?:${alternatives(words.fillers)}|[:：\\s"“”'-])*$`)
  const claimWords = { fillers, plainFacts: new Set(words.plainFacts), validMonths: words.validMonths }
  return (message) => {
    const scope = scopeOf(message)
    const dates = readDates(message, scope, relations)
    const growth = readGrowth(message, scope, relations, words.multiples)
    const numbers = readNumbers(message, scope, relations, new Set([...dates.used, ...growth.used]))
    const financing = readFinancing(message, scope, numbers.findings)
    const figures = [
      ...dates.findings,
      ...growth.findings,
      ...numbers.findings,
      ...financing,
      ...readHeadcount(message, scope),
    ]
    const others: Finding[] = [
      ...figures,
      ...readAbsences(message, scope, relations, figures),
      ...readPlaces(message, scope),
      ...readChoices(message, scope, isLoanMeant(message, figures), words),
      ...readIndustry(message, industries),
    ]
    const claims = readClaims(message, scope, claimWords, others.length > 0)
    const found = [...others, ...claims.filter(isNoWish), ...readEchoes(message, scope)]
    const answers = readAnswer(message, found, numbers.unnamed)
    return {
      findings: addParts(message, [...found, ...answers.findings], words.parts),
      problems: [...dates.problems, ...numbers.problems, ...answers.problems],
    }
  }
}
