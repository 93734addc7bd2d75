import { signal } from '@preact/signals'
import type { Turn } from './turn.ts'

/** Exchanges that a corrected question took off the page; the server has them until its answer has come. */
export interface Dropped {
  /** How many exchanges stand before them. */
  readonly from: number
  readonly turns: readonly Turn[]
}

export const dropped = signal<Dropped | null>(null)

/** Takes the exchanges from a place on off the page and returns those that stay. */
export function dropFrom(place: number, turns: readonly Turn[]): readonly Turn[] {
  const before = dropped.value
  if (before === null || place < before.from)
    dropped.value = { from: place, turns: [...turns.slice(place, before?.from), ...(before?.turns ?? [])] }
  return turns.slice(0, place)
}

/** The first answer that the next one replaces; null where it replaces none. */
export function replacedAnswer(): string | null {
  return dropped.value?.turns.find(({ answer }) => answer !== null)?.answer?.id ?? null
}
