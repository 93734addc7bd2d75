export type ProseBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** Splits a policy's text into running text and tables; every other mark-up stays plain text. */
export function readBlocks(text: string): ProseBlock[] {
  const runs: string[][] = []
  for (const line of text.split('\n')) {
    const run = runs.at(-1)
    if (run?.[0] !== undefined && isRow(run[0]) === isRow(line)) run.push(line)
    else runs.push([line])
  }
  return runs.map(toBlock).filter((block) => block.kind === 'table' || block.text !== '')
}

function toBlock(lines: readonly string[]): ProseBlock {
  const [first = '', second = ''] = lines
  const isTable = isRow(first) && /^[\s|:-]+$/.test(second)
  if (!isTable) return { kind: 'text', text: lines.join('\n').trim() }
  return { kind: 'table', rows: [first, ...lines.slice(2)].map(cellsOf) }
}

function isRow(line: string): boolean {
  return /^\s*\|.*\|\s*$/.test(line)
}

function cellsOf(row: string): string[] {
  return row
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}
