import { useState } from 'preact/hooks'
import type { Answer } from '../contract.ts'
import { answerText } from '../state/answer-text.ts'
import type { Turn } from '../state/turn.ts'
import { wording } from '../wording/index.ts'
import { copyText } from './copy-text.ts'
import { Feedback } from './feedback.tsx'
import { Icon } from './icon.tsx'
import { SaveButton } from './saved/save-button.tsx'

/** What one can do with a finished answer. */
export function AnswerActions({ turn, answer }: { readonly turn: Turn; readonly answer: Answer }) {
  return (
    <div class="actions">
      <CopyButton turn={turn} />
      <SaveButton question={turn.question} answer={answer} />
      <Feedback conversationId={answer.conversationId} answerId={answer.id} />
    </div>
  )
}

function CopyButton({ turn }: { readonly turn: Turn }) {
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'copyFailed'>('copy')
  const words = wording.value.answer
  const copy = async () => setOutcome((await copyText(answerText(turn, wording.value))) ? 'copied' : 'copyFailed')
  return (
    <>
      <button type="button" class="quiet" onClick={copy} onBlur={() => setOutcome('copy')}>
        <Icon name={outcome === 'copied' ? 'check' : 'copy'} />
        {words[outcome]}
      </button>
      <span class="visually-hidden" role="status">
        {outcome !== 'copy' && words[outcome]}
      </span>
    </>
  )
}
