import type { IsoDate } from '../policy/index.ts'
import type { Answer, Citation, Locale, Notice, Sentence } from './answer.ts'
import { verdictLines } from './compose/verdict-lines.ts'
import { markedText } from './finish.ts'
import type { Turn } from './ports.ts'
import { say, sayDate } from './wording.ts'

/** One piece of an exported conversation, whatever the format of the file. */
export type ExportBlock =
  | {
      readonly kind: 'title' | 'question' | 'heading' | 'subheading' | 'paragraph' | 'item' | 'source' | 'quote'
      readonly text: string
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

export interface ExportOptions {
  readonly madeOn: IsoDate
  readonly locale: Locale
  labelOfFact(key: string): string
}

/** Answers to read, keep and pass on outside the product: everything said, and the passage behind every mark. */
export function exportBlocks(turns: readonly Turn[], options: ExportOptions): ExportBlock[] {
  const { locale, madeOn } = options
  return [
    { kind: 'title', text: say(locale, 'export.title') },
    { kind: 'paragraph', text: say(locale, 'export.made', { date: sayDate(locale, madeOn) }) },
    ...turns.flatMap((turn) => turnBlocks(turn, options)),
  ]
}

/** Without its extension. */
export function exportFileName(locale: Locale, madeOn: IsoDate): string {
  return say(locale, 'export.file', { date: madeOn })
}

function turnBlocks({ question, answer }: Turn, { locale, labelOfFact }: ExportOptions): ExportBlock[] {
  return [
    { kind: 'question', text: printable(question) },
    { kind: 'paragraph', text: say(locale, 'export.as-of', { date: sayDate(locale, answer.asOf) }) },
    ...noticeBlocks(answer, 'before'),
    ...verdictLines(answer.verdicts, locale, labelOfFact).map(lineBlock),
    ...answer.sentences.flatMap((sentence, index) => sentenceBlocks(sentence, answer.sentences[index - 1], locale)),
    ...noticeBlocks(answer, 'after'),
    ...sourceBlocks(answer.citations, locale),
  ]
}

function noticeBlocks({ notices }: Answer, place: Notice['place']): ExportBlock[] {
  return notices.filter((notice) => notice.place === place).flatMap(({ text }) => textBlocks('paragraph', text))
}

function lineBlock(line: string): ExportBlock {
  return line.startsWith('- ') ? { kind: 'item', text: line.slice(2) } : { kind: 'subheading', text: line }
}

function sentenceBlocks(sentence: Sentence, before: Sentence | undefined, locale: Locale): ExportBlock[] {
  const { heading } = sentence
  const blocks = textBlocks(heading === null ? 'paragraph' : 'item', markedText(sentence, locale))
  return heading !== null && heading !== before?.heading ? [{ kind: 'subheading', text: heading }, ...blocks] : blocks
}

function sourceBlocks(citations: readonly Citation[], locale: Locale): ExportBlock[] {
  if (citations.length === 0) return []
  return [
    { kind: 'heading', text: say(locale, 'export.sources') },
    ...citations.flatMap((citation) => citationBlocks(citation, locale)),
  ]
}

function citationBlocks(citation: Citation, locale: Locale): ExportBlock[] {
  const { id, title, documentNumber, clause, quote, status, sourceTitle, sourceUrl } = citation
  const name = [`[${id}] ${title}`, documentNumber, clause].filter((part) => part !== null).join(' · ')
  const facts = [say(locale, `standing.${status}`), ...dates(citation, locale)].join(say(locale, 'separator'))
  const source = say(locale, 'export.source', { title: sourceTitle })
  return [
    { kind: 'source', text: name },
    ...textBlocks('quote', quote),
    { kind: 'paragraph', text: facts },
    sourceUrl === null ? { kind: 'paragraph', text: source } : { kind: 'link', text: source, url: sourceUrl },
  ]
}

function dates({ publishedOn, effectiveFrom, effectiveUntil }: Citation, locale: Locale): string[] {
  const known = { published: publishedOn, from: effectiveFrom, until: effectiveUntil }
  return Object.entries(known).flatMap(([name, date]) =>
    date === null ? [] : [say(locale, `export.${name}`, { date: dayOf(date, locale) })],
  )
}

/** Of some documents only the year or the month is known. */
function dayOf(date: string, locale: Locale): string {
  return date.length === 10 ? sayDate(locale, date) : date
}

/** A block a line; rows written with bars become tables. */
function textBlocks(kind: 'paragraph' | 'item' | 'quote', text: string): ExportBlock[] {
  const blocks: ExportBlock[] = []
  for (const line of printable(text).split('\n')) {
    const last = blocks.at(-1)
    const [, bars, rest = ''] = /^\s*\|(.*)\|\s*(.*)$/.exec(line) ?? []
    if (bars === undefined) {
      if (line.trim() !== '') blocks.push({ kind, text: line.trim() })
    } else {
      const row = bars.split('|').map((cell) => cell.trim())
      const isRule = row.every((cell) => /^:?-+:?$/.test(cell))
      if (last?.kind !== 'table') blocks.push({ kind: 'table', rows: [row] })
      else if (!isRule) blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, row] }
      if (rest !== '') blocks.push({ kind, text: rest })
    }
  }
  return blocks
}

/** Without what files of text and XML cannot hold. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g, '')
}
