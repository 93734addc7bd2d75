import { z } from 'zod'
import { IsoDate, isApplicable, type Policy, standingOf } from '../policy/index.ts'
import { nextDay, previousDay } from './calendar.ts'
import { firstDayOf } from './validity.ts'

const happened = { date: IsoDate, policyId: z.string() }

/** What happened to a policy; `date` is the first day on which it is so. */
export const PolicyChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('policy-began'), ...happened }),
  z.object({ kind: z.literal('policy-ended'), ...happened }),
  z.object({ kind: z.literal('policy-superseded'), ...happened, by: z.string() }),
  z.object({ kind: z.literal('clause-began'), ...happened, anchor: z.string() }),
  z.object({ kind: z.literal('clause-ended'), ...happened, anchor: z.string() }),
  z.object({ kind: z.literal('window-opened'), ...happened, anchor: z.string(), name: z.string() }),
  z.object({ kind: z.literal('window-closed'), ...happened, anchor: z.string(), name: z.string() }),
])
export type PolicyChange = z.infer<typeof PolicyChange>

/** A span of days: changes after its first day, up to and on its last. */
export interface Span {
  readonly from: IsoDate
  readonly until: IsoDate
}

/** What happened to a policy in a span, by date; what happens to its parts while it does not apply is left out. */
export function changesOfPolicy(policy: Policy, span: Span): PolicyChange[] {
  const isInSpan = ({ date }: PolicyChange) => date > span.from && date <= span.until
  const changes = [...standingChanges(policy), ...clauseChanges(policy), ...windowChanges(policy)]
  return changes.filter(isInSpan).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function standingChanges(policy: Policy): PolicyChange[] {
  const { id: policyId, supersededBy, effectiveUntil } = policy
  const dates = [firstDayOf(policy), effectiveUntil && nextDay(effectiveUntil)]
  return dates.flatMap((date): PolicyChange[] => {
    if (!date || appliesOn(policy, date) === appliesOn(policy, previousDay(date))) return []
    if (appliesOn(policy, date)) return [{ kind: 'policy-began', date, policyId }]
    return [
      supersededBy
        ? { kind: 'policy-superseded', date, policyId, by: supersededBy }
        : { kind: 'policy-ended', date, policyId },
    ]
  })
}

function clauseChanges(policy: Policy): PolicyChange[] {
  return policy.clauses.flatMap((clause) => {
    const at = { policyId: policy.id, anchor: clause.anchor }
    const { began, ended } = turnsOf(policy, clause)
    return [
      ...began.map((date): PolicyChange => ({ kind: 'clause-began', date, ...at })),
      ...ended.map((date): PolicyChange => ({ kind: 'clause-ended', date, ...at })),
    ]
  })
}

function windowChanges(policy: Policy): PolicyChange[] {
  return policy.windows.flatMap((window) => {
    const at = { policyId: policy.id, anchor: window.clause, name: window.name }
    const { began, ended } = turnsOf(policy, window)
    return [
      ...began.map((date): PolicyChange => ({ kind: 'window-opened', date, ...at })),
      ...ended.map((date): PolicyChange => ({ kind: 'window-closed', date, ...at })),
    ]
  })
}

/** The days on which a part of a policy begins and ends while the policy applies on both sides of the change. */
function turnsOf(policy: Policy, range: { from: IsoDate | null; until: IsoDate | null }) {
  const isTurn = (date: IsoDate) => appliesOn(policy, date) && appliesOn(policy, previousDay(date))
  return {
    began: [range.from].filter((date) => date !== null).filter(isTurn),
    ended: [range.until && nextDay(range.until)].filter((date) => date !== null).filter(isTurn),
  }
}

function appliesOn(policy: Policy, day: IsoDate): boolean {
  return isApplicable(standingOf(policy, day))
}
