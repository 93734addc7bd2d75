import { useState } from 'preact/hooks'
import type { Answer } from '../contract.ts'
import { answerText } from '../state/answer-text.ts'
import { openPanel } from '../state/panels.ts'
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
      <PanelButton kind="share" icon="share" turn={turn} answer={answer} />
      <PanelButton kind="export" icon="download" turn={turn} answer={answer} />
      <SaveButton question={turn.question} answer={answer} />
      <Feedback conversationId={answer.conversationId} answerId={answer.id} />
    </div>
  )
}

interface PanelButtonProps {
  readonly kind: 'share' | 'export'
  readonly icon: 'share' | 'download'
  readonly turn: Turn
  readonly answer: Answer
}

/** Opens a way to pass the answer on. */
function PanelButton({ kind, icon, turn, answer }: PanelButtonProps) {
  return (
    <button
      type="button"
      class="quiet"
      aria-haspopup="dialog"
      onClick={({ currentTarget }) => {
        openPanel.value = { kind, turn, answer, opener: currentTarget }
      }}
    >
      <Icon name={icon} />
      {wording.value.answer[kind]}
    </button>
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
