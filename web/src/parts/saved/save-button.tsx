import { useState } from 'preact/hooks'
import type { Answer } from '../../contract.ts'
import { isSavedAnswer, removeAnswer, saveAnswer } from '../../state/saved-answers.ts'
import { wording } from '../../wording/index.ts'
import { Icon } from '../icon.tsx'

/** Keeps an answer on this device, to be read without a network; pressed again it is no longer kept. */
export function SaveButton({ question, answer }: { readonly question: string; readonly answer: Answer }) {
  const [hasFailed, setHasFailed] = useState(false)
  const words = wording.value.saved
  const isSaved = isSavedAnswer(answer.id)
  const press = () => {
    if (isSaved) removeAnswer(answer.id)
    else setHasFailed(!saveAnswer(question, answer))
  }
  return (
    <>
      <button type="button" class="quiet" aria-pressed={isSaved} onClick={press}>
        <Icon name={isSaved ? 'check' : 'keep'} />
        {isSaved ? words.isSaved : words.save}
      </button>
      <span class="save-failed" role="status">
        {hasFailed && words.failed}
      </span>
    </>
  )
}
