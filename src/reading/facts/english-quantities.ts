import { exactly, type Interval, type Quantity, unbounded } from '../quantities/quantity.ts'

const smallNumbers = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
}
const currencies: Readonly<Record<string, number>> = { 'ten thousand yuan': 1e4, 'hundred million yuan': 1e8 }

const words = `(?:${tens.join('|')})(?:[- ](?:${smallNumbers.slice(1, 10).join('|')}))?|${smallNumbers.join('|')}`
const before = [
  '(?<low>at least|no less than)',
  '(?<above>more than|over|above)',
  '(?<high>at most|no more than|up to)',
  '(?<below>less than|under|below|fewer than)',
  '(?<about>about|around|roughly|approximately|nearly|almost|some)',
].join('|')
const amounts = new RegExp(
  `(?<![\\w.-])(?:(?:${before}) )?(?:(?<sign>rmb|cny|¥) ?)?(?<number>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?|${words})` +
    '(?:[- ]?(?<scale>million|thousand|billion|mn|bn|[kmb])(?![a-z]))?' +
    '(?: ?(?<share>%|percent|per cent)| ?(?<currency>ten thousand yuan|hundred million yuan|yuan|rmb|cny)' +
    '|[- ](?<people>persons?|people|employees|staff|workers|strong)|[- ](?<span>years?|months?))?' +
    '(?![a-z\\d]|\\.\\d)(?!(?<=\\d ?)[\\u4e00-\\u9fff%])(?: or (?<end>more|less))?',
  'g',
)
const dates = new RegExp(
  `(?<![a-z])(?:(\\d{1,2}) )?(?:(${months.join('|')})[a-z]* (?:(\\d{1,2}), )?)((?:19|20)\\d\\d)(?!\\d)` +
    '|(?<=(?:in|since|founded|established|incorporated|registered|from) )((?:19|20)\\d\\d)(?!\\d)',
  'g',
)

const relative = /(?<![a-z])(last|this) year(?![a-z])/g

/** Amounts and dates of an English text in lower case: 36 million yuan, 42-person, May 2020. */
export function findEnglishQuantities(text: string, asOf: string): Quantity[] {
  if (!/[a-z]{2}|[km]\b/.test(text)) return []
  const found = [...[...text.matchAll(dates)].flatMap(dateOf), ...[...text.matchAll(relative)].map(yearFrom(asOf))]
  const isFree = ({ start, end }: Quantity) => !found.some((date) => start < date.end && end > date.start)
  return [...found, ...[...text.matchAll(amounts)].map(amountOf).filter(isFree)]
}

function amountOf(match: RegExpExecArray): Quantity {
  const { number = '', scale, share, currency, sign, people, span, about } = match.groups ?? {}
  const isYears = span?.startsWith('year') ?? false
  const factor =
    (scales[scale ?? ''] ?? 1) * (currencies[currency ?? ''] ?? 1) * (share ? 0.01 : 1) * (isYears ? 12 : 1)
  const value = Number((numberOf(number) * factor).toPrecision(14))
  const kind = share ? 'ratio' : span ? 'duration' : currency || sign || scale ? 'money' : 'number'
  const unit = people ? '人' : span ? (isYears ? 'year' : 'month') : (scale ?? share ?? currency ?? null)
  return {
    ...spanOf(match),
    kind,
    unit,
    interval: boundsOf(value, match.groups ?? {}),
    isApproximate: about !== undefined,
  }
}

function boundsOf(
  value: number,
  { low, above, high, below, about, end }: Record<string, string | undefined>,
): Interval {
  const tenth = (share: number) => Number((value * share).toPrecision(12))
  if (low || end === 'more') return { ...unbounded, low: value }
  if (above) return { ...unbounded, low: value, lowOpen: true }
  if (high || end === 'less') return { ...unbounded, high: value }
  if (below) return { ...unbounded, high: value, highOpen: true }
  return about ? { ...unbounded, low: tenth(0.9), high: tenth(1.1) } : exactly(value)
}

function numberOf(spelled: string): number {
  if (/\d/.test(spelled)) return Number(spelled.replaceAll(',', ''))
  const [first = '', second = ''] = spelled.split(/[- ]/)
  const ten = tens.indexOf(first)
  return ten < 0 ? smallNumbers.indexOf(first) : (ten + 2) * 10 + Math.max(0, smallNumbers.indexOf(second))
}

function dateOf(match: RegExpExecArray): Quantity[] {
  const [, dayBefore, name, dayBehind, year, yearAlone] = match
  const month = months.indexOf(name ?? '') + 1
  if (month === 0) return [dateQuantity(match, `${yearAlone}-01-01`, `${yearAlone}-12-31`)]
  const length = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const day = Number(dayBefore ?? dayBehind ?? 0)
  if (day > length) return [{ ...dateQuantity(match, '', ''), kind: 'no-day' }]
  const iso = (of: number) => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`
  return [dateQuantity(match, iso(day || 1), iso(day || length))]
}

function yearFrom(asOf: string): (match: RegExpExecArray) => Quantity {
  return (match) => {
    const year = Number(asOf.slice(0, 4)) - (match[1] === 'last' ? 1 : 0)
    return dateQuantity(match, `${year}-01-01`, `${year}-12-31`)
  }
}

function dateQuantity(match: RegExpExecArray, from: string, until: string): Quantity {
  const days = from === '' ? {} : { from, until }
  return { ...spanOf(match), kind: 'date', unit: null, interval: unbounded, ...days, isApproximate: false }
}

function spanOf({ 0: text, index }: RegExpExecArray) {
  return { start: index, end: index + text.length, text }
}
