import { signal } from '@preact/signals'
import type { PolicyDates } from '../contract.ts'
import { fetchPolicyDates } from '../server/server.ts'

/** What is new, closing or opening soon; kept while the website is open. */
export const policyDates = signal<PolicyDates | 'loading' | 'failed'>('loading')

export async function loadPolicyDates(): Promise<void> {
  if (typeof policyDates.value === 'object') return
  policyDates.value = 'loading'
  try {
    policyDates.value = await fetchPolicyDates()
  } catch {
    policyDates.value = 'failed' // the reader is told, and can try again
  }
}
