import { readLabel } from '../../policy/chunking/index.ts'
import { findTitleLines } from './title-lines.ts'

const sentenceEnd = /[。！？；：:!?][”’」』）)]*$/
const phraseEnd = /[，、,—（(《“‘「〔]$/

/** Lines of a signature, which stand alone however long they are. */
const signatureLine =
  /^(（此件|联系(人|电话|地址|方式)|抄送|主题词)|日\s?印发$|^[\p{Script=Han}]{4,30}(委员会|局|政府|办公室|中心|厅)$|^[（）\p{Script=Han}]{0,10}\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/u

/** Columns a line takes: two for a Chinese character, one for a Latin letter or digit. */
export function widthOf(line: string): number {
  let width = 0
  for (const character of line.trim()) width += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1
  return width
}

/** The full line width of a hard-wrapped text; null where lines are paragraphs, which end in a full stop. */
export function learnWidth(lines: readonly string[]): number | null {
  const filled = lines.filter((line) => line.trim() !== '' && !isRow(line))
  const widths = filled.map(widthOf).sort((one, other) => one - other)
  const full = widths[Math.floor(widths.length * 0.9)] ?? 0
  if (full < 24 || full > 160) return null
  const long = filled.filter((line) => widthOf(line) >= full * 0.85)
  const broken = long.filter((line) => !sentenceEnd.test(line.trimEnd()) && !/[.．]$/.test(line))
  return broken.length >= 2 && broken.length >= long.length * 0.5 ? full : null
}

/** Joins the lines of each paragraph. Blank lines are no sign, for extraction may put one after every line. */
export function joinLines(lines: readonly string[], width: number): string[] {
  const filled = lines.filter((line) => line.trim() !== '')
  const title = findTitleLines(filled)
  const paragraphs: string[] = []
  let previous: string | null = null
  for (const [index, line] of filled.entries()) {
    const isTitleRest = title !== null && index > title.start && index < title.end
    const isAfterTitle = title !== null && index === title.end
    const isNew = isAfterTitle || (!isTitleRest && startsParagraph(line, previous, filled[index + 1], width))
    const current = paragraphs.at(-1)
    if (isNew || current === undefined) paragraphs.push(line.trim())
    else paragraphs[paragraphs.length - 1] = join(current, line.trim())
    previous = line
  }
  return paragraphs
}

function startsParagraph(line: string, previous: string | null, next: string | undefined, width: number): boolean {
  if (previous === null || isRow(line) || isRow(previous)) return true
  const before = previous.trim()
  const endsSentence = sentenceEnd.test(before)
  if (readLabel(line) !== null && !isCutNumber(line, before, width)) return true
  if (signatureLine.test(before) || (signatureLine.test(line.trim()) && isAtSentenceEnd(before, endsSentence)))
    return true
  if (endsParagraph(before, endsSentence, width)) return true
  return endsSentence && (isIndented(line) || looksIndented(line, next, width))
}

function isAtSentenceEnd(before: string, endsSentence: boolean): boolean {
  return endsSentence || /\d$/.test(before)
}

function endsParagraph(before: string, endsSentence: boolean, width: number): boolean {
  const share = widthOf(before) / width
  if (endsSentence) return share < 0.85
  return share < 0.75 && !phraseEnd.test(before)
}

/** A full line without a sentence end may break before a number that merely looks like a label. */
function isCutNumber(line: string, before: string, width: number): boolean {
  const label = readLabel(line)
  const isPlainNumber = label !== null && label.style !== '条' && !label.style.startsWith('#')
  return (
    isPlainNumber &&
    widthOf(before) >= width * 0.85 &&
    !sentenceEnd.test(before) &&
    !/^[一二三四五六七八九十（(]/.test(line.trim())
  )
}

function isIndented(line: string): boolean {
  return /^(　| {2,}|\t)/.test(line)
}

/** After a full stop at the very edge, a full line that lacks two characters has lost its indentation. */
function looksIndented(line: string, next: string | undefined, width: number): boolean {
  const share = widthOf(line)
  const isFullWithIndent = share <= width - 4 && share >= width * 0.8 && !sentenceEnd.test(line.trim())
  return isFullWithIndent && next !== undefined && widthOf(next) > share
}

function isRow(line: string): boolean {
  return line.includes('\t') || line.trim().startsWith('|')
}

function join(one: string, other: string): string {
  const isLatin = /[A-Za-z0-9,.;]$/.test(one) && /^[A-Za-z]/.test(other)
  return isLatin ? `${one} ${other}` : one + other
}
