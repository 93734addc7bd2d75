import type { FileChild, ParagraphChild } from 'docx'
import type { ExportBlock } from '../answering/index.ts'

/** Blocks as a Word file (.docx); its library is loaded only when somebody asks for one. */
export async function writeWordDocument(blocks: readonly ExportBlock[], title: string): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } = docx

  const paragraph = (text: string, options: object = {}) => new Paragraph({ text, ...options })
  const link = (text: string, url: string): ParagraphChild =>
    new ExternalHyperlink({ link: url, children: [new TextRun({ text, style: 'Hyperlink' })] })
  const table = (rows: readonly (readonly string[])[]) =>
    new Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: rows.map(
        (cells, index) =>
          new TableRow({
            tableHeader: index === 0,
            children: cells.map((cell) => new TableCell({ children: [paragraph(cell)] })),
          }),
      ),
    })

  const childOf = (block: ExportBlock): FileChild => {
    switch (block.kind) {
      case 'title':
        return paragraph(block.text, { heading: HeadingLevel.TITLE })
      case 'question':
        return paragraph(block.text, { heading: HeadingLevel.HEADING_1 })
      case 'heading':
        return paragraph(block.text, { heading: HeadingLevel.HEADING_2 })
      case 'subheading':
        return paragraph(block.text, { heading: HeadingLevel.HEADING_3 })
      case 'source':
        return new Paragraph({ keepNext: true, spacing: { before: 240 }, children: [bold(block.text)] })
      case 'paragraph':
        return paragraph(block.text)
      case 'item':
        return paragraph(block.text, { bullet: { level: 0 } })
      case 'quote':
        return paragraph(block.text, { style: 'Quotation' })
      case 'link':
        return new Paragraph({ children: [link(block.text, block.url)] })
      case 'table':
        return table(block.rows)
    }
  }
  const bold = (text: string) => new TextRun({ text, bold: true })

  const document = new Document({
    title,
    creator: title,
    styles: { ...styles, paragraphStyles: [quotation] },
    sections: [{ properties: { page: { size: { width: 11906, height: 16838 } } }, children: blocks.map(childOf) }],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** Names of the fonts that Word brings; half points. */
const font = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Microsoft YaHei', cs: 'Arial' }
const headings = (size: number) => ({
  run: { size, bold: true, color: '1F2933' },
  paragraph: { keepNext: true, spacing: { before: 280, after: 120 } },
})
const styles = {
  default: {
    document: { run: { font, size: 21 }, paragraph: { spacing: { after: 100, line: 320 } } },
    title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 120 } } },
    heading1: headings(28),
    heading2: headings(24),
    heading3: headings(21),
  },
}
const quotation = {
  id: 'Quotation',
  name: 'Quotation',
  basedOn: 'Normal',
  run: { color: '3E4C59' },
  paragraph: {
    indent: { left: 360 },
    border: { left: { style: 'single' as const, size: 12, space: 8, color: '9AA5B1' } },
  },
}
