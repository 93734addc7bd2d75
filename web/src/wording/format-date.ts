import type { Locale } from '../contract.ts'

/** Words a date of the corpus, which may be only a year or a month: `2025` → 2025年. */
export function formatDate(date: string, locale: Locale): string {
  const [year = '', month, day] = date.split('-').map((part) => String(Number(part)))
  if (locale === 'zh-CN')
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
  if (month === undefined) return year
  return [day, monthName(Number(month)), year].filter((part) => part !== undefined).join(' ')
}

function monthName(month: number): string {
  return new Date(Date.UTC(2000, month - 1)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
}
