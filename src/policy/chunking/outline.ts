import { type Ladder, learnLadder } from './ladder.ts'
import type { Line } from './lines.ts'
import { type Label, readLabel } from './numbering.ts'

/** A provision with the lines that are its own; what it contains stands in `children`. */
export interface Section {
  readonly anchor: string
  readonly style: string
  /** Its first line as a heading for what stands below it; null where it opens no level. */
  readonly lead: string | null
  /** Whether the first line is nothing but a heading. */
  readonly isHeaded: boolean
  readonly lines: readonly Line[]
  readonly children: readonly Section[]
}

/** A provision that is still taking lines. */
interface Draft {
  readonly anchor: string
  readonly label: Label | null
  readonly lines: Line[]
  readonly children: Draft[]
}

/** Sorts lines under the numbered provisions they belong to; the first section holds what precedes all numbers. */
export function outline(lines: readonly Line[], title: string): Section[] {
  const labels = lines.map((line) => (line.table === null && !isTitle(line.text, title) ? readLabel(line.text) : null))
  const isAbove = learnLadder(labels.filter((label) => label !== null))
  const root: Draft = { anchor: '', label: null, lines: [], children: [] }
  const lastNumbers = new Map<string, number>()
  let path: Draft[] = [root]
  for (const [index, line] of lines.entries()) {
    const label = labels[index]
    if (label && opens(label, lastNumbers)) path = openSection(label, path, isAbove)
    path.at(-1)?.lines.push(line)
  }
  return [finish({ ...root, children: [] }), ...root.children.map(finish)]
}

/** Whether a Markdown heading, or a line at the head, only repeats the title of the document. */
export function isTitle(line: string, title: string): boolean {
  return line.length < 400 && withoutMarks(line) === withoutMarks(title)
}

function withoutMarks(text: string): string {
  return text.replace(/^[\s#]+/, '').replaceAll(/[\s　]/g, '')
}

/** A list starts at 1 and goes on by 1; any other number at the start of a line belongs to its sentence. */
function opens({ style, number }: Label, lastNumbers: Map<string, number>): boolean {
  if (number === null) return true
  if (number !== 1 && number !== (lastNumbers.get(style) ?? 0) + 1) return false
  lastNumbers.set(style, number)
  return true
}

function openSection(label: Label, path: readonly Draft[], isAbove: Ladder): Draft[] {
  const level = path.findIndex((draft) => draft.label && !isAbove(draft.label.style, label.style))
  const parents = level === -1 ? path : path.slice(0, level)
  const parent = parents.at(-1)
  const number = label.number ?? (parent?.children.length ?? 0) + 1
  const draft: Draft = {
    anchor: childAnchor(parent?.anchor ?? '', label.style, number),
    label,
    lines: [],
    children: [],
  }
  parent?.children.push(draft)
  return [...parents, draft]
}

/** Articles count through a whole document or annex, so their anchors leave out the chapter. */
function childAnchor(parent: string, style: string, number: number): string {
  const annex = /^annex-\d+/.exec(parent)?.[0]
  if (style === '附件') return `annex-${number}`
  if (style === '条') return annex ? `${annex}-art-${number}` : `art-${number}`
  return parent === '' ? `p-${number}` : `${parent}-${number}`
}

function finish(draft: Draft): Section {
  const children = draft.children.map(finish)
  const firstLine = draft.lines[0]?.text ?? ''
  const hasContent = children.length > 0 || draft.lines.slice(1).some((line) => line.text.trim() !== '')
  return {
    anchor: draft.anchor,
    style: draft.label?.style ?? '',
    lead: draft.label && readLead(firstLine, draft.label),
    isHeaded: draft.label !== null && hasContent && isHeading(firstLine, draft.label),
    lines: draft.lines,
    children,
  }
}

const longestHeading = 40

function isHeading(line: string, label: Label): boolean {
  if (label.number === null) return true
  const rest = line.slice(label.length).trim()
  if (rest.length > longestHeading) return false
  return rest.length <= 12 ? !/[。；;，,]/.test(rest) : !/[。；;：:，]/.test(rest)
}

/** The heading, or of a provision that goes on in the same line its number and first phrase. */
function readLead(line: string, label: Label): string {
  const text = line.slice(0, 400).trim()
  if (label.number === null) return text.replace(/^#+\s+/, '').replace(/\s#+$/, '')
  const phrase = /^[^。；;：:]*/.exec(text)?.[0].trim() ?? text
  return phrase.length <= longestHeading + label.length ? phrase : text.slice(0, label.length).trim()
}
