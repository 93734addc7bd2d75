import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { matching, startMatching, wish } from '../../state/matching.ts'
import { wording } from '../../wording/index.ts'
import { ListColumns } from './list-columns.tsx'
import { fileFault, ListFileField, noFileFault } from './list-file-field.tsx'
import { PolicyField } from './policy-field.tsx'

/** Whether the form stands here again because the matching behind it ended without a result. */
const hasBegun = signal(false)

/** Which list, for which policy, as of when. */
export function MatchingForm({ isOver }: { readonly isOver: boolean }) {
  const words = wording.value.matching
  const start = useFocusOnReturn()
  return (
    <form class="matching-form" onSubmit={submit} noValidate>
      <p class="company-intro">{words.intro}</p>
      <ListFileField isOver={isOver} />
      <ListColumns />
      <PolicyField />
      <label class="fact-question-label" for="matching-as-of">
        {words.asOf}
      </label>
      <div class="fact-field">
        <input
          id="matching-as-of"
          type="date"
          value={wish.value.asOf}
          onInput={({ currentTarget }) => {
            wish.value = { ...wish.value, asOf: currentTarget.value }
          }}
        />
      </div>
      <Ending />
      <button type="submit" class="primary start-matching" ref={start}>
        {words.start}
      </button>
    </form>
  )
}

/** Why there is no result of the last attempt. */
function Ending() {
  const current = matching.value
  return (
    <>
      <p class="fact-problem" role="alert">
        {current.status === 'failed' && current.message}
      </p>
      {current.status === 'stopped' && <p class="company-note">{wording.value.matching.stopped}</p>}
    </>
  )
}

/** The button that stopped has gone: the focus comes back to the one that starts. */
function useFocusOnReturn() {
  const start = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (hasBegun.peek()) start.current?.focus()
    hasBegun.value = false
  }, [])
  return start
}

function submit(event: SubmitEvent): void {
  event.preventDefault()
  const { file } = wish.value
  if (file === null) {
    if (fileFault.value === '') fileFault.value = noFileFault()
    document.getElementById('list-file')?.focus()
    return
  }
  hasBegun.value = true
  void startMatching(file)
}
