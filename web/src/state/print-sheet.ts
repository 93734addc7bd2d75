import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'

/** What goes to paper: the page, a list of verdicts, the comparison, or a part that a page makes. */
export type PrintSheet =
  | { readonly kind: 'page' }
  | { readonly kind: 'verdicts'; readonly turnKey: string }
  | { readonly kind: 'comparison' }
  | { readonly kind: 'part'; readonly content: ComponentChildren }

export const printSheet = signal<PrintSheet>({ kind: 'page' })

/** Opens the browser's print dialog, which can also save a PDF. */
export function printOnly(sheet: PrintSheet): void {
  printSheet.value = sheet
  print()
}
