import { computed } from '@preact/signals'
import { turns } from './conversation.ts'
import { matchList } from './judged-list.ts'

/** Names of the policies that were judged: conditions of one may rest on a clause of another. */
const titles = computed(() => {
  const verdicts = [...turns.value, ...(matchList.value ? [matchList.value] : [])].flatMap((list) => list.verdicts)
  return new Map(verdicts.map(({ policyId, title }) => [policyId, title]))
})

/** The name of a policy, where a verdict brought it. */
export function titleOf(policyId: string): string | null {
  return titles.value.get(policyId) ?? null
}
