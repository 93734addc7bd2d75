import { chineseNumber, scaleOf } from './chinese-number.ts'

const units = '个百分点|百分点|个月|元|%|‰|人|户次|户|家|年|月|天|日|倍|项|分|件|笔|批|场|次|名|个'
const numeral = '[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+[万亿]*)?'
const arabicFigure = new RegExp(`(\\d+(?:\\.\\d+)?)((?:百(?!分点)|[千万亿])*)(${units})?`, 'g')
const chineseFigure = new RegExp(`(${numeral})(${units})`, 'g')
const partInWords = new RegExp(`([百千万])分之(${numeral}|\\d+(?:\\.\\d+)?)`, 'g')
const documentNumber = /[\u4e00-\u9fff]*[〔[【(（]\d{4}[〕\]】)）]\s*第?\d+号|公告\s*\d{4}年第\d+号|\d{4}年第\d+号/g
const dateInWords = /([零〇一二三四五六七八九]{4})年(?:([一二三四五六七八九十]+)月(?:([一二三四五六七八九十]+)日)?)?/g
const date = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日|(\d{4})年(\d{1,2})月|(\d{4})-(\d{2})-(\d{2})/g
const ordinal =
  /第[\d一二三四五六七八九十百]+[条款项批号部分章节届次年]+|[“"「]?\d\+\d[”"」]?|(?:(?:19|20)\d\d[至到—–~-]+)?(?:19|20)\d\d年(?!以)/g
/** What may stand before the issuer of a document number without belonging to it. */
const leadIn =
  /^[\u4e00-\u9fff]*(?:依据|根据|按照|文号|文件|公布|[的由被按见为是属把年月日看来和与及或])(?=[^\d]*[〔[【(（])/

/** Where a figure, date or document number stands in a text of normal digits. */
export interface FigurePlace {
  readonly kind: 'figure' | 'date' | 'number'
  readonly start: number
  readonly end: number
  /** In canonical form. */
  readonly figure: string
}

/**
 * Every figure, date and document number of a text in one canonical form (`500000元`, `0.5倍`, `2025-08-31`,
 * `沪科〔2025〕212号`), so that 50万元 and 五十万元 compare equal. Ordinals (第三条) and years alone state no figure.
 */
export function figuresIn(text: string): ReadonlySet<string> {
  return new Set(placesIn(normaliseDigits(text)).map(({ figure }) => figure))
}

/** The figures and dates of a text of normal digits, in their order. */
export function figurePlaces(text: string): FigurePlace[] {
  return placesIn(text)
    .filter(({ kind }) => kind !== 'number')
    .sort((a, b) => a.start - b.start)
}

/** What is read of one kind is blanked out, so that nothing of it is read as another. */
function placesIn(text: string): FigurePlace[] {
  const places: FigurePlace[] = []
  const take = (
    rest: string,
    kind: FigurePlace['kind'],
    pattern: RegExp,
    read: (match: RegExpExecArray) => Read | null,
  ) =>
    [...rest.matchAll(pattern)].reduce((left, match) => {
      const { figure, lead = 0 } = read(match) ?? {}
      if (figure === undefined) return left
      const [start, end] = [match.index + lead, match.index + match[0].length]
      places.push({ kind, start, end, figure })
      return left.slice(0, start) + blank(left.slice(start, end)) + left.slice(end)
    }, rest)
  let rest = take(text, 'number', documentNumber, readNumber)
  rest = take(rest, 'date', date, dateReader(rest)).replace(ordinal, blank)
  rest = take(rest, 'figure', partInWords, readPart)
  rest = take(rest, 'figure', arabicFigure, readArabic)
  take(rest, 'figure', chineseFigure, readChinese)
  return places
}

interface Read {
  readonly figure: string
  /** How many characters of the match do not belong to it. */
  readonly lead?: number
}

function readNumber([words]: RegExpExecArray): Read {
  const lead = leadIn.exec(words)?.[0].length ?? 0
  return { figure: canonicalNumber(words.slice(lead)), lead }
}

function readPart([, whole = '', number = '']: RegExpExecArray): Read {
  return { figure: canonicalFigure((toNumber(number) * 100) / scaleOf(whole), '%') }
}

function readArabic([, number, scale = '', unit]: RegExpExecArray): Read {
  return { figure: canonicalFigure(Number(number) * scaleOf(scale), unit) }
}

function readChinese([, number = '', unit]: RegExpExecArray): Read | null {
  return /^[百千万亿]+$/.test(number) ? null : { figure: canonicalFigure(chineseNumber(number), unit) }
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

function blank(words: string): string {
  return ' '.repeat(words.length)
}

function canonicalNumber(number: string): string {
  return number
    .replace(/\s/g, '')
    .replace(/[[【(（]/g, '〔')
    .replace(/[〕\]】)）]第?/g, '〕')
}

/** A date without a year takes that of the date before it in its sentence (2026年6月1日至8月31日). */
function dateReader(text: string): (match: RegExpExecArray) => Read {
  let last = { year: '', end: 0 }
  return (match) => {
    const between = text.slice(last.end, match.index)
    const inherited = /[。；;！？!?\n]|每年|年度|次年|翌年|当年/.test(between) ? '' : last.year
    const figure = canonicalDate(match, inherited)
    last = { year: /^\d{4}/.exec(figure)?.[0] ?? '', end: match.index + match[0].length }
    return { figure }
  }
}

function canonicalDate(match: RegExpExecArray, inherited: string): string {
  const [, year, month, day, yearOnly, monthOnly, isoYear, isoMonth, isoDay] = match
  const pad = (part: string | number | undefined) => String(part).padStart(2, '0')
  if (isoYear) return `${isoYear}-${isoMonth}-${isoDay}`
  if (yearOnly) return `${yearOnly}-${pad(monthOnly)}`
  return `${year ?? inherited}-${pad(month)}-${pad(day)}`
}

function canonicalFigure(value: number, unit = ''): string {
  if (unit === '‰') return canonicalFigure(value / 10, '%')
  return `${Number(value.toPrecision(12))}${unit === '个百分点' ? '百分点' : unit}`
}

function toNumber(word: string): number {
  return /^\d/.test(word) ? Number(word) : chineseNumber(word)
}
