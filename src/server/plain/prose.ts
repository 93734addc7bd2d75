import { type Html, html } from './html.ts'

/** A text as mark-up: rows written with bars are a table, all else stays as it is; `after` ends the last paragraph. */
export function prose(text: string, after: readonly Html[] = []): Html {
  const runs = runsOf(text.trim().split('\n'))
  const isTableLast = isTable(runs.at(-1) ?? [])
  return html`${runs.map((run, index) =>
    isTable(run) ? tableOf(run) : paragraph(run.join('\n').trim(), index === runs.length - 1 ? after : []),
  )}${isTableLast && after.length > 0 && paragraph('', after)}`
}

function paragraph(text: string, after: readonly Html[]): Html | null {
  return text === '' && after.length === 0 ? null : html`<p class="prose">${text}${after}</p>`
}

/** Lines in a row that are all rows of a table, or none of them. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run?.[0] !== undefined && isRow(run[0]) === isRow(line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function isTable([first = '', second = '']: readonly string[]): boolean {
  return isRow(first) && /^[\s|:-]+$/.test(second)
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line)
}

function tableOf([head = '', , ...rows]: readonly string[]): Html {
  const headCells = cellsOf(head).map((cell) => html`<th scope="col">${cell}</th>`)
  const bodyRows = rows.map((row) => html`<tr>${cellsOf(row).map((cell) => html`<td>${cell}</td>`)}</tr>`)
  return html`<div class="table-frame" tabindex="0"><table>
<thead><tr>${headCells}</tr></thead>
<tbody>${bodyRows}</tbody>
</table></div>`
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
