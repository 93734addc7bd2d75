import { signal } from '@preact/signals'
import type { PolicyList } from '../contract.ts'
import { fetchPolicies } from '../server/server.ts'

/** The policies that answers can rest on, and as of when; null until they are known. */
export const coverage = signal<PolicyList | null>(null)

export async function loadCoverage(): Promise<void> {
  if (coverage.value !== null) return
  try {
    coverage.value = await fetchPolicies()
  } catch {
    // A reader can ask, or name a policy, without knowing the list; the reply will tell them what is wrong.
  }
}
