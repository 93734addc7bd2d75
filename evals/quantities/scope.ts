import type { Row } from './rows.ts'

interface ScopeRule {
  readonly reason: string
  leavesOut(row: Row): boolean
}

/** What owners of firms do not say, or what the origin of a row counts in another way. */
const rules: readonly ScopeRule[] = [
  {
    reason: 'physical dimensions',
    leavesOut: ({ file, input }) => file === 'msrt_dimension' || /平方英尺/.test(input),
  },
  { reason: 'ordinals', leavesOut: ({ file, input }) => file === 'msrt_ordinal' || /第|排名/.test(input) },
  { reason: 'other currencies', leavesOut: isForeign },
  {
    reason: 'Cantonese money words (仙, 毫, 蚊, 個半)',
    leavesOut: ({ input }) => /[仙毫蚊]|^[一二三四五]?個半$/.test(input),
  },
  {
    reason: 'fractions of a coin alone',
    leavesOut: ({ file, input }) => file === 'duckling_money' && /分$/.test(input),
  },
  { reason: 'Cantonese fractions (二份一, 十分一)', leavesOut: ({ input }) => /份|分[一二三]/.test(input) },
  { reason: 'dozens and pairs', leavesOut: ({ input }) => /[一二三五十兩壹][打双雙对對](?!折)/.test(input) },
  {
    reason: 'powers and scientific notation',
    leavesOut: ({ input }) => /^[-\d.０-９．]+[\^eEｅ][-+－\d０-９]+$/.test(input),
  },
  { reason: 'letters M and G, which name sizes (5G)', leavesOut: ({ input }) => /\d ?[MG]$/.test(input) },
  { reason: '兆, which means mega today', leavesOut: ({ input }) => /兆/.test(input) },
  { reason: '廿, 卅, 卌', leavesOut: ({ input }) => /[廿卅卌]/.test(input) },
  {
    reason: 'fractions with a slash, which look like dates',
    leavesOut: ({ input }) => /[\d０-９]\/[\d０-９]/.test(input),
  },
  {
    reason: 'dates split into bare numbers',
    leavesOut: ({ file, input }) => /number/.test(file) && /年.+月.+日/.test(input),
  },
  {
    reason: 'hours, minutes and seconds',
    leavesOut: ({ spans }) => spans?.some(({ timex }) => timex?.includes('T')) ?? false,
  },
  {
    reason: 'rough numbers the origin declines',
    leavesOut: ({ input, spans }) => spans?.length === 0 && /二三十/.test(input),
  },
]

/** Why a row is not measured; null for one that is. */
export function outOfScope(row: Row): string | null {
  return rules.find((rule) => rule.leavesOut(row))?.reason ?? null
}

/** A row none of whose amounts is in yuan. */
function isForeign({ currency, expect, spans }: Row): boolean {
  if (currency) return currency !== '元'
  if (expect) return /HKD/.test(expect)
  return spans !== undefined && spans.length > 0 && spans.every((span) => span.type === 'currency' && !isYuan(span))
}

export function isYuan({
  isoCurrency,
  value,
}: {
  isoCurrency?: string | undefined
  value?: string | null | undefined
}): boolean {
  return isoCurrency === 'CNY' && value !== null
}
