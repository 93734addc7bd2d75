import { joinLines, learnWidth } from './join-lines.ts'
import { removeFurniture } from './page-furniture.ts'
import { foldRadicals } from './radicals.ts'

/** Text with one kind of line end and no invisible characters; its structure stays as it is. */
export function tidyText(raw: string): string {
  return (
    foldRadicals(raw)
      .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
      .replaceAll(/[\u00a0\u2002-\u200a\u202f]/g, ' ')
      // Besides control characters: soft hyphens, zero-width and text-direction marks, byte order marks.
      .replaceAll(/[^\P{Cc}\t\n\f]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
      .split('\n')
      .map((line) => line.replace(/(?<![ \t　])[ \t　]+$/, ''))
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
  )
}

/** Text as its author wrote it: page furniture is removed, and lines broken by a layout are joined to paragraphs. */
export function cleanText(raw: string): string {
  const pages = removeFurniture(tidyText(raw.replaceAll('\f', '\n\f\n')))
  const lines = pages.flat()
  const width = learnWidth(lines)
  if (width === null)
    return `${lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`
  return `${joinLines(lines, width).map(closeGaps).join('\n')}\n`
}

/** Removes the spaces that extraction sets between Chinese and digits or letters; a gap before a date stays. */
function closeGaps(paragraph: string): string {
  if (paragraph.includes('\t')) return paragraph
  return paragraph
    .replaceAll(
      /(\p{Script=Han}|[〔〕，、。；：]) +(?=[\dA-Za-z])(?!\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?印发)/gu,
      '$1',
    )
    .replaceAll(/([\dA-Za-z%+]) +(?=\p{Script=Han}|[〔〕，、。；：])(?!邮政编码|联系)/gu, '$1')
}
