import { chineseNumber, scaleOf } from './chinese-number.ts'

const units = '个百分点|百分点|个月|元|%|‰|人|户次|户|家|年|月|天|日|倍|项|分|件|笔|批|场|次|名|个'
const numeral = '[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[万亿]*)?'
export const arabicFigure = new RegExp(`(\\d+(?:\\.\\d+)?)((?:百(?!分点)|[千万亿])*)(${units})?`, 'g')
export const chineseFigure = new RegExp(`(${numeral})(${units})`, 'g')
export const partInWords = new RegExp(`([百千万])分之(${numeral}|\\d+(?:\\.\\d+)?)`, 'g')
export const documentNumber =
  /[\u4e00-\u9fff]*[〔[【(（]\d{4}[〕\]】)）]\s*第?\d+号|公告\s*\d{4}年第\d+号|\d{4}年第\d+号/g
const dateInWords = /([零〇一二三四五六七八九]{4})年(?:([一二三四五六七八九十]+)月(?:([一二三四五六七八九十]+)日)?)?/g
export const date = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})年(\d{1,2})月|(\d{4})-(\d{2})-(\d{2})/g
export const ordinal =
  /第[\d一二三四五六七八九十百]+[条款项批号部分章节届次年]+|[“"「]?\d\+\d[”"」]?|(?:(?:19|20)\d\d[至到—–~-]+)?(?:19|20)\d\d年(?!以)/g
/** What may stand before the issuer of a document number without belonging to it. */
const leadIn =
  /^[\u4e00-\u9fff]*(?:依据|根据|按照|文号|文件|公布|[的由被按见为是属把年月日看来和与及或])(?=[^\d]*[〔[【(（])/

/**
 * Every figure, date and document number of a text in one canonical form (`500000元`, `0.5倍`, `2025-08-31`,
 * `沪科〔2025〕212号`), so that 50万元 and 五十万元 compare equal. Ordinals (第三条) and years alone state no figure.
 */
export function figuresIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let rest = normaliseDigits(text)
  rest = rest.replace(documentNumber, (words) => {
    const [before = ''] = leadIn.exec(words) ?? []
    return before + take(found, canonicalNumber(words.slice(before.length)))
  })
  rest = takeDates(rest, found)
  rest = rest.replace(ordinal, ' ')
  rest = rest.replace(partInWords, (_, whole: string, number: string) =>
    take(found, canonicalFigure((toNumber(number) * 100) / scaleOf(whole), '%')),
  )
  rest = rest.replace(arabicFigure, (_, number: string, scale: string, unit?: string) =>
    take(found, canonicalFigure(Number(number) * scaleOf(scale), unit)),
  )
  rest.replace(chineseFigure, (whole, number: string, unit: string) =>
    /^[百千万亿]+$/.test(number) ? whole : take(found, canonicalFigure(chineseNumber(number), unit)),
  )
  return found
}

/** Figures of `text` that occur in none of the `passages`; a date without a year needs only its day. */
export function unsupportedFigures(text: string, passages: readonly string[]): string[] {
  const stated = passages.flatMap((passage) => [...figuresIn(passage)])
  const supported = new Set([...stated, ...stated.map((figure) => figure.replace(/^\d{4}(?=-\d{2}-\d{2}$)/, ''))])
  return [...figuresIn(text)].filter((figure) => !supported.has(figure))
}

export function normaliseDigits(text: string): string {
  return text
    .replace(/[０-９．％＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d)\s+(?=[万亿千百元%人年月天日倍户家项分件笔个])/g, '$1')
    .replace(dateInWords, (_, ...parts: (string | undefined)[]) =>
      ['年', '月', '日'].map((unit, index) => (parts[index] ? `${chineseNumber(parts[index])}${unit}` : '')).join(''),
    )
}

function take(found: Set<string>, figure: string): string {
  found.add(figure)
  return ' '
}

function canonicalNumber(number: string): string {
  return number
    .replace(/\s/g, '')
    .replace(/[[【(（]/g, '〔')
    .replace(/[〕\]】)）]第?/g, '〕')
}

/** Dates become blanks; one without a year takes that of the date before it in its sentence (2026年6月1日至8月31日). */
function takeDates(text: string, found: Set<string>): string {
  let last = { year: '', end: 0 }
  return text.replace(date, (...match: (string | number | undefined)[]) => {
    const place = match.findIndex((part) => typeof part === 'number')
    const offset = Number(match[place])
    const between = text.slice(last.end, offset)
    const inherited = /[。；;！？!?\n]|每年|年度|次年|翌年|当年/.test(between) ? '' : last.year
    const canonical = canonicalDate(match, inherited)
    last = { year: /^\d{4}/.exec(canonical)?.[0] ?? '', end: offset + String(match[0]).length }
    return take(found, canonical)
  })
}

function canonicalDate(match: readonly (string | number | undefined)[], inherited: string): string {
  const [, year, month, day, yearOnly, monthOnly, isoYear, isoMonth, isoDay] = match
  const pad = (part: string | number | undefined) => String(part).padStart(2, '0')
  if (isoYear) return `${isoYear}-${isoMonth}-${isoDay}`
  if (yearOnly) return `${yearOnly}-${pad(monthOnly)}`
  return `${year ?? inherited}-${pad(month)}-${pad(day)}`
}

export function canonicalFigure(value: number, unit = ''): string {
  if (unit === '‰') return canonicalFigure(value / 10, '%')
  return `${Number(value.toPrecision(12))}${unit === '个百分点' ? '百分点' : unit}`
}

export function toNumber(word: string): number {
  return /^\d/.test(word) ? Number(word) : chineseNumber(word)
}
