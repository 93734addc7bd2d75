import { computed, effect, signal } from '@preact/signals'
import type { FactReply } from '../contract.ts'
import { fetchFacts } from '../server/server.ts'
import { locale } from './preferences.ts'

/** Every fact a rule may ask about; `loading` and `failed` until it has come. */
export const facts = signal<readonly FactReply[] | 'loading' | 'failed' | null>(null)

export const factsByKey = computed(() => {
  const known = Array.isArray(facts.value) ? facts.value : []
  return new Map<string, FactReply>(known.map((fact) => [fact.key, fact]))
})

/** Fetches the catalogue once, and again in another language. */
export async function loadFacts(): Promise<void> {
  if (facts.value === 'loading' || Array.isArray(facts.value)) return
  await fetchIn(locale.value)
}

let fetchedIn: typeof locale.value | null = null

effect(() => {
  const wanted = locale.value
  if (fetchedIn !== null && fetchedIn !== wanted) void fetchIn(wanted)
})

async function fetchIn(wanted: typeof locale.value): Promise<void> {
  fetchedIn = wanted
  // While another language is on its way, the labels of the first are better than none.
  if (!Array.isArray(facts.peek())) facts.value = 'loading'
  try {
    const reply = await fetchFacts(wanted)
    if (fetchedIn === wanted) facts.value = reply.facts
  } catch {
    // Verdicts stay readable without labels; the company panel offers to try again.
    if (!Array.isArray(facts.peek())) facts.value = 'failed'
  }
}
