import type { Finding } from '../../contract.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

const icons = { met: 'check', unmet: 'close', unknown: 'unknown' } as const

interface Props {
  readonly finding: Finding
  readonly isExcluded: boolean
}

/** ✓ ✗ ? of a condition, as a sign and as a word; of what must not be the case only whether it is. */
export function OutcomeTag({ finding, isExcluded }: Props) {
  const { outcome } = finding
  const isNeutral = isExcluded && outcome !== 'unknown'
  return (
    <span class={`outcome outcome-${isNeutral ? 'neutral' : outcome}`}>
      {!isNeutral && <Icon name={icons[outcome]} />}
      {isNeutral ? wording.value.verdicts.exclusions[outcome] : outcomeText(finding)}
    </span>
  )
}

/** What people have to judge or to confirm is not unknown, it waits for them. */
function outcomeText({ outcome, kind }: Finding): string {
  const { verdicts, standings } = wording.value
  if (outcome === 'unknown' && kind === 'review') return verdicts.awaits
  if (outcome === 'unknown' && kind === 'standing') return standings.unverified
  return verdicts.outcomes[outcome]
}
