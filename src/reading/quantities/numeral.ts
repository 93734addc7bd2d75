import { matchAt, nextPiece, type Piece } from './numeral-pieces.ts'
import type { Interval } from './quantity.ts'

export interface Numeral {
  readonly end: number
  readonly interval: Interval
  /** Whether it names no single number: 七八十, 二十几, 十来. */
  readonly isRough: boolean
  readonly isArabic: boolean
  /** Starts with 百, 千, 万 or 亿 and so counts only in company: 上百, 百来, 千万级. */
  readonly isUnitLed: boolean
  /** No digit at all: 百, 千万. */
  readonly isUnitOnly: boolean
  /** Digits without a unit: 五, 二〇二一, 50. */
  readonly isPlain: boolean
  /** Has 万, 亿 or w, as amounts of money do. */
  readonly hasScale: boolean
  /** What its last units multiply, largest first (两千万 → 1000万, 万): a smaller number before 到 may share one. */
  readonly multipliers: readonly number[]
}

const half = /半(?=年(?!报|度|级)|个(?:月|季度|小时)|天|成|折)/y

/** The longest numeral that starts at a place of a plain text. */
export function readNumeral(text: string, start: number): Numeral | null {
  if (matchAt(half, text, start)) return numeralOf([{ kind: 'fraction', value: 0.5 }], start + 1)
  const pieces: Piece[] = []
  const ends = [start]
  for (let found = nextPiece(text, start, pieces); found; found = nextPiece(text, found.end, pieces)) {
    pieces.push(found.piece)
    ends.push(found.end)
  }
  const isTail = pieces.length > 1 && pieces.at(-1)?.kind === 'filler'
  const used = isTail ? pieces.slice(0, -1) : pieces
  return used.length > 0 ? numeralOf(used, ends[used.length] ?? start) : null
}

function numeralOf(pieces: readonly Piece[], end: number): Numeral {
  const [first] = pieces
  const stated = pieces.filter(({ kind }) => kind !== 'more' && kind !== 'around')
  const [low, high] = [worthOf(pieces, 'low'), worthOf(pieces, 'high')]
  const isMore = pieces.some(({ kind }) => kind === 'more')
  const isOpen = (end: 0 | 1) => isMore || pieces.some((piece) => piece.kind === 'digits' && piece.isOpen[end])
  return {
    end,
    interval: { low, lowOpen: isOpen(0), high, highOpen: isOpen(1) },
    isRough: low !== high,
    isArabic: first?.kind === 'digits' && first.isArabic,
    isUnitLed: (first?.kind === 'unit' && first.worth > 10) || first?.kind === 'scale',
    isUnitOnly: stated.every((piece) => 'worth' in piece && piece.worth > 10),
    isPlain: pieces.every(({ kind }) => kind === 'digits' || kind === 'fraction' || kind === 'filler'),
    hasScale: stated.some((piece) => piece.kind === 'scale' && piece.worth >= 1e4),
    multipliers: multipliersOf(stated),
  }
}

function multipliersOf(pieces: readonly Piece[]): number[] {
  const units = pieces.slice(pieces.findLastIndex((piece) => !('worth' in piece) || piece.worth === 10) + 1)
  const worths = units.flatMap((piece) => ('worth' in piece ? [piece.worth] : []))
  return worths.map((_, index) => worths.slice(index).reduce((product, worth) => product * worth, 1))
}

/** What the pieces add up to, with the lowest or the highest value of each vague one. */
function worthOf(pieces: readonly Piece[], side: 'low' | 'high'): number {
  return tidy(closeSection(pieces.reduce((sum, piece) => add(sum, piece, side), nothing)))
}

interface Sum {
  /** Closed by 亿, closed by 万, and still open. */
  readonly billions: number
  readonly thousands: number
  readonly section: number
  /** A digit whose unit is still to come. */
  readonly pending: { readonly value: number; readonly isShort: boolean } | null
  readonly step: number
  readonly isEmpty: boolean
}

const nothing: Sum = { billions: 0, thousands: 0, section: 0, pending: null, step: 1, isEmpty: true }

function add(sum: Sum, piece: Piece, side: 'low' | 'high'): Sum {
  switch (piece.kind) {
    case 'digits': {
      const pending = { value: piece[side], isShort: piece.isShort && sum.step >= 100 }
      return { ...sum, pending, step: piece.isShort ? sum.step : piece.step, isEmpty: false }
    }
    case 'filler':
      return { ...sum, pending: sum.pending && { ...sum.pending, isShort: false }, step: 1 }
    case 'unit': {
      const section = sum.section + (sum.pending?.value ?? 1) * piece.worth
      return { ...sum, section, pending: null, step: piece.worth, isEmpty: false }
    }
    case 'scale':
      return addScale(sum, piece.worth)
    case 'fraction':
      return { ...sum, section: sectionOf(sum) + piece.value, pending: null, step: 1 }
    case 'more':
      return { ...sum, section: sectionOf(sum) + (side === 'low' ? 0 : sum.step), pending: null }
    case 'around': {
      const section = sectionOf(sum)
      const distance = side === 'low' ? -(sum.thousands + section) / 10 : sum.step / 2
      return { ...sum, section: section + distance, pending: null }
    }
  }
}

function addScale(sum: Sum, worth: number): Sum {
  const section = sectionOf(sum)
  const step = sum.step < 1 ? sum.step * worth : worth
  const rest = { section: 0, pending: null, step, isEmpty: false }
  if (sum.isEmpty) return { ...sum, ...rest, thousands: worth }
  if (worth === 1e8) return { ...rest, billions: (sum.thousands + section) * worth, thousands: 0 }
  const repeated = section === 0 && !sum.pending ? sum.thousands * worth : sum.thousands
  return { ...sum, ...rest, thousands: repeated + section * worth }
}

function sectionOf({ section, pending, step }: Sum): number {
  return section + (pending ? pending.value * (pending.isShort ? step / 10 : 1) : 0)
}

function closeSection(sum: Sum): number {
  return sum.billions + sum.thousands + sectionOf(sum)
}

function tidy(value: number): number {
  return Number(value.toPrecision(15))
}
