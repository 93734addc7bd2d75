import type { FactValue } from '../../eligibility/index.ts'

/** What two things known of a fact have in common; null where they exclude each other. */
export function intersect(one: FactValue, other: FactValue): FactValue | null {
  const names = [namesIn(one), namesIn(other)]
  const [first, second] = names
  if (first && second) {
    const common = first.filter((name) => second.includes(name))
    if (common.length === 0) return null
    return common.length === first.length
      ? one
      : 'oneOf' in other || common.length > 1
        ? { oneOf: common.map(String) }
        : { value: common[0] ?? '' }
  }
  const [a, b] = [endsOf(one), endsOf(other)]
  if (!a || !b) return null
  const low = later(a.low, b.low, a.lowOpen, b.lowOpen)
  const high = earlier(a.high, b.high, a.highOpen, b.highOpen)
  if (low.end !== undefined && high.end !== undefined) {
    if (low.end > high.end || (low.end === high.end && (low.isOpen || high.isOpen))) return null
    if (low.end === high.end) return { value: low.end }
  }
  return {
    ...(low.end === undefined ? {} : low.isOpen ? { above: low.end } : { min: low.end }),
    ...(high.end === undefined ? {} : high.isOpen ? { below: high.end } : { max: high.end }),
  }
}

export function namesIn(value: FactValue): (string | boolean)[] | null {
  if ('oneOf' in value) return value.oneOf
  if (!('value' in value) || typeof value.value === 'number' || isDay(value.value)) return null
  return [value.value]
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
}

type End = number | string | undefined

function endsOf(value: FactValue): { low: End; lowOpen: boolean; high: End; highOpen: boolean } | null {
  if ('oneOf' in value) return null
  if ('value' in value) {
    if (typeof value.value === 'boolean') return null
    return { low: value.value, lowOpen: false, high: value.value, highOpen: false }
  }
  const { min, above, max, below } = value
  return { low: above ?? min, lowOpen: above !== undefined, high: below ?? max, highOpen: below !== undefined }
}

function later(one: End, other: End, isOneOpen: boolean, isOtherOpen: boolean): { end: End; isOpen: boolean } {
  if (one === undefined) return { end: other, isOpen: isOtherOpen }
  if (other === undefined || one > other) return { end: one, isOpen: isOneOpen }
  return one === other ? { end: one, isOpen: isOneOpen || isOtherOpen } : { end: other, isOpen: isOtherOpen }
}

function earlier(one: End, other: End, isOneOpen: boolean, isOtherOpen: boolean): { end: End; isOpen: boolean } {
  if (one === undefined) return { end: other, isOpen: isOtherOpen }
  if (other === undefined || one < other) return { end: one, isOpen: isOneOpen }
  return one === other ? { end: one, isOpen: isOneOpen || isOtherOpen } : { end: other, isOpen: isOtherOpen }
}
