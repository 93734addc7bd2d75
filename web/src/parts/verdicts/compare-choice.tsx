import type { Assessment } from '../../contract.ts'
import { comparedCount, isCompared, mostCompared, toggleCompared } from '../../state/comparison.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { fill, wording } from '../../wording/index.ts'

interface Props {
  readonly assessment: Assessment
  readonly turn: JudgedList
}

/** Puts a policy beside others, as long as there is room. */
export function CompareChoice({ assessment: { policyId, title }, turn }: Props) {
  const words = wording.value.verdicts
  const isChosen = isCompared(turn.key, policyId)
  const isFull = comparedCount(turn.key) >= mostCompared && !isChosen
  return (
    <label class="choice compare-choice" title={isFull ? words.compareFull : undefined}>
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isFull}
        aria-label={fill(words.compareOne, { title })}
        onChange={() => toggleCompared(turn.key, policyId)}
      />
      {words.compare}
    </label>
  )
}
