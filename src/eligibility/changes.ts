import { z } from 'zod'
import type { IsoDate, Policy } from '../policy/index.ts'
import type { Assessor } from './assessor.ts'
import { changesOfPolicy, PolicyChange } from './policy-changes.ts'
import { type FirmView, VerdictChange, verdictChange } from './verdict-changes.ts'

/** What changed after the first day of a span, up to and on its last day, in the order of the dates. */
export const Changes = z.object({ policies: z.array(PolicyChange), verdicts: z.array(VerdictChange) })
export type Changes = z.infer<typeof Changes>

/** What changed in the policies between two days and, for a firm, in its verdicts. */
export function changesBetween(
  assessor: Assessor,
  policies: readonly Policy[],
  from: IsoDate,
  until: IsoDate,
  firm?: FirmView,
): Changes {
  const span = { from, until }
  const changes = policies.flatMap((policy) => changesOfPolicy(policy, span)).sort(byDate)
  const judged = firm ? policies.filter(({ rule }) => rule !== null) : []
  const verdicts = judged.flatMap((policy) => (firm && verdictChange(assessor, policy, span, firm, changes)) ?? [])
  return { policies: changes, verdicts: verdicts.sort(byDate) }
}

type Dated = { readonly date: IsoDate; readonly policyId: string }

function byDate(a: Dated, b: Dated): number {
  const [one, other] = [`${a.date} ${a.policyId}`, `${b.date} ${b.policyId}`]
  return one < other ? -1 : one > other ? 1 : 0
}
