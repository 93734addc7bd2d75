import { computed, signal } from '@preact/signals'
import type { Answer, FactValue, RecordedFact } from '../contract.ts'

export type Profile = Answer['profile']

/** What the reader changed here and no answer has taken in yet; `null` takes a fact away. */
export type Edits = Readonly<Record<string, RecordedFact | null>>

/** What the last answer knew of the company. */
const learned = signal<Profile>({})

/** The reader's own changes, on top of what was learned. */
export const edits = signal<Edits>({})

/** What is known of the company, by key of the fact catalogue. */
export const profile = computed<Profile>(() => {
  const both = Object.entries({ ...learned.value, ...edits.value })
  return Object.fromEntries(both.filter((entry): entry is [string, RecordedFact] => entry[1] !== null))
})

export const knownCount = computed(() => Object.keys(profile.value).length)
export const hasEdits = computed(() => Object.keys(edits.value).length > 0)

/** Takes in what an answer knows; changes made since its question was `sent` stay on top. */
export function learn(known: Profile, sent: Edits): void {
  learned.value = known
  edits.value = Object.fromEntries(Object.entries(edits.value).filter(([key, fact]) => sent[key] !== fact))
}

/** Goes back to what an earlier answer knew; what was filled in by hand stays. */
export function goBackTo(known: Profile): void {
  const byHand = Object.entries(learned.value).filter(([key, { turn }]) => turn === 0 && known[key]?.turn !== 0)
  edits.value = { ...Object.fromEntries(byHand), ...edits.value }
  learned.value = known
}

export function editFact(key: string, fact: RecordedFact | null): void {
  edits.value = { ...edits.value, [key]: fact }
}

/** Holds `facts` instead of all that was known. */
export function replaceProfile(facts: Profile): void {
  const removed = Object.keys(learned.value).map((key) => [key, null])
  edits.value = { ...Object.fromEntries(removed), ...facts }
}

/** The conversation that knew the company has gone; the page still knows it, and tells the next one. */
export function keepAsOwn(): void {
  const known = profile.value
  learned.value = {}
  edits.value = known
}

/** Nothing is known: another conversation may be about another company. */
export function forgetProfile(): void {
  learned.value = {}
  edits.value = {}
}

/** The bare value of a recorded fact. */
export function bareValue({ evidence: _evidence, turn: _turn, ...value }: RecordedFact): FactValue {
  return value
}
