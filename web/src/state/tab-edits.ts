import { effect } from '@preact/signals'
import { forgetJson, keepJson, recallJson } from './kept-json.ts'
import { type Edits, edits, hasEdits } from './profile.ts'
import { isRecord, isRecordedFact } from './recorded-fact.ts'

const storageKey = 'policy-navigator.edits'

/** What the reader changed and no answer has taken in outlasts a reload, in this tab alone; the server gets none of it. */
export function keepEdits(): void {
  edits.value = recall()
  effect(() => {
    if (hasEdits.value) keepJson(storageKey, edits.value, 'sessionStorage')
    else forgetJson(storageKey, 'sessionStorage')
  })
}

function recall(): Edits {
  const kept = recallJson(storageKey, 'sessionStorage')
  return areEdits(kept) ? kept : {}
}

function areEdits(kept: unknown): kept is Edits {
  return isRecord(kept) && Object.values(kept).every((fact) => fact === null || isRecordedFact(fact))
}
