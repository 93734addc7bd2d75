import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { fillInput } from '../parts/composer.tsx'
import { ask, isAnswering, isRestoring } from '../state/conversation.ts'

export const isOpen = signal(false)
export const panel = createRef<HTMLDialogElement>()

let opener: Element | null = null

/** Opens the chat; a question is asked, or waits in the box while another is being answered. */
export function openPanel(root: ShadowRoot, question = ''): void {
  if (!isOpen.value) opener = root.activeElement ?? document.activeElement
  isOpen.value = true
  if (question.trim() === '') return
  if (isAnswering.value || isRestoring.value) fillInput(question)
  else void ask(question)
}

export function closePanel(): void {
  panel.current?.close()
}

/** Follows the dialog, which the browser can close too. */
export function afterClose(): void {
  isOpen.value = false
  if (opener instanceof HTMLElement) opener.focus()
  opener = null
}
