import { signal } from '@preact/signals'
import { fill, wording } from '../wording/index.ts'
import { turns } from './conversation.ts'
import type { Turn } from './turn.ts'

/** Policies judged for one company: those of an exchange, or those on the page of matches. */
export type JudgedList = Pick<Turn, 'key' | 'verdicts' | 'asOf' | 'company'>

/** What the page of matches holds; null before it was opened. */
export const matchList = signal<JudgedList | null>(null)

export function findJudged(key: string): JudgedList | undefined {
  return matchList.value?.key === key ? matchList.value : turns.value.find((turn) => turn.key === key)
}

/** Each answer of a conversation is a place of its own for a screen reader. */
export function verdictsLabel(turn: Turn): string {
  return fill(wording.value.verdicts.label, { number: turns.value.indexOf(turn) + 1 })
}
