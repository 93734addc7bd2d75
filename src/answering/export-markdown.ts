import type { ExportBlock } from './export-blocks.ts'

/** Blocks as Markdown, in which every word of the text stands for itself. */
export function markdownOf(blocks: readonly ExportBlock[]): string {
  return blocks.map((block, index) => `${markdown(block)}${isTight(block, blocks[index + 1]) ? '\n' : '\n\n'}`).join('')
}

/** Lines of one list or quotation stay together. */
function isTight(block: ExportBlock, next: ExportBlock | undefined): boolean {
  return next === undefined || (block.kind === 'item' && next.kind === 'item')
}

function markdown(block: ExportBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${plain(block.text)}`
    case 'question':
      return `## ${plain(block.text)}`
    case 'heading':
      return `### ${plain(block.text)}`
    case 'subheading':
    case 'source':
      return `**${plain(block.text)}**`
    case 'paragraph':
      return plain(block.text)
    case 'item':
      return `- ${plain(block.text)}`
    case 'quote':
      return `> ${plain(block.text)}`
    case 'link':
      return `[${plain(block.text)}](<${block.url.replace(/[<>\\]/g, encodeURIComponent)}>)`
    case 'table':
      return table(block.rows)
  }
}

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

/** Text with what Markdown would take for mark-up made harmless. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_~[\]<>|&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
