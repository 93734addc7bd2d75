import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { ask, isAnswering, stop } from '../state/conversation.ts'
import { lengthOf, longestQuestion, nearlyLongest } from '../state/question-length.ts'
import { fill, wording } from '../wording/index.ts'
import { Icon } from './icon.tsx'

const inputId = 'question'
const messageId = 'question-message'
const input = createRef<HTMLTextAreaElement>()
const draft = signal('')
const isEmptyRefused = signal(false)

export function focusInput(): void {
  input.current?.focus()
}

/** Puts a text into the box to be changed and sent. */
export function fillInput(text: string): void {
  draft.value = text
  isEmptyRefused.value = false
  focusInput()
}

/** Where questions are written: Enter sends, Shift+Enter begins a line. */
export function Composer() {
  const words = wording.value.composer
  return (
    <footer class="composer">
      <form class="composer-form" onSubmit={submit}>
        <label class="visually-hidden" for={inputId}>
          {words.label}
        </label>
        <div class="composer-box">
          {/* The copy behind the text area makes it as high as its text, without a style of its own. */}
          <div class="grow" data-text={`${draft.value}\n`}>
            <Input />
          </div>
          {isAnswering.value ? <StopButton /> : <SendButton />}
        </div>
        <Message />
      </form>
      <p class="caution">{words.caution}</p>
    </footer>
  )
}

function Input() {
  return (
    <textarea
      id={inputId}
      ref={input}
      rows={1}
      value={draft.value}
      placeholder={wording.value.composer.placeholder}
      enterkeyhint="send"
      autocomplete="off"
      aria-describedby={messageId}
      aria-invalid={isTooLong()}
      onInput={({ currentTarget }) => {
        draft.value = currentTarget.value
        isEmptyRefused.value = false
      }}
      onKeyDown={sendOnEnter}
    />
  )
}

function SendButton() {
  return (
    <button type="submit" class="send" aria-label={wording.value.composer.send}>
      <Icon name="send" />
    </button>
  )
}

// A key of its own: the press that sends must not land on the button that stops.
function StopButton() {
  return (
    <button key="stop" type="button" class="send stop" aria-label={wording.value.composer.stop} onClick={stopAnswer}>
      <Icon name="stop" />
    </button>
  )
}

/** Says how much room is left near the limit, and what to do beyond it. */
function Message() {
  const words = wording.value.composer
  const length = lengthOf(draft.value)
  const values = { limit: longestQuestion, length, excess: length - longestQuestion, count: longestQuestion - length }
  const text = () => {
    if (isEmptyRefused.value) return words.empty
    if (length > longestQuestion) return fill(words.tooLong, values)
    return length >= nearlyLongest ? fill(words.left, values) : ''
  }
  return (
    <p id={messageId} class={isTooLong() ? 'composer-message wrong' : 'composer-message'} aria-live="polite">
      {text()}
    </p>
  )
}

function sendOnEnter(event: KeyboardEvent): void {
  // Enter that accepts a word of an input method is not yet the end of the question; 229 is Safari's way to say so.
  const isComposing = event.isComposing || event.keyCode === 229
  if (event.key === 'Enter' && !event.shiftKey && !isComposing) submit(event)
}

function submit(event: Event): void {
  event.preventDefault()
  const question = draft.value.trim()
  isEmptyRefused.value = question === ''
  if (question === '' || isTooLong()) focusInput()
  else if (!isAnswering.value) {
    draft.value = ''
    void ask(question)
  }
}

function stopAnswer(): void {
  stop()
  focusInput()
}

function isTooLong(): boolean {
  return lengthOf(draft.value) > longestQuestion
}
