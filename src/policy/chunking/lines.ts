/** One line of a document with its place; `end` is after its line feed. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Rows of one table share a number; null outside tables. */
  readonly table: number | null
}

/** Cuts a text into lines whose slices join to the whole text, and marks the rows of tables. */
export function readLines(text: string): Line[] {
  const slices = cutLines(text)
  const rowKinds = slices.map((line) => rowKind(line.text))
  let table = 0
  return slices.map((line, index) => {
    const kind = rowKinds[index] ?? null
    if (kind === null) return { ...line, table: null }
    const follows = rowKinds[index - 1] === kind
    if (!follows && rowKinds[index + 1] !== kind) return { ...line, table: null }
    if (!follows) table += 1
    return { ...line, table }
  })
}

/** Whether this is the row of dashes below the header of a Markdown table. */
export function isSeparatorRow(text: string): boolean {
  return text.includes('-') && /^[\s|:-]+$/.test(text)
}

/** A lone tab after a number is a way to indent, not a column. */
function rowKind(text: string): 'markdown' | 'tabs' | null {
  const trimmed = text.trim()
  if (trimmed.startsWith('|') && trimmed.length > 1) return 'markdown'
  const cells = trimmed.split('\t')
  if (cells.length < 2) return null
  return cells.length === 2 && (cells[0] ?? '').length <= 6 && /[、.．）)条]$/.test(cells[0] ?? '') ? null : 'tabs'
}

function cutLines(text: string): Omit<Line, 'table'>[] {
  const lines: Omit<Line, 'table'>[] = []
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed === -1 ? text.length : feed + 1
    lines.push({ start, end, text: text.slice(start, feed === -1 ? end : feed) })
    start = end
  }
  return lines
}
