import { findQuantities, type Quantity } from '../quantities/find-quantities.ts'
import { findEnglishQuantities } from './english-quantities.ts'
import type { FactWords, Label } from './fact-words.ts'
import type { Found } from './find-words.ts'
import type { CueGroup } from './reading-words.ts'
import { type SpelledText, spellText } from './spell-text.ts'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Clause extends Span {
  readonly text: string
  /** Clauses between two full stops share it. */
  readonly sentence: number
}

/** A message taken apart: clauses, names of facts, words about them and quantities, all with their places in `text`. */
export interface Message {
  readonly text: string
  readonly spelled: SpelledText
  readonly asOf: string
  readonly asked: readonly string[]
  readonly clauses: readonly Clause[]
  readonly labels: readonly Found<Label>[]
  readonly cues: readonly Found<CueGroup>[]
  readonly quantities: readonly Quantity[]
}

export function openMessage(given: string, asOf: string, asked: readonly string[], words: FactWords): Message {
  const spelled = spellText(given, words.typos)
  const { text } = spelled
  const labels = meantLabels(words.findLabels(text), asked)
  const spent = labels.filter(({ value, start, end }) => !value.isParted && text.slice(start, end) !== '公司')
  const rest = [...spent, ...words.findNeutral(text)].reduce(blankOut, text)
  return {
    text,
    spelled,
    asOf,
    asked,
    clauses: clausesOf(text),
    labels,
    cues: words.findCues(rest),
    quantities: quantitiesOf(text, asOf).filter(
      (one) => !labels.some((label) => !label.value.isParted && isWithin(one, label)),
    ),
  }
}

/** 没逾期 answers for this loan where it was asked about, and else for any loan. */
function meantLabels(labels: readonly Found<Label>[], asked: readonly string[]): Found<Label>[] {
  const told = labels.filter(({ value }) => !value.isOnlyAsked || asked.includes(value.fact))
  const answers = told.filter(({ value }) => value.isOnlyAsked)
  return told.filter(
    (one) =>
      one.value.isOnlyAsked ||
      asked.includes(one.value.fact) ||
      !answers.some((answer) => answer.start === one.start && answer.end === one.end),
  )
}

/** A bar, which no word contains, in place of every character of a span. */
export function blankOut(text: string, { start, end }: Span): string {
  return text.slice(0, start) + '|'.repeat(end - start) + text.slice(end)
}

function quantitiesOf(text: string, asOf: string): Quantity[] {
  const english = findEnglishQuantities(text, asOf)
  const others = findQuantities(text, asOf).filter((one) => !english.some((other) => overlap(one, other)))
  const whole = others.filter(({ start }) => !/[廿卅]/.test(text[start - 1] ?? ''))
  const sorted = [...english, ...whole].sort((one, other) => one.start - other.start)
  return sorted.map((one, place) => (sorted[place + 1]?.start === one.end ? withoutNoun(one) : one))
}

/** 软著5个员工30人: the noun belongs to the figure after it. */
function withoutNoun(quantity: Quantity): Quantity {
  const { unit, end, text } = quantity
  const noun = unit !== null && /^[个名](?:员工|工人|职工)$/.test(unit) ? 2 : 0
  return noun === 0 ? quantity : { ...quantity, unit: '个', end: end - noun, text: text.slice(0, -noun) }
}

export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && one.end > other.start
}

/** Commas and points within numbers part nothing. */
const boundary = /[，。；！？,;!?\n（）()…]+|[~～]+(?=\s*$)|\.(?!\d|,)(?=\s|$)/g

function clausesOf(text: string): Clause[] {
  const marks = [...text.matchAll(boundary)].filter(({ 0: mark, index }) => !isInNumber(text, mark, index))
  const starts = [0, ...marks.map(({ 0: mark, index }) => index + mark.length)]
  let sentence = 0
  return starts.map((start, place) => {
    const mark = marks[place]
    const end = mark?.index ?? text.length
    const clause = { start, end, text: text.slice(start, end), sentence }
    if (/[。；！？;!?\n.]/.test(mark?.[0] ?? '')) sentence += 1
    return clause
  })
}

function isInNumber(text: string, mark: string, index: number): boolean {
  return mark === ',' && /\d$/.test(text.slice(0, index)) && /^\d{3}(?!\d)/.test(text.slice(index + 1))
}

export function isWithin({ start, end }: Span, outer: Span): boolean {
  return start >= outer.start && end <= outer.end
}

export function cuesIn(message: Message, span: Span, ...groups: readonly CueGroup[]): Found<CueGroup>[] {
  return message.cues.filter((cue) => groups.includes(cue.value) && isWithin(cue, span))
}

export function hasCue(message: Message, span: Span, ...groups: readonly CueGroup[]): boolean {
  return message.cues.some((cue) => groups.includes(cue.value) && isWithin(cue, span))
}
