import { type Assessment, bestCombination } from '../../src/eligibility/index.ts'
import type { AssessmentsReply, FactQuestionsReply, GrowthPathReply, SizeClassReply } from '../../src/server/api.ts'

const asOf = '2026-11-23'

/** What the routes of a firm tell, beside its verdicts. */
export const firmReplies: Readonly<Record<string, unknown>> = {
  'fact-questions': {
    asOf,
    questions: [
      { facts: ['registeredPlace'], text: '注册地在长宁区、上海别的区，还是外地？', choices: [] },
      { facts: ['employees'], text: '现在一共有多少人（含劳务派遣）？', choices: [] },
    ],
  } satisfies FactQuestionsReply,
  'size-class': {
    possible: ['small', 'micro'],
    text: '按现有信息可能是小型或微型企业',
    missingFacts: ['employees'],
    clause: null,
  } satisfies SizeClassReply,
  'growth-path': { asOf, steps: [], first: null } satisfies GrowthPathReply,
}

/** What a reply to `POST /v1/assessments` says of its list as a whole. */
export function summaryOf(
  assessments: readonly Assessment[],
): Pick<AssessmentsReply, 'total' | 'counts' | 'leftOut' | 'combination'> {
  const count = (wanted: Assessment['verdict']) => assessments.filter(({ verdict }) => verdict === wanted).length
  return {
    total: assessments.length,
    counts: { eligible: count('eligible'), undetermined: count('undetermined'), ineligible: count('ineligible') },
    leftOut: 0,
    combination: bestCombination(assessments, () => undefined),
  }
}
