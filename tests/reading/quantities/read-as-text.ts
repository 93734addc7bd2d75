import { findQuantities, type Quantity } from '../../../src/reading/quantities/find-quantities.ts'

/** The quantities of a text, as `kind [low, high)`, with `~` for what is approximate. */
export function readAsText(text: string): string[] {
  return findQuantities(text, '2026-05-20').map(shown)
}

function shown({ kind, interval, isApproximate }: Quantity): string {
  const { low, lowOpen, high, highOpen } = interval
  const left = lowOpen || low === null ? '(' : '['
  const right = highOpen || high === null ? ')' : ']'
  const values = low === high && low !== null ? `${low}` : `${left}${low ?? ''}, ${high ?? ''}${right}`
  return `${kind} ${values}${isApproximate ? ' ~' : ''}`
}
