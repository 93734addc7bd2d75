const digitValues: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const unitValues: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const scaleValues: Record<string, number> = { 万: 1e4, 亿: 1e8 }

const units = '个百分点|个月|元|%|人|户次|户|家|年|月|天|日|倍|项|分|件|笔|批|场|次|名|个'
const arabicFigure = new RegExp(`(\\d+(?:\\.\\d+)?)(万|亿|千|百)?(${units})?`, 'g')
const chineseFigure = new RegExp(`([零〇一二两三四五六七八九十百千万亿]+)(${units})`, 'g')
const percentInWords = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g
const documentNumber = /[\u4e00-\u9fff]*[〔[【(（]\d{4}[〕\]】)）]\s*第?\d+号|公告\s*\d{4}年第\d+号|\d{4}年第\d+号/g
const date = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})年(\d{1,2})月|(\d{4})-(\d{2})-(\d{2})/g
const ordinal = /第[\d一二三四五六七八九十百]+[条款项批号部分章节届次年]+|[“"「]?\d\+\d[”"」]?|20\d\d年(?!以)/g

/**
 * Every figure, date and document number of a text in one canonical form (`500000元`, `0.5倍`, `2025-08-31`,
 * `沪科〔2025〕212号`), so that 50万元 and 五十万元 compare equal. Ordinals (第三条) and years alone state no figure.
 */
export function figuresIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let rest = normaliseDigits(text)
  rest = rest.replace(documentNumber, (number) => take(found, canonicalNumber(number)))
  rest = rest.replace(date, (...match) => take(found, canonicalDate(match)))
  rest = rest.replace(ordinal, ' ')
  rest = rest.replace(percentInWords, (_, number: string) => take(found, `${toNumber(number)}%`))
  rest = rest.replace(arabicFigure, (_, number: string, scale?: string, unit?: string) =>
    take(found, canonicalFigure(Number(number) * scaleOf(scale), unit)),
  )
  rest.replace(chineseFigure, (whole, number: string, unit: string) =>
    /^[十百千万亿]$/.test(number) ? whole : take(found, canonicalFigure(chineseNumber(number), unit)),
  )
  return found
}

/** Figures of `text` that occur in none of the `passages`. */
export function unsupportedFigures(text: string, passages: readonly string[]): string[] {
  const supported = new Set(passages.flatMap((passage) => [...figuresIn(passage)]))
  return [...figuresIn(text)].filter((figure) => !supported.has(figure))
}

/** The value of a Chinese numeral such as 三千六百万; units only, no decimals. */
export function chineseNumber(word: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const char of word) {
    const scale = scaleValues[char]
    const unit = unitValues[char]
    if (scale) {
      total = (total + section + digit) * scale
      section = 0
      digit = 0
    } else if (unit) {
      section += (digit || 1) * unit
      digit = 0
    } else digit = digitValues[char] ?? 0
  }
  return total + section + digit
}

function normaliseDigits(text: string): string {
  return text
    .replace(/[０-９．％＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(\d)\s+(?=[万亿千百元%人年月天日倍户家项分件笔个])/g, '$1')
}

function take(found: Set<string>, figure: string): string {
  found.add(figure)
  return ' '
}

function canonicalNumber(number: string): string {
  return number
    .replace(/\s/g, '')
    .replace(/[[【(（]/g, '〔')
    .replace(/[\]】)）]/g, '〕')
    .replace(/^(?:依据|根据|按照|按)/, '')
}

function canonicalDate(match: readonly (string | number | undefined)[]): string {
  const [, year, month, day, yearOnly, monthOnly, isoYear, isoMonth, isoDay] = match
  const pad = (part: string | number | undefined) => String(part).padStart(2, '0')
  if (isoYear) return `${isoYear}-${isoMonth}-${isoDay}`
  if (yearOnly) return `${yearOnly}-${pad(monthOnly)}`
  return `${year ?? ''}-${pad(month)}-${pad(day)}`
}

function canonicalFigure(value: number, unit = ''): string {
  const number = Number(value.toPrecision(12))
  return unit === '个百分点' ? `${number}百分点` : `${number}${unit}`
}

function scaleOf(scale: string | undefined): number {
  return scale === undefined ? 1 : (scaleValues[scale] ?? unitValues[scale] ?? 1)
}

function toNumber(word: string): number {
  return /^\d/.test(word) ? Number(word) : chineseNumber(word)
}
