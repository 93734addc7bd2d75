/** A style of numbering: 「第一条」 is `条`, 「一、」 is `一、`, a Markdown heading is `#` to `######`. */
export interface Label {
  readonly style: string
  /** Null for a Markdown heading, which carries no number of its own. */
  readonly number: number | null
  /** Length of indentation and label together. */
  readonly length: number
}

interface Pattern {
  readonly regex: RegExp
  readonly style: (match: RegExpExecArray) => string
}

const numeral = '[一二三四五六七八九十百千〇零两]{1,9}'

/** Each is anchored and bounded, so that reading a label costs the same on a line of any length. */
const patterns: readonly Pattern[] = [
  { regex: /^(#{1,6})[ \t]+(?=\S)/, style: (match) => match[1] ?? '#' },
  {
    regex: new RegExp(`^第[ 　]?(${numeral}|\\d{1,4})[ 　]?(编|章|节|条|部分)(?=[\\s　：:【（(]|$)`),
    style: (match) => match[2] ?? '',
  },
  {
    // Extraction often loses the space after 第五条; then only words that cannot continue a reference may follow.
    regex: new RegExp(`^第(${numeral})(条)(?![规第款项、，,。；和与及或至到所的之中后前以])`),
    style: () => '条',
  },
  { regex: /^附[件录表][ 　]?(\d{1,2}|[一二三四五六七八九十]{1,3})?(?=[\s　]|[：:]?$)/, style: () => '附件' },
  { regex: new RegExp(`^(${numeral})[、．]`), style: () => '一、' },
  { regex: new RegExp(`^[（(][ 　]?(${numeral})[ 　]?[）)]`), style: () => '（一）' },
  { regex: /^(\d{1,3})(?:\.(?!\d)|．)/, style: () => '1.' },
  { regex: /^(\d{1,3})、/, style: () => '1、' },
  { regex: /^[（(][ 　]?(\d{1,3})[ 　]?[）)]/, style: () => '（1）' },
  { regex: /^(\d{1,3})[)）]/, style: () => '1）' },
  { regex: /^([①-⑳])/, style: () => '①' },
]

/** The label that a line opens with, or null. Whether it opens a provision depends on the lines before it. */
export function readLabel(line: string): Label | null {
  const indent = /^[ \t　]{0,40}/.exec(line)?.[0].length ?? 0
  const rest = line.slice(indent, indent + 40)
  for (const { regex, style } of patterns) {
    const match = regex.exec(rest)
    if (!match) continue
    const name = style(match)
    return {
      style: name,
      number: name.startsWith('#') ? null : readOrdinal(match[1]),
      length: indent + match[0].length,
    }
  }
  return null
}

/** The style that stands higher where a document itself does not show it. */
export const conventionalLadder: readonly string[] = [
  '#',
  '##',
  '###',
  '####',
  '#####',
  '######',
  '附件',
  '编',
  '部分',
  '章',
  '节',
  '条',
  '一、',
  '（一）',
  '1、',
  '1.',
  '（1）',
  '1）',
  '①',
]

/** Styles whose place no document changes: Markdown headings, annexes, 编 over 章 over 节 over 条. */
export const fixedLadder: ReadonlySet<string> = new Set(
  conventionalLadder.slice(0, conventionalLadder.indexOf('条') + 1),
)

const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

function readOrdinal(text: string | undefined): number {
  if (text === undefined) return 1
  if (/^\d+$/.test(text)) return Number(text)
  const circled = text.codePointAt(0) ?? 0
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f
  return readChineseOrdinal(text)
}

function readChineseOrdinal(text: string): number {
  let total = 0
  let pending = 0
  for (const character of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const unit = units[character]
    if (unit === undefined) {
      pending = pending * (pending > 0 ? 10 : 1) + digits.indexOf(character)
      continue
    }
    total += (pending || 1) * unit
    pending = 0
  }
  return total + pending
}
