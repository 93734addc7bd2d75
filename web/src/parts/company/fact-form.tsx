import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FactReply, FactValue } from '../../contract.ts'
import { writeFact } from '../../state/company.ts'
import { draftOf, readDraft } from '../../state/fact-draft.ts'
import { wording } from '../../wording/index.ts'
import { FactInput } from './fact-input.tsx'

interface Props {
  readonly fact: FactReply
  readonly value: FactValue | null
  readonly onDone: () => void
}

/** One fact, written by hand. */
export function FactForm({ fact, value, onDone }: Props) {
  const words = wording.value.company
  const [draft, setDraft] = useState(() => draftOf(fact, value))
  const [problem, setProblem] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const problemId = `${fact.key}-problem`
  // Before the next key is pressed: whoever opens a form with Enter goes on typing.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const result = readDraft(fact, draft)
    if ('problem' in result) {
      setProblem(result.problem)
      form.current?.querySelector<HTMLElement>('input, select')?.focus()
      return
    }
    writeFact(fact.key, result.value)
    onDone()
  }

  return (
    <form class="fact-form" ref={form} onSubmit={submit} noValidate>
      <FactInput fact={fact} draft={draft} onChange={setDraft} problemId={problem === '' ? undefined : problemId} />
      <p class="fact-problem" id={problemId} role="alert">
        {problem}
      </p>
      <div class="form-buttons">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" class="quiet" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
