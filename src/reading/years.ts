import type { IsoDate } from '../policy/index.ts'

const relativeYears = { 大前年: -3, 前年: -2, 去年: -1, 上年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 } as const

/** Calendar years that a text asks about; 去年 is counted from the as-of date. */
export function readYears(text: string, asOf: IsoDate): number[] {
  const current = Number(asOf.slice(0, 4))
  const years = new Set<number>()
  let rest = text
  for (const [word, offset] of Object.entries(relativeYears)) {
    if (rest.includes(word) && !(word === '上年' && rest.includes('上年度'))) years.add(current + offset)
    rest = rest.replaceAll(word, ' ')
  }
  for (const [, year] of rest.matchAll(/(?<![\d〔[【(])((?:19|20)\d{2})(?=年|\D|$)(?!\d|元|万)/g))
    years.add(Number(year))
  for (const [, year] of rest.matchAll(/(?<!\d)(\d{2})年(?!以|内|度?报)/g))
    if (Number(year) >= 10 && Number(year) <= 40) years.add(2000 + Number(year))
  if (/\blast year\b/i.test(rest)) years.add(current - 1)
  return [...years].sort()
}
