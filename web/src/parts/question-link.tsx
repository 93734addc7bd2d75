import type { ComponentChildren } from 'preact'
import { addressOf } from '../state/route.ts'
import { askOrPrefill, prefilledChat } from './ask-or-prefill.ts'
import { isPlainPress } from './frame/link.tsx'

interface Props {
  readonly question: string
  readonly class?: string
  readonly label?: string
  readonly children: ComponentChildren
}

/** Leads to the chat and asks there; opened in another tab, the question waits in the box. */
export function QuestionLink({ question, class: name, label, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (!isPlainPress(event)) return
    event.preventDefault()
    askOrPrefill(question)
  }
  return (
    <a class={name} aria-label={label} href={addressOf(prefilledChat(question))} onClick={follow}>
      {children}
    </a>
  )
}
