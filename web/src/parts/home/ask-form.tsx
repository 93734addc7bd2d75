import { useRef, useState } from 'preact/hooks'
import { wording } from '../../wording/index.ts'
import { askOrPrefill } from '../ask-or-prefill.ts'
import { Icon } from '../icon.tsx'

const inputId = 'home-question'
const messageId = 'home-message'

/** The one input of the home page: its question is answered in the chat. */
export function AskForm() {
  const { label, placeholder, send, empty } = wording.value.composer
  const input = useRef<HTMLInputElement>(null)
  const [isEmptyRefused, setIsEmptyRefused] = useState(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const question = input.current?.value.trim() ?? ''
    setIsEmptyRefused(question === '')
    if (question === '') input.current?.focus()
    else askOrPrefill(question)
  }
  return (
    <form class="home-ask" onSubmit={submit}>
      <label class="visually-hidden" for={inputId}>
        {label}
      </label>
      <div class="composer-box">
        <input
          id={inputId}
          ref={input}
          type="text"
          placeholder={placeholder}
          enterkeyhint="send"
          autocomplete="off"
          aria-describedby={messageId}
          aria-invalid={isEmptyRefused}
          onInput={() => setIsEmptyRefused(false)}
        />
        <button type="submit" class="send" aria-label={send}>
          <Icon name="send" />
        </button>
      </div>
      <p id={messageId} class="composer-message wrong" aria-live="polite">
        {isEmptyRefused && empty}
      </p>
    </form>
  )
}
