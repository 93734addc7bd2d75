import { computed, signal } from '@preact/signals'
import { forgetJson, keepJson, recallJson } from './kept-json.ts'
import { type Profile, profile } from './profile.ts'
import { isRecord, isRecordedFact } from './recorded-fact.ts'

const storageKey = 'policy-navigator.company'

/** A profile that the reader chose to keep in this browser; it never leaves it by itself. */
export interface SavedProfile {
  /** ISO date. */
  readonly savedOn: string
  readonly facts: Profile
}

export const saved = signal<SavedProfile | null>(recall())

// Another tab kept or deleted it: what lies there now is never overwritten by an older copy of this tab.
addEventListener('storage', ({ key }) => {
  if (key === storageKey || key === null) saved.value = recall()
})

/** Whether this browser keeps exactly what is known now. */
export const isSaved = computed(() => saved.value !== null && isSame(saved.value.facts, profile.value))

/** Saves what is known now and says whether the browser allowed it. */
export function saveProfile(): boolean {
  const facts = Object.entries(profile.value).map(([key, fact]) => [key, { ...fact, turn: 0 }])
  const copy = { savedOn: today(), facts: Object.fromEntries(facts) }
  const isKept = keepJson(storageKey, copy)
  if (isKept) saved.value = copy
  return isKept
}

/** Makes a change to what is known; a profile that this browser keeps follows it. */
export function keepUpToDate(change: () => void): void {
  const wasSaved = isSaved.value
  change()
  if (wasSaved) saveProfile()
}

export function deleteSaved(): void {
  saved.value = null
  forgetJson(storageKey)
}

function recall(): SavedProfile | null {
  const copy = recallJson(storageKey)
  return isSavedProfile(copy) ? copy : null
}

function isSavedProfile(copy: unknown): copy is SavedProfile {
  if (!isRecord(copy) || typeof copy.savedOn !== 'string' || !isRecord(copy.facts)) return false
  return Object.values(copy.facts).every(isRecordedFact)
}

/** The turn in which something was said does not change what is known. */
function isSame(one: Profile, other: Profile): boolean {
  return textOf(one) === textOf(other)
}

function textOf(facts: Profile): string {
  const entries = Object.entries(facts).map(([key, fact]) => [key, { ...fact, turn: 0 }])
  return JSON.stringify(entries.sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)))
}

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format()
}
