import type { Answer, Citation, Sentence } from '../../src/answering/index.ts'
import type { TurnCase } from './case.ts'
import { citationProblems } from './check-citations.ts'
import { statesFigure } from './text-figures.ts'

export const checkNames = [
  'status',
  'reason',
  'source',
  'list',
  'anchor',
  'figures',
  'forbiddenFigures',
  'forbiddenPolicies',
  'notice',
  'citations',
] as const
export type CheckName = (typeof checkNames)[number]

/** From 0 (wrong) to 1 (right); null where the case expects nothing of the kind. */
export type Checks = Readonly<Record<CheckName, number | null>>

export interface TurnScore {
  readonly checks: Checks
  readonly passed: boolean
  /** What was expected and not found, for the list of failures. */
  readonly problems: readonly string[]
}

const noticePatterns: Readonly<Record<string, string>> = {
  draft: '草案|draft',
  superseded:
    '取代|废止|失效|停止|旧|历史|已过|过期|到期|截止|结束|不再|修订|不能当作|仅限|只限|superseded|repealed|expired|ended|no longer',
  unknown: '未查到|没有?查到|查不到|没有见到|未见|不清楚|未确认|没有公布|not found|not known|unknown|could not find',
}
const notApplying =
  /旧|废止|失效|停止|取代|不再|草案|历史|过期|到期|已过|结束|只限|仅限|只用于|不适用|不能当作|曾|此前|以前|未确认|待核|superseded|expired|draft|former|no longer/i

/** Checks one answer against its case; a missing answer fails everything that was expected. */
export function scoreTurn(expected: TurnCase, answer: Answer | null, corpus: ReadonlyMap<string, string>): TurnScore {
  if (!answer) return failedTurn(expected)
  const cited = new Set(answer.citations.map(({ policyId }) => policyId))
  const citations = citationProblems(answer, corpus)
  const checks: Checks = {
    status: Number(expected.expectedStatus.includes(answer.status)),
    reason: check(expected.expectedReason, (reasons) => reasons.includes(answer.reason ?? '')),
    source: check(expected.expectedPolicies, (ids) => ids.some((id) => cited.has(id))),
    list: share(expected.expectedAllPolicies, (id) => cited.has(id)),
    anchor: check(expected.expectedAnchors, (anchors) => anchors.some((anchor) => citesAnchor(answer, anchor))),
    figures: check(expected.expectedFigures, (figures) => figures.every((figure) => isStated(answer, figure))),
    forbiddenFigures: check(expected.forbiddenFigures, (figures) =>
      figures.every((figure) => !isStatedAsApplying(answer, figure)),
    ),
    forbiddenPolicies: check(expected.forbiddenPolicies, (ids) => ids.every((id) => !cited.has(id))),
    notice: check(expected.expectedNotice, (notices) => notices.every((notice) => isNoticed(answer, notice))),
    citations: Number(citations.length === 0),
  }
  const failed = checkNames.filter((name) => checks[name] !== null && checks[name] < 1)
  return { checks, passed: failed.length === 0, problems: [...failed, ...citations] }
}

function failedTurn(expected: TurnCase): TurnScore {
  const zero = (value: unknown) => (value === undefined ? null : 0)
  return {
    checks: {
      status: 0,
      reason: zero(expected.expectedReason),
      source: zero(expected.expectedPolicies),
      list: zero(expected.expectedAllPolicies),
      anchor: zero(expected.expectedAnchors),
      figures: zero(expected.expectedFigures),
      forbiddenFigures: null,
      forbiddenPolicies: null,
      notice: zero(expected.expectedNotice),
      citations: null,
    },
    passed: false,
    problems: ['no answer'],
  }
}

function check<T>(expected: T | undefined, holds: (expected: T) => boolean): number | null {
  return expected === undefined ? null : Number(holds(expected))
}

function share<T>(expected: readonly T[] | undefined, holds: (item: T) => boolean): number | null {
  return expected === undefined ? null : expected.filter(holds).length / expected.length
}

function citesAnchor(answer: Answer, reference: string): boolean {
  return answer.citations.some(({ policyId, anchor }) => `${policyId}#${anchor}` === reference)
}

function isStated(answer: Answer, figure: string): boolean {
  return answer.sentences.some(({ text }) => statesFigure(text, figure))
}

/** A wrong figure is harmless in a sentence that says it no longer applies, or that dates it to another year. */
function isStatedAsApplying(answer: Answer, figure: string): boolean {
  const byId = new Map(answer.citations.map((citation) => [citation.id, citation]))
  return answer.sentences.some((sentence) => statesFigure(sentence.text, figure) && !isMarked(sentence, answer, byId))
}

function isMarked(
  { text, heading, citations }: Sentence,
  answer: Answer,
  byId: ReadonlyMap<string, Citation>,
): boolean {
  const year = answer.asOf.slice(0, 4)
  const otherYears = [...text.matchAll(/(?:19|20)\d\d(?=年)/g)].some(([own]) => own !== year)
  const restsOnOldText = citations.every(
    (id) => !['in-force', 'unverified'].includes(byId.get(id)?.status ?? 'in-force'),
  )
  return otherYears || notApplying.test(`${heading ?? ''}${text}`) || (restsOnOldText && notApplying.test(answer.text))
}

function isNoticed(answer: Answer, notice: string): boolean {
  return new RegExp(noticePatterns[notice] ?? notice, 'i').test(answer.text)
}
