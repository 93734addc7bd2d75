import { openPanel } from '../../state/panels.ts'
import { printOnly } from '../../state/print-sheet.ts'
import type { Turn } from '../../state/turn.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

/** What one can do with all verdicts at once: look at what they rest on, and take them along on paper. */
export function VerdictTools({ turn }: { readonly turn: Turn }) {
  const words = wording.value.verdicts
  return (
    <div class="verdict-tools">
      <button
        type="button"
        class="secondary"
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          openPanel.value = { kind: 'company', wanted: [], opener: currentTarget }
        }}
      >
        <Icon name="company" />
        {words.profile}
      </button>
      <button type="button" class="secondary" onClick={() => printOnly({ kind: 'verdicts', turnKey: turn.key })}>
        <Icon name="print" />
        {words.print}
      </button>
    </div>
  )
}
