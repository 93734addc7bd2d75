import { ask, isAnswering } from '../state/conversation.ts'
import { lengthOf, longestQuestion } from '../state/question-length.ts'
import { goTo } from '../state/route.ts'

/** The chat with a question in its box. */
export function prefilledChat(question: string): string {
  return `/chat?q=${encodeURIComponent(question)}`
}

/** Asks from another page; a question that cannot be sent now waits in the chat's box, which says why. */
export function askOrPrefill(question: string): void {
  if (isAnswering.value || lengthOf(question) > longestQuestion) goTo(prefilledChat(question))
  else void ask(question)
}
