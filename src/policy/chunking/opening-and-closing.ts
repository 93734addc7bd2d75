import type { Line } from './lines.ts'
import { readLabel } from './numbering.ts'
import type { Section } from './outline.ts'

/** Sets apart what frames a document: head and salutation before the text, courtesies and signature after it. */
export function frame(sections: readonly Section[]): Section[] {
  const [first, ...numbered] = sections
  if (!first) return []
  const opening = splitOpening(first.lines)
  const last = numbered.at(-1) ?? opening.at(-1)
  if (!last) return []
  const before = numbered.length > 0 ? [...opening, ...numbered.slice(0, -1)] : opening.slice(0, -1)
  return [...before, ...splitClosing(last)]
}

function plainSection(anchor: string, lines: readonly Line[]): Section {
  return { anchor, style: '', lead: null, isHeaded: false, lines, children: [] }
}

function splitOpening(lines: readonly Line[]): Section[] {
  const isSalutation = (text: string) => text.length <= 60 && /^[^。，；]+[：:]$/.test(text)
  const textStart = lines.findIndex((line) => isSalutation(line.text.trim()) || isProse(line))
  const start = textStart === -1 ? lines.length : textStart
  const end = isSalutation(lines[start]?.text.trim() ?? '') ? start + 1 : start
  return [
    plainSection('head', lines.slice(0, start)),
    plainSection('salutation', lines.slice(start, end)),
    plainSection('intro', lines.slice(end)),
  ].filter((section) => section.lines.length > 0)
}

function isProse(line: Line): boolean {
  return line.table !== null || line.text.length > 60 || /[。；，]/.test(line.text)
}

const courtesy = /^[\s　]*(最后，|特此|专此|此复|以上(意见|答复)|再次感谢|感谢您|感谢你)/
const signed =
  /\d{4}\s?年\s?\d{1,2}\s?月|[二〇○零一]{4}年|联系(人|电话|方式|地址)|抄送|印发|公开(发布|选项)|(委|会|局|政府|办公室|中心|厅)$/

/** The end of a document lies in its last section, at whatever depth that is. */
function splitClosing(section: Section): Section[] {
  const lastChild = section.children.at(-1)
  if (lastChild) {
    const [kept, ...closing] = splitClosing(lastChild)
    return [{ ...section, children: [...section.children.slice(0, -1), ...(kept ? [kept] : [])] }, ...closing]
  }
  const { lines } = section
  const signature = findSignature(lines)
  const previous = lines.findLastIndex((line, index) => index < signature && line.text.trim() !== '')
  const closing = previous > 0 && courtesy.test(lines[previous]?.text ?? '') ? previous : signature
  return [
    { ...section, lines: lines.slice(0, closing) },
    plainSection('closing', lines.slice(closing, signature)),
    plainSection('signature', lines.slice(signature)),
  ].filter((part) => part.lines.length > 0)
}

/** Index of the first line of the signature; the number of lines where there is none. */
function findSignature(lines: readonly Line[]): number {
  let start = lines.length
  for (let index = lines.length - 1; index > 0 && index > lines.length - 40; index -= 1) {
    const line = lines[index]
    const text = line?.text.trim() ?? ''
    if (text === '') continue
    if (!line || isProse(line) || readLabel(text)) break
    if (signed.test(text)) start = index
  }
  return start
}
