import { signal } from '@preact/signals'

/** Panels besides the citation: the company's facts, a comparison, or matching a list of firms. */
export type Panel =
  | {
      readonly kind: 'company'
      /** Facts that a policy still needs, asked for first. */
      readonly wanted: readonly string[]
      readonly opener: HTMLElement
    }
  | { readonly kind: 'comparison' | 'matching'; readonly opener: HTMLElement }

export const openPanel = signal<Panel | null>(null)

export function closePanel(): void {
  openPanel.value?.opener.focus()
  openPanel.value = null
}
