import { computed } from '@preact/signals'
import { turns } from './conversation.ts'

/** Names of the policies that were judged: conditions of one may rest on a clause of another. */
const titles = computed(() => {
  const verdicts = turns.value.flatMap((turn) => turn.verdicts)
  return new Map(verdicts.map(({ policyId, title }) => [policyId, title]))
})

/** The name of a policy, where a verdict brought it. */
export function titleOf(policyId: string): string | null {
  return titles.value.get(policyId) ?? null
}
