import type { Finding } from '../../contract.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

const icons = { met: 'check', unmet: 'close', unknown: 'unknown' } as const

/** ✓ ✗ ? of a condition, as a sign and as a word. */
export function OutcomeTag({ outcome, kind }: Pick<Finding, 'outcome' | 'kind'>) {
  return (
    <span class={`outcome outcome-${outcome}`}>
      <Icon name={icons[outcome]} />
      {outcomeText({ outcome, kind })}
    </span>
  )
}

/** What people have to judge or to confirm is not unknown, it waits for them. */
export function outcomeText({ outcome, kind }: Pick<Finding, 'outcome' | 'kind'>): string {
  const { verdicts, standings } = wording.value
  if (outcome === 'unknown' && kind === 'review') return verdicts.awaits
  if (outcome === 'unknown' && kind === 'standing') return standings.unverified
  return verdicts.outcomes[outcome]
}
