import { chineseDigits, chineseUnits } from '../../policy/index.ts'

/** A part of a numeral: 两 千 三 百 来 万. */
export type Piece =
  | Digits
  | { readonly kind: 'unit' | 'scale'; readonly worth: number }
  | { readonly kind: 'fraction'; readonly value: number }
  /** 零, and 个 in 两个亿: says nothing but that a digit after it is no short form. */
  | { readonly kind: 'filler' }
  | { readonly kind: 'more' | 'around' }

export interface Digits {
  readonly kind: 'digits'
  readonly low: number
  readonly high: number
  readonly isOpen: readonly [low: boolean, high: boolean]
  /** What its last digit that is not zero counts: 1500 → 100, 3.5 → 0.1. */
  readonly step: number
  readonly isArabic: boolean
  /** Whether it may stand for tenths of the unit before it, as in 一百五 and 1万2. */
  readonly isShort: boolean
}

export interface Found {
  readonly piece: Piece
  readonly end: number
}

type ReadPiece = (text: string, at: number, before: readonly Piece[]) => Found | null

/** What counts the digit before it, so that 500万3个人 is no 503,000 people. */
const countWord = /(?:[多来几]?个|[人名位年月家项件天岁成折%周倍次款台套])/y
const counted = '[个名位人家项件款台套条次年天岁月号口百千万亿元块%]'
const arabic = /\d+(?:\.\d+)?|(?<!\.)\.\d+/y
const digitRun = /[零〇一二两三四五六七八九]+/y
/** 廿八 is 28, 卅 is 30; 俩 and 仨 count by themselves. */
const short = /([廿卅])([一二三四五六七八九]?)(?!日|号(?!人))|[俩仨]/y
const several = /(好几|大几|小几|几|数)(个(?=[百千]?[万亿]))?/y
const unit = /十|百(?!分点|分位)|千(?![瓦米克帕兆])/y
const scale = /[万亿]|(?<=\d) ?(?:kw|[kw])(?![a-z])|(?<=[一二三四五六七八九十百千])[w](?![a-z])/iy
const ofScale = /个([多来半])?(?=[万亿](?!级|[人家])|[百千][万亿](?:[元块左以多]|$|[^\p{Letter}]))/uy
const fraction = /点(?:(\d+)|([零〇一二两三四五六七八九]+))(?!\d*分)/y
const more = /[多余](?!少|数|元化|样|额|下|杭)/y
const around = new RegExp(`[来把](?=${counted}|$|[^\\p{Letter}\\p{Number}])`, 'uy')
const letters: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, k: 1e3, w: 1e4, kw: 1e7 }

/** The piece that continues a numeral; null where the numeral ends. */
export const nextPiece: ReadPiece = (text, at, before) => {
  for (const read of [
    readArabic,
    readSeveral,
    readShort,
    readChinese,
    readUnit,
    readScale,
    readOfScale,
    readFraction,
    readVague,
  ]) {
    const found = read(text, at, before)
    if (found) return found
  }
  return null
}

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const readArabic: ReadPiece = (text, at, before) => {
  const [word] = matchAt(arabic, text, at) ?? []
  if (!word) return null
  const end = at + word.length
  if (before.length > 0 && !continuesArabic(word, text, end, before)) return null
  const decimals = word.split('.')[1]
  const step = decimals ? 10 ** -decimals.length : 10 ** (/[1-9]0*$/.exec(word)?.[0].length ?? 1) / 10
  return { piece: { ...digits(Number(word)), step, isArabic: true, isShort: /^[1-9]$/.test(word) }, end }
}

/** 1万2, 3万4000, 7万5千, 1百01; not 500万20人 or 三百20. */
function continuesArabic(word: string, text: string, end: number, before: readonly Piece[]): boolean {
  const [first] = before
  const previous = before.at(-1)
  if (!previous || previous.kind === 'digits' || previous.kind === 'fraction' || word.includes('.')) return false
  if (/[十百千万]/.test(text[end] ?? '')) return true
  if (first?.kind !== 'digits' || !first.isArabic) return false
  if (previous.kind === 'filler' || word.startsWith('0')) return true
  if (previous.kind !== 'unit' && previous.kind !== 'scale') return false
  if (Number(word) >= previous.worth) return false
  if (matchAt(countWord, text, end)) return word.length >= 3 && first.high < 10
  return word.length === 1 || word.length >= 3 || previous.worth === 100
}

/** 几 counts 2 to 9 of what follows it, and 1 to 9 beside tens (十几, 一百零几万). */
const readSeveral: ReadPiece = (text, at, before) => {
  const [word = '', amount] = matchAt(several, text, at) ?? []
  const previous = before.at(-1)
  if (word === '' || (previous && (!/^好?几$/.test(amount ?? '') || previous.kind === 'digits'))) return null
  if (amount === '数' && /[人员工次户家总岁件个参指函]/.test(text[at - 1] ?? '')) return null
  const end = at + word.length
  const ofUnit = /[十百千]/.test(text[end] ?? '')
  if (!previous && !ofUnit && !/[万亿]/.test(text[end] ?? '') && amount !== '好几') return null
  const lowest = { 好几: 3, 大几: 5 }[amount ?? ''] ?? 2
  const isTail = previous && !ofUnit
  const piece = { ...digits(isTail ? 0 : lowest, amount === '小几' ? 5 : 10), isOpen: [Boolean(isTail), true] as const }
  return { piece, end }
}

const readShort: ReadPiece = (text, at, before) => {
  const match = before.length === 0 ? matchAt(short, text, at) : null
  if (!match) return null
  const [word, tens, ones = ''] = match
  const value = tens ? (tens === '廿' ? 20 : 30) + (chineseDigits[ones] ?? 0) : word === '俩' ? 2 : 3
  const step = tens && !ones ? 10 : 1
  return { piece: { ...digits(value), step, isArabic: true }, end: at + word.length }
}

const readChinese: ReadPiece = (text, at, before) => {
  const [run] = matchAt(digitRun, text, at) ?? []
  const previous = before.at(-1)
  if (!run || previous?.kind === 'digits' || previous?.kind === 'fraction') return null
  const end = at + run.length
  const next = text[end] ?? ''
  const [zeros = ''] = /^[零〇]+/.exec(run) ?? []
  if (zeros && (previous ? previous.kind !== 'filler' : zeros === run && next in chineseUnits))
    return { piece: { kind: 'filler' }, end: at + zeros.length }
  if (previous?.kind === 'scale' && previous.worth === 1e4 && next === '十') return null
  if (previous?.kind === 'scale' && matchAt(countWord, text, end)) return null
  const values = [...run].map((char) => chineseDigits[char] ?? 0)
  const [first = 0, second = 0] = values
  if (values.length === 2 && first > 0 && (second === first + 1 || (first === 3 && second === 5)))
    return { piece: { ...digits(first, second), isShort: true }, end }
  if (previous && values.length > 1) return null
  return { piece: { ...digits(Number(values.join(''))), isShort: values.length === 1 }, end }
}

const readUnit: ReadPiece = (text, at, before) => {
  const worth = chineseUnits[matchAt(unit, text, at)?.[0] ?? '']
  const previous = before.at(-1)
  if (!worth || previous?.kind === 'fraction' || (previous?.kind === 'unit' && worth !== 10)) return null
  if (previous?.kind === 'scale') return null
  const lastUnit = before.slice(before.findLastIndex(({ kind }) => kind === 'scale') + 1).findLast(isUnit)
  if (lastUnit && lastUnit.worth <= worth) return null
  return { piece: { kind: 'unit', worth }, end: at + 1 }
}

function isUnit(piece: Piece): piece is Piece & { readonly kind: 'unit' } {
  return piece.kind === 'unit'
}

const readScale: ReadPiece = (text, at, before) => {
  const [word] = matchAt(scale, text, at) ?? []
  const worth = letters[word?.trim().toLowerCase() ?? '']
  if (!word || !worth) return null
  const scales = before.flatMap((piece) => (piece.kind === 'scale' ? [piece.worth] : []))
  const repeats = before.at(-1)?.kind === 'scale' && worth === 1e4
  if (scales.includes(1e8) ? worth !== 1e4 || scales.at(-1) === 1e4 : scales.includes(worth) && !repeats) return null
  return { piece: { kind: 'scale', worth }, end: at + word.length }
}

const readOfScale: ReadPiece = (text, at, before) => {
  const match = matchAt(ofScale, text, at)
  if (!match || before.length === 0 || before.some(({ kind }) => kind === 'scale')) return null
  const end = at + match[0].length
  if (match[1] === '半') return { piece: { kind: 'fraction', value: 0.5 }, end }
  return { piece: { kind: match[1] === '多' ? 'more' : match[1] ? 'around' : 'filler' }, end }
}

const readFraction: ReadPiece = (text, at, before) => {
  const match = before.length > 0 ? matchAt(fraction, text, at) : null
  if (!match || before.some(({ kind }) => kind === 'fraction' || kind === 'more' || kind === 'around')) return null
  const decimals = match[1] ?? [...(match[2] ?? '')].map((char) => chineseDigits[char]).join('')
  return { piece: { kind: 'fraction', value: Number(`0.${decimals}`) }, end: at + match[0].length }
}

/** 多 and 余 after a unit or Arabic digits, 来 and 把 too where something is counted. */
const readVague: ReadPiece = (text, at, before) => {
  const previous = before.at(-1)
  if (!previous || (previous.kind === 'digits' ? !previous.isArabic : !/unit|scale/.test(previous.kind))) return null
  if (matchAt(more, text, at)) return { piece: { kind: 'more' }, end: at + 1 }
  const isFew = text[at] === '把' && before.some(({ kind }) => kind === 'digits')
  return matchAt(around, text, at) && !isFew ? { piece: { kind: 'around' }, end: at + 1 } : null
}

function digits(low: number, high = low): Digits {
  return { kind: 'digits', low, high, isOpen: [false, false], step: 1, isArabic: false, isShort: false }
}
