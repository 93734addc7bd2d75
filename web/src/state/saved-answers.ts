import { signal } from '@preact/signals'
import type { Answer, Verdict } from '../contract.ts'
import { keepJson, recallJson } from './kept-json.ts'

const storageKey = 'policy-navigator.answers'
const lists = ['sentences', 'citations', 'notices', 'verdicts'] as const

/** An answer that the reader kept on this device; it never leaves it, and can be read without a network. */
export interface SavedAnswer extends Pick<Answer, 'id' | 'asOf' | 'sentences' | 'citations' | 'notices'> {
  readonly question: string
  readonly verdicts: readonly { readonly title: string; readonly verdict: Verdict }[]
}

/** The newest first. */
export const savedAnswers = signal<readonly SavedAnswer[]>(recall())

addEventListener('storage', ({ key }) => {
  if (key === storageKey || key === null) savedAnswers.value = recall()
})

/** Keeps an answer and says whether the browser allowed it. */
export function saveAnswer(question: string, answer: Answer): boolean {
  const { id, asOf, sentences, citations, notices } = answer
  const verdicts = answer.verdicts.map(({ title, verdict }) => ({ title, verdict }))
  return keep([{ id, question, asOf, sentences, citations, notices, verdicts }, ...others(id)])
}

export function removeAnswer(id: string): void {
  keep(others(id))
}

export function isSavedAnswer(id: string): boolean {
  return savedAnswers.value.some((saved) => saved.id === id)
}

/** Read anew: another tab may have changed them since. */
function others(id: string): SavedAnswer[] {
  return recall().filter((saved) => saved.id !== id)
}

function keep(answers: readonly SavedAnswer[]): boolean {
  const isKept = keepJson(storageKey, answers)
  if (isKept) savedAnswers.value = answers
  return isKept
}

function recall(): SavedAnswer[] {
  const answers = recallJson(storageKey)
  return Array.isArray(answers) ? answers.filter(isWhole) : []
}

/** Another version of the page may have written it, or a reader with tools. */
function isWhole(answer: unknown): answer is SavedAnswer {
  if (typeof answer !== 'object' || answer === null) return false
  const fields: Record<string, unknown> = { ...answer }
  const areTexts = ['id', 'question', 'asOf'].every((name) => typeof fields[name] === 'string')
  return areTexts && lists.every((name) => Array.isArray(fields[name]))
}
