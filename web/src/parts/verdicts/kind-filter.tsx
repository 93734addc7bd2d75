import type { Assessment } from '../../contract.ts'
import { type KindGroup, kindGroups, ofKindGroup } from '../../state/verdict-groups.ts'
import { wording } from '../../wording/index.ts'

interface Props {
  readonly verdicts: readonly Assessment[]
  readonly chosen: KindGroup
  readonly onChoose: (group: KindGroup) => void
}

/** Loans beside grants: one row to see only one kind, each with its count. */
export function KindFilter({ verdicts, chosen, onChoose }: Props) {
  const { filter, kindGroups: names } = wording.value.verdicts
  const counted = kindGroups
    .map((group) => ({ group, count: ofKindGroup(verdicts, group).length }))
    .filter(({ count }) => count > 0)
  // One kind and "all" would say the same.
  if (counted.length <= 2) return null
  return (
    <fieldset class="kind-filter" aria-label={filter}>
      {counted.map(({ group, count }) => (
        <button key={group} type="button" class="chip" aria-pressed={group === chosen} onClick={() => onChoose(group)}>
          {names[group]} <span class="chip-count">{count}</span>
        </button>
      ))}
    </fieldset>
  )
}
