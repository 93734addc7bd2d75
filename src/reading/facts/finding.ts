import type { FactValue } from '../../eligibility/index.ts'
import { type Interval, isExact } from '../quantities/quantity.ts'
import type { FactProblem } from './fact-reading.ts'
import type { Span } from './message.ts'

/** A fact found at a place of a message, before the message as a whole is judged. */
export interface Finding extends Span {
  readonly fact: string
  readonly value: FactValue
  /** The greater wins where two differ: 注册在 before 开在, 总共 before a part. */
  readonly weight: number
}

export interface FoundProblem extends Span {
  readonly kind: FactProblem['kind']
  readonly fact: string
}

export interface Findings {
  readonly findings: readonly Finding[]
  readonly problems: readonly FoundProblem[]
}

export function spanOf(...spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** What an interval says of a number; whole numbers lie within broken bounds. */
export function factValueOf(interval: Interval, isWhole: boolean): FactValue {
  const { low, lowOpen, high, highOpen } = interval
  if (isExact(interval)) return { value: low ?? 0 }
  return {
    ...(low === null
      ? {}
      : lowOpen
        ? { above: isWhole ? Math.floor(low) : low }
        : { min: isWhole ? Math.ceil(low) : low }),
    ...(high === null
      ? {}
      : highOpen
        ? { below: isWhole ? Math.ceil(high) : high }
        : { max: isWhole ? Math.floor(high) : high }),
  }
}
