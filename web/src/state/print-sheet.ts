import { signal } from '@preact/signals'

/** What goes to paper: the page, the verdicts of one exchange, or the comparison. */
export type PrintSheet =
  | { readonly kind: 'page' }
  | { readonly kind: 'verdicts'; readonly turnKey: string }
  | { readonly kind: 'comparison' }

export const printSheet = signal<PrintSheet>({ kind: 'page' })

/** Opens the browser's print dialog, which can also save a PDF. */
export function printOnly(sheet: PrintSheet): void {
  printSheet.value = sheet
  print()
}
