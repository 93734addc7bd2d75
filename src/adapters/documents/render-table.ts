import { flatten, type HtmlElement, isElement } from './render-html.ts'

const mostColumns = 50
const mostSpannedRows = 500

/** Markdown rows of a table; a cell over several rows or columns is repeated. Null where it has a single column. */
export function renderTable(table: HtmlElement): string | null {
  const rows = spreadCells(listRows(table))
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width < 2) return null
  const lines = rows.map((row) => `| ${Array.from({ length: width }, (_, column) => row[column] ?? '').join(' | ')} |`)
  const [header, ...body] = lines
  const caption = table.querySelector('caption')
  const separator = `|${' --- |'.repeat(width)}`
  return [...(caption ? [flatten(caption), ''] : []), header, separator, ...body].join('\n')
}

function listRows(table: HtmlElement): HtmlElement[] {
  return [...table.children].flatMap((child) => {
    if (child.localName === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(child.localName) ? listRows(child) : []
  })
}

interface OpenCell {
  readonly text: string
  readonly rowsLeft: number
}

function spreadCells(rows: readonly HtmlElement[]): string[][] {
  let open: readonly (OpenCell | undefined)[] = []
  return rows.map((row) => {
    const spread = spreadRow(row, open)
    open = spread.map((cell) => (cell && cell.rowsLeft > 1 ? { ...cell, rowsLeft: cell.rowsLeft - 1 } : undefined))
    return spread.map((cell) => cell?.text ?? '')
  })
}

function spreadRow(row: HtmlElement, open: readonly (OpenCell | undefined)[]): (OpenCell | undefined)[] {
  const spread: (OpenCell | undefined)[] = [...open]
  let column = 0
  for (const cell of [...row.children].filter((child) => isElement(child) && /^t[dh]$/.test(child.localName))) {
    while (open[column]) column += 1
    const text = flatten(cell).replaceAll('|', '｜')
    const rowsLeft = readSpan(cell, 'rowspan', mostSpannedRows)
    const last = Math.min(column + readSpan(cell, 'colspan', mostColumns), mostColumns)
    for (; column < last; column += 1) spread[column] = { text, rowsLeft }
  }
  return spread
}

function readSpan(cell: HtmlElement, name: string, most: number): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), most)
}
