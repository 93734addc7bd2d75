import type { Passage } from '../passage.ts'
import { readLines } from './lines.ts'
import { frame } from './opening-and-closing.ts'
import { isTitle, outline, type Section } from './outline.ts'
import { packLines, size } from './pack.ts'

/** A passage in the making. */
interface Unit {
  readonly anchor: string
  readonly headings: readonly string[]
  readonly start: number
  readonly bodyStart: number
  readonly end: number
  readonly length: number
  /** A short item of a list, which may share a passage with its neighbour. */
  readonly isTinyItem: boolean
}

/**
 * The passages of an official original, along its own numbering. Their slices `start`–`end` join to the whole text.
 * A text without a single character to quote has none.
 */
export function chunkDocument(input: { documentId: string; title: string; text: string }): Passage[] {
  const { documentId, title, text } = input
  if (text.trim() === '') return []
  const sections = frame(outline(readLines(text), title))
  const units = glueEmpty(
    sections.flatMap((section) => buildUnits(section, [])),
    text,
    title,
  )
  const anchors = new Map<string, number>()
  return units.map((unit) => {
    const anchor = claimAnchor(unit.anchor, anchors)
    const bodyStart = skipSpace(text, unit.bodyStart, unit.end)
    return {
      id: `${documentId}#${anchor}`,
      documentId,
      anchor,
      headings: [...unit.headings],
      text: text.slice(bodyStart, unit.end).trimEnd(),
      start: unit.start,
      bodyStart,
      end: unit.end,
      validFrom: null,
      validUntil: null,
    }
  })
}

function buildUnits(section: Section, above: readonly string[]): Unit[] {
  const below = section.lead === null ? above : [...above, section.lead]
  const children = mergeTinyItems(section.children.flatMap((child) => buildUnits(child, below)))
  const own = ownUnits(section, above, below)
  const [lead] = own
  const [firstChild] = children
  if (!lead || !firstChild) return own
  if (section.isHeaded && lead.length === 0) {
    const anchor = section.style === '条' && children.length === 1 ? section.anchor : firstChild.anchor
    return [{ ...firstChild, anchor, start: lead.start, isTinyItem: false }, ...children.slice(1)]
  }
  const whole = joinUnits(own.concat(children))
  return !section.isHeaded && whole && whole.length <= size.merged ? [whole] : own.concat(children)
}

/** What a section says before its first subsection; its length is 0 where there is only the heading. */
function ownUnits(section: Section, above: readonly string[], below: readonly string[]): Unit[] {
  const first = section.lines[0]
  const last = section.lines.at(-1)
  if (!first || !last) return []
  const body = section.isHeaded ? section.lines.slice(1) : section.lines
  const hasBody = body.some((line) => line.text.trim() !== '')
  const pieces = hasBody ? packLines(body) : [{ start: first.start, end: last.end, length: 0, header: null }]
  const isItem = !section.isHeaded && section.children.length === 0 && section.style !== '' && section.style !== '条'
  return pieces.map((piece, index) => ({
    anchor: index === 0 ? section.anchor : `${section.anchor}-part-${index + 1}`,
    headings: [...(index === 0 && !section.isHeaded ? above : below), ...(piece.header ? [piece.header] : [])],
    start: index === 0 ? first.start : piece.start,
    bodyStart: piece.start,
    end: piece.end,
    length: piece.length,
    isTinyItem: isItem && pieces.length === 1 && piece.length < size.tiny,
  }))
}

function mergeTinyItems(units: readonly Unit[]): Unit[] {
  const merged: Unit[] = []
  for (const unit of units) {
    const previous = merged.at(-1)
    const both = previous?.isTinyItem && unit.isTinyItem ? joinUnits([previous, unit]) : null
    if (both && both.length <= size.merged) merged[merged.length - 1] = both
    else merged.push(unit)
  }
  return merged
}

/** One unit under the name of the first, over adjacent units. */
function joinUnits(units: readonly Unit[]): Unit | null {
  const [first] = units
  const last = units.at(-1)
  if (!first || !last) return null
  return { ...first, end: last.end, length: units.reduce((sum, unit) => sum + unit.length, 0) }
}

/** Gives a unit that says nothing, or only repeats the title, to the next one, or to the one before. */
function glueEmpty(units: readonly Unit[], text: string, title: string): Unit[] {
  const kept: Unit[] = []
  let pendingStart: number | null = null
  for (const [index, unit] of units.entries()) {
    const body = text.slice(unit.bodyStart, unit.end).trim()
    const isLast = index === units.length - 1
    if (!isLast && (body === '' || (unit.anchor === 'head' && isTitle(body, title)))) {
      pendingStart ??= unit.start
      continue
    }
    const previous = kept.at(-1)
    if (body === '' && previous) kept[kept.length - 1] = { ...previous, end: unit.end }
    else kept.push({ ...unit, start: pendingStart ?? unit.start })
    pendingStart = null
  }
  return kept
}

function skipSpace(text: string, from: number, end: number): number {
  let offset = from
  while (offset < end && /\s/.test(text.charAt(offset))) offset += 1
  return offset
}

/** A list that starts again at 1 under the same parent gets anchors of its own. */
function claimAnchor(anchor: string, taken: Map<string, number>): string {
  const count = (taken.get(anchor) ?? 0) + 1
  taken.set(anchor, count)
  return count === 1 ? anchor : claimAnchor(`${anchor}-again-${count}`, taken)
}
