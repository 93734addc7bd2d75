import { signal } from '@preact/signals'
import type { PolicyReply } from '../contract.ts'
import { fetchPolicy } from '../server/firm-server.ts'

type Clause = PolicyReply['clauses'][number]

/** What a policy says of the materials: those to prepare, and what is told besides. */
export interface Materials {
  readonly items: readonly Clause[]
  readonly notes: readonly Clause[]
}

/** By policy; absent before it was asked for. */
export const materials = signal<Readonly<Record<string, Materials | 'loading' | 'failed'>>>({})

export async function loadMaterials(policyId: string): Promise<void> {
  if (typeof materials.value[policyId] === 'object') return
  note(policyId, 'loading')
  try {
    const { clauses, asOf } = await fetchPolicy(policyId)
    note(policyId, materialsOf(clauses.filter((clause) => holdsOn(clause, asOf))))
  } catch {
    note(policyId, 'failed') // the reader is told, and can try again
  }
}

/** Clauses of the section on materials can be ticked; that something is unknown cannot be prepared. */
function materialsOf(clauses: readonly Clause[]): Materials {
  const about = clauses.filter(({ topics }) => topics.includes('materials'))
  return {
    items: about.filter(({ topics }) => topics[0] === 'materials'),
    notes: about.filter(({ topics }) => topics[0] !== 'materials'),
  }
}

function holdsOn({ from, until }: Clause, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

function note(policyId: string, state: Materials | 'loading' | 'failed'): void {
  materials.value = { ...materials.value, [policyId]: state }
}

const storageKey = 'policy-navigator.materials'

/** What was ticked, as `policy#anchor`; kept in this browser only. */
export const ticked = signal<readonly string[]>(recall())

export function tick(name: string, isTicked: boolean): void {
  ticked.value = [...ticked.value.filter((each) => each !== name), ...(isTicked ? [name] : [])]
  try {
    localStorage.setItem(storageKey, JSON.stringify(ticked.value))
  } catch {
    // Storage may be switched off: ticks last until the page is left.
  }
}

function recall(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
