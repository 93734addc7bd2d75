import { isSeparatorRow, type Line } from './lines.ts'
import { splitPoints } from './split-text.ts'

/** Sizes of passages in characters. */
export const size = { tiny: 80, merged: 300, longest: 400 } as const

/** A slice of the text; a later part of a table names the columns it continues. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly length: number
  readonly header: string | null
}

/** Groups the lines of one section into pieces of a good size; the pieces join to the lines. */
export function packLines(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = []
  for (const block of groupBlocks(lines).flatMap(splitBlock)) {
    const previous = pieces.at(-1)
    const merged = previous && mergePieces(previous, block)
    if (merged) pieces[pieces.length - 1] = merged
    else pieces.push(block)
  }
  return pieces
}

function mergePieces(one: Piece, other: Piece): Piece | null {
  const length = one.length + other.length
  const isEitherTiny = one.length < size.tiny || other.length < size.tiny
  if (one.header !== null || other.header !== null || length > size.merged || !isEitherTiny) return null
  return { ...one, end: other.end, length }
}

/** A table, or a paragraph, with the blank lines after it (and those before the first). */
function groupBlocks(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = []
  let isOpen = false
  for (const line of lines) {
    const current = blocks.at(-1)
    const continuesTable = line.table !== null && current?.some((other) => other.table === line.table)
    if (current && (!isOpen || line.text.trim() === '' || continuesTable)) current.push(line)
    else blocks.push([line])
    isOpen ||= line.text.trim() !== ''
  }
  return blocks
}

function toPiece(lines: readonly Line[], header: string | null): Piece {
  const start = lines[0]?.start ?? 0
  return {
    start,
    end: lines.at(-1)?.end ?? start,
    length: lines.reduce((sum, line) => sum + line.text.trim().length, 0),
    header,
  }
}

function splitBlock(lines: readonly Line[]): Piece[] {
  const piece = toPiece(lines, null)
  if (piece.length <= size.longest) return [piece]
  const isTable = lines.filter((line) => line.table !== null).length > 1
  if (!isTable) return cutPiece(piece, lines)
  return splitTable(lines).flatMap((part) => (part.length > size.longest * 3 ? cutPiece(part, lines) : [part]))
}

/** Cuts between rows; the first part holds the header itself. */
function splitTable(lines: readonly Line[]): Piece[] {
  const rows = lines.filter((line) => line.table !== null)
  const header = rows[0]?.text.trim() ?? ''
  const firstBody = rows.find((row, index) => index > 0 && !isSeparatorRow(row.text))
  const parts: Line[][] = [[]]
  let length = 0
  for (const line of lines) {
    const isAfterHeader = firstBody !== undefined && line.start > firstBody.start
    if (isAfterHeader && line.text.trim() !== '' && length + line.text.length > size.longest) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(line)
    length += line.text.length
  }
  return parts.map((part, index) => toPiece(part, index === 0 ? null : header))
}

function cutPiece(piece: Piece, lines: readonly Line[]): Piece[] {
  const first = lines[0]?.start ?? 0
  const text = lines
    .map((line) => line.text.padEnd(line.end - line.start, '\n'))
    .join('')
    .slice(piece.start - first, piece.end - first)
  const offsets = splitPoints(text.trimEnd(), size.longest).map((offset) => piece.start + offset)
  return [piece.start, ...offsets].map((start, index) => {
    const end = offsets[index] ?? piece.end
    return { start, end, length: end - start, header: piece.header }
  })
}
