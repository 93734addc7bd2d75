import type { RecordedFact } from '../contract.ts'

/** Whether something kept in the browser is a fact: another version of the page may have written it, or a reader with tools. */
export function isRecordedFact(fact: unknown): fact is RecordedFact {
  return isRecord(fact) && typeof fact.evidence === 'string' && typeof fact.turn === 'number' && hasValue(fact)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasValue(fact: Record<string, unknown>): boolean {
  if ('value' in fact) return ['number', 'boolean', 'string'].includes(typeof fact.value)
  const { oneOf, min, above, max, below } = fact
  if ('oneOf' in fact) return Array.isArray(oneOf) && oneOf.length > 0 && oneOf.every((one) => typeof one === 'string')
  const bounds = [min, above, max, below].filter((bound) => bound !== undefined)
  return bounds.length > 0 && bounds.every((bound) => ['number', 'string'].includes(typeof bound))
}
