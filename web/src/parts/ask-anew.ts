import { ask, isAnswering } from '../state/conversation.ts'

/** Asks from a control that stays on the page: it gives up the focus, so that reading goes on at the new question. */
export function askAnew(question: string): void {
  if (isAnswering.value) return
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  void ask(question)
}
