import type { Assessment, Verdict } from '../contract.ts'

export type KindGroup = 'all' | 'money' | 'loans' | 'tax' | 'qualification' | 'service'

export const kindGroups: readonly KindGroup[] = ['all', 'money', 'loans', 'tax', 'qualification', 'service']

const groupOfKind: Readonly<Record<string, KindGroup>> = {
  grant: 'money',
  fund: 'money',
  loan: 'loans',
  guarantee: 'loans',
  'interest-subsidy': 'loans',
  tax: 'tax',
  qualification: 'qualification',
}

export type VerdictGroups = Readonly<Record<Verdict, readonly Assessment[]>>

/** The policies of one kind; every policy belongs to exactly one kind besides `all`. */
export function ofKindGroup(verdicts: readonly Assessment[], group: KindGroup): readonly Assessment[] {
  return group === 'all' ? verdicts : verdicts.filter(({ kind }) => (groupOfKind[kind] ?? 'service') === group)
}

/** Policies by verdict, each group in the order in which the server ranks them. */
export function groupVerdicts(verdicts: readonly Assessment[]): VerdictGroups {
  const of = (wanted: Verdict) => verdicts.filter(({ verdict }) => verdict === wanted)
  return {
    eligible: of('eligible'),
    undetermined: of('undetermined'),
    ineligible: of('ineligible'),
  }
}
