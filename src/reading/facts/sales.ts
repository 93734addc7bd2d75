import { cuesIn, hasCue, type Message, type Span } from './message.ts'
import type { Scope } from './scope.ts'

/** 流水 is that of a year, a quarter or a month, as the words before the figure or right behind it say. */
export function salesOfPeriod(message: Message, scope: Scope, quantity: Span, fact: string): string {
  if (fact !== 'revenue') return fact
  const clause = scope.clauseOf(quantity)
  const before = { start: clause.start, end: quantity.start }
  const isOf = (period: 'monthly' | 'quarterly') =>
    hasCue(message, before, period) || isRightBehind(message, { start: quantity.end, end: clause.end }, period)
  if (isOf('monthly')) return 'monthlySales'
  return isOf('quarterly') ? 'quarterlySales' : 'revenue'
}

/** 8万一个月, 20万左右每季度. */
function isRightBehind(message: Message, rest: Span, period: 'monthly' | 'quarterly'): boolean {
  return cuesIn(message, rest, period).some(({ start }) =>
    /^(?:左右|上下|多|的?样子| )*$/.test(message.text.slice(rest.start, start)),
  )
}
