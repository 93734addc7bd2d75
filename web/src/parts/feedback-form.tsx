import { useEffect, useRef, useState } from 'preact/hooks'
import type { FeedbackRequest } from '../contract.ts'
import { wording } from '../wording/index.ts'
import type { Opinion } from './feedback.tsx'

type Reason = NonNullable<FeedbackRequest['reason']>
const reasons: readonly Reason[] = ['wrong', 'incomplete', 'unclear', 'outdated', 'other']

interface Props {
  readonly onSend: (opinion: Opinion) => void
  readonly onCancel: () => void
}

/** Why an answer did not help: one reason, and words if one has any. */
export function FeedbackForm({ onSend, onCancel }: Props) {
  const [reason, setReason] = useState<Reason>('incomplete')
  const [comment, setComment] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const words = wording.value.feedback
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSend({ rating: 'down', reason, ...(comment.trim() === '' ? {} : { comment: comment.trim() }) })
  }

  return (
    <form class="feedback-form" ref={form} onSubmit={submit}>
      <Reasons chosen={reason} onChoose={setReason} />
      <label class="comment">
        {words.comment}
        <textarea rows={2} maxLength={500} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
      </label>
      <div class="form-buttons">
        <button type="submit" class="primary">
          {words.send}
        </button>
        <button type="button" class="quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

interface ReasonsProps {
  readonly chosen: Reason
  readonly onChoose: (reason: Reason) => void
}

function Reasons({ chosen, onChoose }: ReasonsProps) {
  const words = wording.value.feedback
  return (
    <fieldset>
      <legend>{words.why}</legend>
      {reasons.map((each) => (
        <label key={each} class="choice">
          <input type="radio" name="reason" checked={each === chosen} onChange={() => onChoose(each)} />
          {words.reasons[each]}
        </label>
      ))}
    </fieldset>
  )
}
