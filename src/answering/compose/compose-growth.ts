import type { GrowthStep } from '../../eligibility/index.ts'
import type { Draft, DraftNotice } from '../draft.ts'
import type { Judged } from '../steps/assess.ts'
import { say, sayDate } from '../wording.ts'
import { type ComposeParts, nameOf, quote } from './parts.ts'

/** The qualifications in the order in which they can be obtained: how far the company is, and what each one opens. */
export function composeGrowth(
  { growth }: Judged,
  lead: readonly DraftNotice[],
  isKnown: boolean,
  parts: ComposeParts,
): Draft {
  const steps = growth?.steps ?? []
  const first = steps.find(({ policyId }) => policyId === growth?.first)
  const ahead = steps.filter(({ state }) => state !== 'held').slice(0, mostQuoted)
  return {
    status: isKnown ? 'answered' : 'needs-facts',
    reason: 'growth',
    lead: [
      ...lead,
      ...(first ? [{ code: 'notice.growth-first', values: { title: first.title } }] : []),
      ...steps.map((step, index) => stepNotice(step, index + 1, parts)),
    ],
    sentences: ahead.flatMap(({ policyId, title }) => {
      const policy = parts.corpus.find(policyId)
      const clauses = policy
        ? parts.corpus.clauses(policy, parts.asOf).filter(({ heading }) => heading === '这是什么')
        : []
      return policy ? clauses.slice(0, 1).map((clause) => quote(policy, clause, title, parts)) : []
    }),
    tail: [],
    nextQuestion: null,
    suggestions: ahead.slice(0, 3).flatMap(({ policyId }) => {
      const policy = parts.corpus.find(policyId)
      return policy ? [{ code: 'suggest.conditions', values: { name: nameOf(policy, parts.locale) } }] : []
    }),
    completeness: { answered: steps.length, total: steps.length },
  }
}

/** Steps whose definition is quoted. */
const mostQuoted = 3

function stepNotice(step: GrowthStep, number: number, { locale }: ComposeParts): DraftNotice {
  const { title, state, missingFacts, failed, possibleFrom, unlocks } = step
  const failures = failed.map(({ text }) => text).join(say(locale, 'separator'))
  const values = {
    number: String(number),
    title,
    missing: String(missingFacts.length),
    why: possibleFrom ? `${failures}${say(locale, 'why.later', { date: sayDate(locale, possibleFrom) })}` : failures,
    count: String(unlocks.length),
  }
  return { code: `notice.growth-${state}`, values }
}
