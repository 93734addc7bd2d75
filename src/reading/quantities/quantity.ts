/**
 * An interval of numbers; null means no bound; `…Open`: the bound itself is excluded. Money in yuan, ratios as
 * fractions, durations in months, ages in years.
 */
export interface Interval {
  readonly low: number | null
  readonly lowOpen: boolean
  readonly high: number | null
  readonly highOpen: boolean
}

/** `no-day`: 2月30日, which no calendar has. */
export type QuantityKind = 'number' | 'money' | 'ratio' | 'duration' | 'date' | 'no-day' | 'age'

export interface Quantity {
  /** The span in the given text, with the words that bound the number. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: QuantityKind
  /** The measure or currency word as typed; `year`, `quarter`, `month`, `week` or `day` of a duration. */
  readonly unit: string | null
  /** Without bounds for a date or no day. */
  readonly interval: Interval
  /** The first and last ISO day a date may mean; one of them is absent in 2020年以前 and 2021年以后. */
  readonly from?: string
  readonly until?: string
  readonly isApproximate: boolean
}

export const unbounded: Interval = { low: null, lowOpen: false, high: null, highOpen: false }

export function exactly(value: number): Interval {
  return closed(value, value)
}

export function closed(low: number, high: number): Interval {
  return { low: tidy(low), lowOpen: false, high: tidy(high), highOpen: false }
}

export function isExact({ low, high, lowOpen, highOpen }: Interval): boolean {
  return low !== null && low === high && !lowOpen && !highOpen
}

export function scaled(interval: Interval, factor: number): Interval {
  return mapEnds(interval, (end) => end * factor)
}

export function shifted(interval: Interval, distance: number): Interval {
  return mapEnds(interval, (end) => end + distance)
}

export function negated({ low, lowOpen, high, highOpen }: Interval): Interval {
  return { low: high && -high, lowOpen: highOpen, high: low && -low, highOpen: lowOpen }
}

function mapEnds(interval: Interval, map: (end: number) => number): Interval {
  const { low, high } = interval
  return { ...interval, low: low === null ? null : tidy(map(low)), high: high === null ? null : tidy(map(high)) }
}

/** Without the last digits, in which binary fractions err: 0.07, not 0.07000000000000001. */
function tidy(value: number): number {
  return Number(value.toPrecision(14))
}
