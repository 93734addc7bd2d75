import type { Unit } from '../../eligibility/index.ts'
import type { Quantity } from '../quantities/quantity.ts'

const people = /^(?:人|名|位|个人|号人?|口人?|口子|员工|职工|个员工|个工人|个职工|名员工|名职工|号员工)$/
const pieces = /^(?:件|项|款|种|篇|份|次|批|吨)$/
/** Words by which a number without a unit is one of money. */
const largeNumber = /[万亿]/

/** The units a quantity may be counted in. */
export function unitsOf({ kind, unit, text, interval }: Quantity): Unit[] {
  switch (kind) {
    case 'money':
      return ['yuan']
    case 'ratio':
      return unit === '折' ? [] : ['ratio']
    case 'duration':
      return ['months', 'years']
    case 'date':
    case 'no-day':
    case 'age':
      return []
    case 'number':
      break
  }
  if (unit === null && (largeNumber.test(text) || (interval.low ?? 0) >= 10_000)) return ['yuan', 'people']
  if (unit === null) return ['people', 'count', 'points']
  if (unit === '个') return ['people', 'count']
  if (unit === '分') return ['points']
  if (people.test(unit)) return ['people']
  return pieces.test(unit) ? ['count'] : []
}

/** Whether a quantity is a bare number, which says nothing of money. */
export function isBareNumber(quantity: Quantity): boolean {
  return quantity.kind === 'number' && quantity.unit === null && !unitsOf(quantity).includes('yuan')
}
