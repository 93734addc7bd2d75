import type { StepName } from '../contract.ts'
import { wording } from '../wording/index.ts'

/** What is being done now; it fades in by itself only when the wait is long enough to be noticed. */
export function Progress({ step }: { readonly step: StepName | null }) {
  return (
    <p class="progress" aria-hidden="true">
      <span class="progress-dots">
        <i />
        <i />
        <i />
      </span>
      {wording.value.steps[step ?? 'start']}
    </p>
  )
}
