import { signal } from '@preact/signals'
import type { Answer } from '../contract.ts'
import type { Turn } from './turn.ts'

/** Panels besides the citation: the company's facts, a comparison, matching a list of firms, or passing on an answer. */
export type Panel =
  | {
      readonly kind: 'company'
      /** Facts that a policy still needs, asked for first. */
      readonly wanted: readonly string[]
      readonly opener: HTMLElement
    }
  | { readonly kind: 'share' | 'export'; readonly turn: Turn; readonly answer: Answer; readonly opener: HTMLElement }
  | { readonly kind: 'comparison' | 'matching'; readonly opener: HTMLElement }

export const openPanel = signal<Panel | null>(null)

export function closePanel(): void {
  openPanel.value?.opener.focus()
  openPanel.value = null
}
