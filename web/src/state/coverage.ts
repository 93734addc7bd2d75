import { signal } from '@preact/signals'
import type { PolicyList } from '../contract.ts'
import { fetchPolicies } from '../server/server.ts'

/** How many policies answers can rest on, and as of when; null until it is known. */
export const coverage = signal<Pick<PolicyList, 'total' | 'asOf'> | null>(null)

export async function loadCoverage(): Promise<void> {
  if (coverage.value !== null) return
  try {
    coverage.value = await fetchPolicies()
  } catch {
    // A reader can ask without knowing the number; a question will tell them what is wrong.
  }
}
