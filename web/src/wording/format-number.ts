import type { Locale } from '../contract.ts'

// More places than any amount has: short forms must not round (12,345,600 is 1234.56万).
const places = { maximumFractionDigits: 6 } as const

/** Words a sum of yuan in short: 3600万元, RMB 36 million. */
export function formatYuan(yuan: number, locale: Locale, words: string): string {
  const display = { notation: 'compact', compactDisplay: 'long', ...places } as const
  return words.replace('{amount}', new Intl.NumberFormat(locale, display).format(yuan))
}

export function formatPercent(ratio: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 3 }).format(ratio)
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { useGrouping: 'min2', maximumFractionDigits: 4 }).format(value)
}
