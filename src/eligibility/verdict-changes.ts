import { z } from 'zod'
import { IsoDate, type Locale, type Policy } from '../policy/index.ts'
import { ClauseLink, type Finding, Outcome, Verdict } from './assessment.ts'
import type { Assessor } from './assessor.ts'
import { dateOf, dayNumber, previousDay } from './calendar.ts'
import { leavesOf } from './findings.ts'
import { PolicyChange, type Span } from './policy-changes.ts'
import type { CompanyProfile } from './profile.ts'

/** A condition whose outcome changed, in the words of the later day; null where it does not hold on a day. */
const FindingChange = z.object({
  text: z.string(),
  clause: ClauseLink.nullable(),
  from: Outcome.nullable(),
  to: Outcome.nullable(),
})
type FindingChange = z.infer<typeof FindingChange>

/** A verdict that is another one at the end of a span than at its beginning. */
export const VerdictChange = z.object({
  policyId: z.string(),
  title: z.string(),
  from: Verdict,
  to: Verdict,
  /** A day on which it turned away from what it was; the only one, unless it turned several times. */
  date: IsoDate,
  /** What happened to the policy on that day. */
  changes: z.array(PolicyChange),
  findings: z.array(FindingChange),
})
export type VerdictChange = z.infer<typeof VerdictChange>

/** Whose verdicts are compared. */
export interface FirmView {
  readonly profile: CompanyProfile
  readonly locale: Locale
}

/** How the verdict of one policy changed over a span; null where it did not. */
export function verdictChange(
  assessor: Assessor,
  policy: Policy,
  span: Span,
  { profile, locale }: FirmView,
  changes: readonly PolicyChange[],
): VerdictChange | null {
  const verdictOn = (day: IsoDate) => assessor.decide(assessor.preparedPolicy(policy, day), assessor.know(profile, day))
  const assessOn = (day: IsoDate) => assessor.assessPrepared(assessor.preparedPolicy(policy, day), profile, day, locale)
  const [from, to] = [verdictOn(span.from), verdictOn(span.until)]
  if (from === to) return null
  const date = firstDay(span, (day) => verdictOn(day) !== from)
  const [before, after] = [assessOn(previousDay(date)), assessOn(date)]
  return {
    policyId: policy.id,
    title: after.title,
    from,
    to,
    date,
    changes: changes.filter((change) => change.policyId === policy.id && change.date === date),
    findings: changedFindings(before.findings.flatMap(leavesOf), after.findings.flatMap(leavesOf)),
  }
}

/** By halves: a day on which the claim holds and on the day before does not; it must hold at the end of the span. */
function firstDay({ from, until }: Span, holds: (day: IsoDate) => boolean): IsoDate {
  let [before, after] = [dayNumber(from), dayNumber(until)]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (holds(dateOf(middle))) after = middle
    else before = middle
  }
  return dateOf(after)
}

function changedFindings(before: readonly Finding[], after: readonly Finding[]): FindingChange[] {
  const outcomes = new Map(before.map((finding) => [keyOf(finding), finding]))
  const now = new Map(after.map((finding) => [keyOf(finding), finding]))
  return [...new Set([...outcomes.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [outcomes.get(key), now.get(key)]
    const shown = is ?? was
    if (!shown || was?.outcome === is?.outcome) return []
    return [{ text: shown.text, clause: shown.clause, from: was?.outcome ?? null, to: is?.outcome ?? null }]
  })
}

/** The same condition on another day: its clause and what it is about. */
function keyOf({ kind, clause, fact, text }: Finding): string {
  return [kind, clause?.policyId, clause?.anchor, fact ?? (kind === 'condition' ? '' : text)].join(' ')
}
