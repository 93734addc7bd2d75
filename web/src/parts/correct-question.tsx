import { useEffect, useRef, useState } from 'preact/hooks'
import { correct, isAnswering, turns } from '../state/conversation.ts'
import { lengthOf, longestQuestion } from '../state/question-length.ts'
import type { Turn } from '../state/turn.ts'
import { fill, wording } from '../wording/index.ts'
import { Icon } from './icon.tsx'

/** Lets the reader change a question that was asked and go on from there. */
export function CorrectQuestion({ turn }: { readonly turn: Turn }) {
  const [isOpen, setIsOpen] = useState(false)
  const words = wording.value.correct
  if (isOpen) return <Form turn={turn} onClose={() => setIsOpen(false)} />
  return (
    <button
      type="button"
      class="quiet correct"
      aria-label={fill(words.openFor, { question: turn.question })}
      title={words.open}
      disabled={isAnswering.value}
      onClick={() => setIsOpen(true)}
    >
      <Icon name="edit" />
    </button>
  )
}

function Form({ turn, onClose }: { readonly turn: Turn; readonly onClose: () => void }) {
  const [text, setText] = useState(turn.question)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const words = wording.value.correct
  const later = turns.value.length - 1 - turns.value.indexOf(turn)
  const excess = lengthOf(text) - longestQuestion
  const hintId = `${turn.key}-correct`
  const submit = (event: Event) => {
    event.preventDefault()
    if (text.trim() === '' || excess > 0) return
    onClose()
    correct(turn, text.trim())
  }
  return (
    <form class="correct-form" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <label>
        <span class="visually-hidden">{words.label}</span>
        <textarea
          rows={3}
          value={text}
          aria-describedby={hintId}
          aria-invalid={excess > 0}
          ref={area}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p id={hintId} class={excess > 0 ? 'correct-hint wrong' : 'correct-hint'}>
        {excess > 0 ? fill(words.tooLong, { limit: longestQuestion, excess }) : hintOf(later)}
      </p>
      <div class="correct-buttons">
        <button type="submit" class="primary" disabled={text.trim() === '' || excess > 0}>
          {words.send}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}

function hintOf(later: number): string {
  const words = wording.value.correct
  return later === 0 ? words.hint : fill(words.hintLater, { count: later })
}
