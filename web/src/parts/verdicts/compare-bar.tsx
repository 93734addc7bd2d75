import { comparedCount, resetCompared } from '../../state/comparison.ts'
import type { JudgedList } from '../../state/judged-list.ts'
import { openPanel } from '../../state/panels.ts'
import { fill, wording } from '../../wording/index.ts'

/** Stays in sight while policies are being chosen. */
export function CompareBar({ turn }: { readonly turn: JudgedList }) {
  const words = wording.value.comparison
  const count = comparedCount(turn.key)
  if (count === 0) return null
  return (
    <div class="compare-bar">
      <p role="status">{count === 1 ? words.barOne : fill(words.bar, { count })}</p>
      <button type="button" class="quiet" onClick={resetCompared}>
        {words.reset}
      </button>
      {count > 1 && (
        <button
          type="button"
          class="primary"
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => {
            openPanel.value = { kind: 'comparison', opener: currentTarget }
          }}
        >
          {words.open}
        </button>
      )}
    </div>
  )
}
