import { hasWords, normaliseText } from '../../reading/index.ts'
import { AskError } from '../ports.ts'

/** Longest message, in characters after trimming. */
export const messageLimit = 500

/** Refuses what cannot be read as a question; returns the message trimmed. */
export function screen(message: string): string {
  const text = message.trim()
  if (text === '') throw new AskError('message-empty', 'the message is empty')
  const length = [...text].length
  if (length > messageLimit)
    throw new AskError('message-too-long', `the message has ${length} characters, at most ${messageLimit}`)
  if (!hasWords(normaliseText(text)))
    throw new AskError('message-without-words', 'the message has no letters or digits')
  return text
}
