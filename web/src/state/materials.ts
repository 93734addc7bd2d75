import { signal } from '@preact/signals'
import type { PolicyReply } from '../contract.ts'
import { keepJson, recallJson } from './kept-json.ts'

type Clause = PolicyReply['clauses'][number]

/** What a policy says of the materials: those to prepare, which can be ticked, and what is told besides. */
export interface Materials {
  readonly items: readonly Clause[]
  readonly notes: readonly Clause[]
}

/** The materials that hold on the day of a reply. */
export function materialsOf({ clauses, asOf }: PolicyReply): Materials {
  const about = clauses.filter((clause) => holdsOn(clause, asOf) && clause.topics.includes('materials'))
  return {
    items: about.filter(({ topics }) => topics[0] === 'materials'),
    notes: about.filter(({ topics }) => topics[0] !== 'materials'),
  }
}

function holdsOn({ from, until }: Clause, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

const storageKey = 'policy-navigator.materials'

/** What was ticked, as `policy#anchor`; kept in this browser only. */
export const ticked = signal<readonly string[]>(recall())

export function tick(name: string, isTicked: boolean): void {
  ticked.value = [...ticked.value.filter((each) => each !== name), ...(isTicked ? [name] : [])]
  keepJson(storageKey, ticked.value) // where it is not allowed, ticks last until the page is left
}

function recall(): readonly string[] {
  const kept = recallJson(storageKey)
  return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
}
