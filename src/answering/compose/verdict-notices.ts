import type { Assessment } from '../../eligibility/index.ts'
import type { Locale } from '../answer.ts'
import type { DraftNotice } from '../draft.ts'
import type { Plan } from '../plan.ts'
import type { Judged } from '../steps/assess.ts'
import { say, sayDate } from '../wording.ts'
import { calculated, failures } from './verdict-lines.ts'

/** Beside clauses that answer the question: what the company's own facts say of the policy, and what it would get. */
export function verdictNotices(plan: Plan, { verdicts }: Judged, isTold: boolean, locale: Locale): DraftNotice[] {
  if (plan.kind === 'match' || plan.kind === 'growth') return []
  const isBeside = plan.kind !== 'judge' && isTold
  return [
    ...(isBeside ? verdicts.flatMap((verdict) => verdictNotice(verdict, locale)) : []),
    ...verdicts.flatMap(amounts),
  ]
}

/** The verdict of one policy: what fails, how much is missing, from when it could be. */
export function verdictNotice(assessment: Assessment, locale: Locale): DraftNotice[] {
  const { title, verdict, possibleFrom, missingFacts, openReviews } = assessment
  const why = assessment.findings.flatMap(failures).join(say(locale, 'separator'))
  if (possibleFrom)
    return [{ code: 'notice.judged-later', values: { title, date: sayDate(locale, possibleFrom), why } }]
  if (verdict === 'ineligible') return [{ code: 'notice.judged-ineligible', values: { title, why } }]
  if (verdict === 'eligible')
    return [{ code: 'notice.judged-eligible', values: { title } }, ...notGiven(assessment, locale)]
  const code = missingFacts.length > 0 ? 'notice.judged-undetermined' : 'notice.judged-review'
  return [{ code, values: { title, count: String(missingFacts.length || openReviews.length || 1) } }]
}

/** A company may fit a policy and still not get all of it: a mortgage gets the guarantee, but no interest subsidy. */
function notGiven({ title, benefits }: Assessment, locale: Locale): DraftNotice[] {
  const labels = benefits.filter(({ outcome }) => outcome === 'unmet').map(({ label }) => label)
  if (labels.length === 0) return []
  return [{ code: 'notice.not-given', values: { title, benefits: labels.join(say(locale, 'separator')) } }]
}

function amounts({ verdict, benefits }: Assessment): DraftNotice[] {
  if (verdict === 'ineligible') return []
  return calculated(benefits)
    .filter(({ steps }) => steps.length > 0)
    .map(({ steps }) => ({ code: 'notice.amount', values: { steps: steps.join('\n') } }))
}
