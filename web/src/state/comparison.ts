import { computed, signal } from '@preact/signals'
import type { Assessment } from '../contract.ts'
import { findJudged } from './judged-list.ts'

/** More columns than these cannot be read side by side. */
export const mostCompared = 4

interface Choice {
  readonly turnKey: string
  readonly policyIds: readonly string[]
}

const choice = signal<Choice>({ turnKey: '', policyIds: [] })

/** The policies that are being compared, as their exchange judges them now. */
export const compared = computed<readonly Assessment[]>(() => {
  const { turnKey, policyIds } = choice.value
  const verdicts = findJudged(turnKey)?.verdicts ?? []
  return policyIds.flatMap((id) => verdicts.find(({ policyId }) => policyId === id) ?? [])
})

/** The date they are judged on. */
export const comparedAsOf = computed(() => findJudged(choice.value.turnKey)?.asOf ?? '')

export function isCompared(turnKey: string, policyId: string): boolean {
  return choice.value.turnKey === turnKey && choice.value.policyIds.includes(policyId)
}

/** How many of an exchange's policies are chosen. */
export function comparedCount(turnKey: string): number {
  return choice.value.turnKey === turnKey ? compared.value.length : 0
}

/** Policies are compared within one exchange: choosing in another begins anew. */
export function toggleCompared(turnKey: string, policyId: string): void {
  const chosen = choice.value.turnKey === turnKey ? choice.value.policyIds : []
  const others = chosen.filter((id) => id !== policyId)
  const isNew = others.length === chosen.length
  if (isNew && chosen.length >= mostCompared) return
  choice.value = { turnKey, policyIds: isNew ? [...others, policyId] : others }
}

export function resetCompared(): void {
  choice.value = { turnKey: '', policyIds: [] }
}
