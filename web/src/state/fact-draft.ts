import type { FactReply, FactValue } from '../contract.ts'
import { fill, formatNumber, wording } from '../wording/index.ts'
import { industryOption } from './industries.ts'
import { locale } from './preferences.ts'

/** A fact as it is being written: the text of its field, and the size of the unit it is written in. */
export interface FactDraft {
  readonly text: string
  readonly scale: number
}

export const yuanScales = [
  { scale: 1, name: 'yuan' },
  { scale: 10_000, name: 'tenThousand' },
  { scale: 100_000_000, name: 'hundredMillion' },
] as const

/** What stands in the field at first: the value where it is exact, else nothing. */
export function draftOf(fact: FactReply, value: FactValue | null): FactDraft {
  const exact = value !== null && 'value' in value ? value.value : null
  if (typeof exact === 'number') return numberDraft(fact, exact)
  const scale = fact.unit === 'yuan' ? 10_000 : scaleOf(fact)
  if (exact === null) return { text: '', scale }
  const code = fact.type === 'industry' ? industryOption(fact.options, String(exact))?.value : undefined
  return { text: code ?? String(exact), scale }
}

function numberDraft(fact: FactReply, value: number): FactDraft {
  const largest = yuanScales.findLast(({ scale }) => Math.abs(value) >= scale)?.scale ?? 1
  const scale = fact.unit === 'yuan' ? largest : scaleOf(fact)
  return { text: String(exactly(value / scale)), scale }
}

/** A share is written in per cent. */
function scaleOf({ unit }: FactReply): number {
  return unit === 'ratio' ? 0.01 : 1
}

export type DraftResult = { readonly value: FactValue } | { readonly problem: string }

/** Reads what was written, or says what is wrong with it. */
export function readDraft(fact: FactReply, { text, scale }: FactDraft): DraftResult {
  const words = wording.value.company
  if (text.trim() === '') return { problem: words.needsValue }
  if (fact.type === 'boolean') return { value: { value: text === 'true' } }
  if (fact.type !== 'number') return { value: { value: text } }
  const written = readNumber(text)
  if (written === null) return { problem: words.needsNumber }
  const value = exactly(written * scale)
  const isWithin = (fact.min === null || value >= fact.min) && (fact.max === null || value <= fact.max)
  return isWithin ? { value: { value } } : { problem: rangeText(fact, scale) }
}

function rangeText({ min, max }: FactReply, scale: number): string {
  const words = wording.value.company
  const text = (bound: number) => formatNumber(exactly(bound / scale), locale.value)
  if (max === null) return fill(words.tooLow, { min: text(min ?? 0) })
  return fill(words.outOfRange, { min: text(min ?? 0), max: text(max) })
}

/** Also as a phone's Chinese keyboard writes it: full-width digits, and commas between thousands. */
function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s%]/g, '')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

/** Without the dust of binary fractions: 7 × 0.01 is 0.07. */
function exactly(value: number): number {
  return Number(value.toPrecision(12))
}
