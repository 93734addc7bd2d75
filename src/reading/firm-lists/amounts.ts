import type { FactDefinition, FactValue } from '../../eligibility/index.ts'
import { findQuantities, type Interval, type Quantity } from '../quantities/find-quantities.ts'
import { saysNone } from './cell-words.ts'

type NumberFact = Extract<FactDefinition, { type: 'number' }>

const plainNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i
const plainShare = /^([+-]?\d+(?:\.\d+)?)%$/
/** What may stand beside the one quantity of a cell. */
export const filler = /^(?:约为?|大约|共|共计|合计|人民币|rmb|cny|[¥￥]|元|人|名|[\s,.。;；:：()])*$/i

/** Reads a number, or the range it is in; `factor` is what the heading's unit makes of a bare one. */
export function readAmount(
  text: string,
  { unit }: NumberFact,
  factor: number | null,
  asOf: string,
): FactValue | 'no-percent' | null {
  const plain = text.normalize('NFKC').trim()
  if (plainNumber.test(plain)) return exactly(Number(plain.replaceAll(',', '')), unit, factor)
  const [, share] = plainShare.exec(plain) ?? []
  if (share !== undefined) return unit === 'ratio' ? { value: tidy(Number(share) / 100) } : null
  if (saysNone(plain)) return unit === 'people' || unit === 'count' ? { value: 0 } : null
  const quantity = onlyQuantity(plain, asOf)
  return quantity && fromQuantity(quantity, unit, factor)
}

function exactly(value: number, unit: NumberFact['unit'], factor: number | null): FactValue | 'no-percent' {
  const scale = factor ?? bareFactor(value, unit)
  return scale === null ? 'no-percent' : { value: tidy(value * scale) }
}

/** Without a unit in the heading, 0.07 and 7 are both seven percent; 1 may be one percent or all. */
function bareFactor(value: number, unit: NumberFact['unit']): number | null {
  if (unit !== 'ratio') return 1
  return Math.abs(value) === 1 ? null : Math.abs(value) < 1 ? 1 : 0.01
}

function onlyQuantity(text: string, asOf: string): Quantity | null {
  const [quantity, ...others] = findQuantities(text, asOf)
  if (!quantity || others.length > 0) return null
  const rest = text.slice(0, quantity.start) + text.slice(quantity.end)
  return filler.test(rest) ? quantity : null
}

function fromQuantity(
  quantity: Quantity,
  unit: NumberFact['unit'],
  factor: number | null,
): FactValue | 'no-percent' | null {
  const { interval } = quantity
  const own = ownFactor(quantity, unit)
  if (own === null) return null
  if (own !== 'none') return rangeValue(interval, own)
  const scale = factor ?? bareFactor(interval.high ?? interval.low ?? 0, unit)
  return scale === null ? 'no-percent' : rangeValue(interval, scale)
}

const tenThousands = /^[百千万亿wk]+$/i

/** What the unit of the cell itself makes of its number; `none` where it has none, null where it does not fit. */
function ownFactor({ kind, unit: measure }: Quantity, unit: NumberFact['unit']): number | 'none' | null {
  if (kind === 'number' && measure === null) return 'none'
  switch (unit) {
    case 'yuan':
      return kind === 'money' ? 1 : null
    case 'ratio':
      return kind === 'ratio' ? 1 : null
    case 'people':
    case 'count':
      if (kind === 'money') return tenThousands.test(measure ?? '') ? 1 : null
      return kind === 'number' ? 1 : null
    case 'months':
      return kind === 'duration' ? 1 : null
    case 'years':
      return kind === 'duration' ? 1 / 12 : null
    case 'points':
      return kind === 'number' ? 1 : null
  }
}

function rangeValue({ low, lowOpen, high, highOpen }: Interval, factor: number): FactValue {
  const scaled = (end: number) => tidy(end * factor)
  if (low !== null && low === high) return { value: scaled(low) }
  return {
    ...(low === null ? {} : { [lowOpen ? 'above' : 'min']: scaled(low) }),
    ...(high === null ? {} : { [highOpen ? 'below' : 'max']: scaled(high) }),
  }
}

/** Without the last digits, in which binary fractions err. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
