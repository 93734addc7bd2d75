import { useState } from 'preact/hooks'
import type { FeedbackRequest } from '../contract.ts'
import { sendFeedback } from '../server/server.ts'
import { wording } from '../wording/index.ts'
import { FeedbackForm } from './feedback-form.tsx'
import { Icon } from './icon.tsx'

type Ids = Pick<FeedbackRequest, 'conversationId' | 'answerId'>
export type Opinion = Omit<FeedbackRequest, keyof Ids>

/** Thumbs up or down; a thumb down asks why. */
export function Feedback({ conversationId, answerId }: Ids) {
  const [rating, setRating] = useState<FeedbackRequest['rating'] | null>(null)
  const [outcome, setOutcome] = useState<'thanks' | 'failed' | null>(null)
  const words = wording.value.feedback

  const send = async (opinion: Opinion) => {
    const isSent = await trySend({ conversationId, answerId, ...opinion })
    setRating(isSent ? opinion.rating : null)
    setOutcome(isSent ? 'thanks' : 'failed')
  }
  const askWhy = () => {
    setRating('down')
    setOutcome(null)
  }

  return (
    <>
      <fieldset class="thumbs" aria-label={words.label}>
        <Thumb name="up" isPressed={rating === 'up'} onClick={() => send({ rating: 'up' })} />
        <Thumb name="down" isPressed={rating === 'down'} onClick={askWhy} />
      </fieldset>
      <p class="feedback-outcome" role="status">
        {outcome !== null && words[outcome]}
      </p>
      {rating === 'down' && outcome === null && <FeedbackForm onSend={send} onCancel={() => setRating(null)} />}
    </>
  )
}

interface ThumbProps {
  readonly name: FeedbackRequest['rating']
  readonly isPressed: boolean
  readonly onClick: () => void
}

function Thumb({ name, isPressed, onClick }: ThumbProps) {
  return (
    <button type="button" class="quiet" aria-pressed={isPressed} onClick={onClick}>
      <Icon name={name} />
      {wording.value.feedback[name]}
    </button>
  )
}

async function trySend(feedback: FeedbackRequest): Promise<boolean> {
  try {
    await sendFeedback(feedback)
    return true
  } catch {
    // The reader is told, and can press again.
    return false
  }
}
