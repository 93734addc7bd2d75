/** What is known of a fact: a value, bounds or options, as a case or the reader writes it. */
export interface Known {
  readonly value?: unknown
  readonly min?: unknown
  readonly max?: unknown
  readonly above?: unknown
  readonly below?: unknown
  readonly oneOf?: unknown
}

/** How far the read interval may reach beyond the expected one. */
const slack = 0.25
const leastDays = 31

/** Whether what was read is what the text says. */
export function agrees(expected: Known, read: Known, isTolerant: boolean): boolean {
  const [readNames, expectedNames] = [namesIn(read), namesIn(expected)]
  if (expectedNames && readNames && !isNumeric(read)) {
    return (
      readNames.every((name) => expectedNames.includes(name)) ||
      (isTolerant && readNames.some((name) => expectedNames.includes(name)))
    )
  }
  const [one, other] = [endsOf(read), endsOf(expected)]
  if (!one || !other) return false
  const isDate = /^\d{4}-\d\d/.test(String(expected.value ?? expected.min ?? expected.max))
  if (isTolerant) return overlap(one, other) && isNotMuchWider(one, other, isDate)
  if (isDate) return isWithin(one, other) || (month(one[0]) === month(other[0]) && month(one[1]) === month(other[1]))
  return same(one[0], other[0], read.above !== undefined) && same(one[1], other[1], read.below !== undefined)
}

function namesIn({ value, oneOf }: Known): unknown[] | null {
  if (Array.isArray(oneOf)) return oneOf
  return value === undefined ? null : [value]
}

function isNumeric({ value }: Known): boolean {
  return typeof value === 'number' || /^\d{4}-\d\d-\d\d$/.test(String(value))
}

type Ends = readonly [low: number, high: number]

function endsOf(known: Known): Ends | null {
  if (Array.isArray(known.oneOf)) {
    const numbers = known.oneOf.filter((one) => typeof one === 'number')
    return numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : null
  }
  if (typeof known.value === 'boolean') return null
  const low = known.value ?? known.min ?? known.above
  const high = known.value ?? known.max ?? known.below
  return [numberOf(low, Number.NEGATIVE_INFINITY), numberOf(high, Number.POSITIVE_INFINITY)]
}

function numberOf(end: unknown, missing: number): number {
  if (end === undefined) return missing
  return typeof end === 'number' ? end : Date.parse(String(end)) / 86_400_000
}

/** Equal but for rounding; an open end of whole numbers, below 300, may be written as its neighbour, at most 299. */
function same(one: number, other: number, isOpen: boolean): boolean {
  const distance = Math.abs(one - other)
  const isNeighbour = isOpen && Number.isInteger(one) && Number.isInteger(other) && distance === 1
  return one === other || isNeighbour || distance <= Math.abs(other) * 1e-6
}

function overlap(one: Ends, other: Ends): boolean {
  return one[0] <= other[1] && one[1] >= other[0]
}

function isWithin(one: Ends, other: Ends): boolean {
  return one[0] >= other[0] && one[1] <= other[1]
}

function isNotMuchWider(one: Ends, other: Ends, isDate: boolean): boolean {
  const width = other[1] - other[0]
  const margin = (end: number) =>
    isDate ? Math.max(leastDays, Number.isFinite(width) ? width * slack : 0) : Math.abs(end) * slack + 1e-9
  return one[0] >= other[0] - margin(other[0]) && one[1] <= other[1] + margin(other[1])
}

function month(day: number): string {
  return Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 7) : String(day)
}
