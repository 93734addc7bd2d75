/**
 * Figures as the evaluation reads them: written apart from the product's own reader, so that a fault there shows here.
 * A figure is a number with the unit that follows it, if any.
 */
interface TextFigure {
  readonly value: number
  readonly unit: string | null
  readonly written: string
}

const scales: Record<string, number> = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 1e2, million: 1e6, billion: 1e9, thousand: 1e3 }
const units = '个百分点|percentage points?|平方公里|个月|万分之|元|%|percent|人|倍|家|笔|场|项|件|分|吨|天|日|年|月|户'
const arabic = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(万|亿|千|百|million|billion|thousand)?\\s*(${units})?`, 'g')
const chinese = /([一二两三四五六七八九十百千零]+)(个月|人|倍|天|年|万元|亿元)(?!度)/g
const digits = '零一二三四五六七八九'

/** Whether the text states a figure such as `50%` or `300万元`; `a|b` accepts either form. */
export function statesFigure(text: string, figure: string): boolean {
  const squeezed = squeeze(text)
  return figure.split('|').some((form) => {
    const literal = squeeze(form).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`(?<![\\d.])${literal}(?!\\d)`, 'i').test(squeezed) || statesInWords(squeezed, form)
  })
}

/** 五十万元 states 50万元. */
function statesInWords(text: string, form: string): boolean {
  const [figure, ...others] = figuresOf(form)
  if (!figure?.unit || others.length > 0 || squeeze(form) !== figure.written) return false
  return figuresOf(text).some(({ value, unit }) => Math.abs(value - figure.value) < 1e-9 && unit === figure.unit)
}

/** Figures of a sentence that none of its quotes states; `names` (titles, document numbers) are not figures. */
export function figuresWithoutQuote(sentence: string, quotes: readonly string[], names: readonly string[]): string[] {
  const longestFirst = names.filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const bare = longestFirst.reduce((text, name) => text.replaceAll(name, ' '), sentence)
  const quoted = quotes.flatMap((quote) => figuresOf(quote))
  return figuresOf(bare)
    .filter((figure) => !quoted.some((other) => isSameFigure(figure, other)))
    .map((figure) => figure.written)
}

function isSameFigure(a: TextFigure, b: TextFigure): boolean {
  return Math.abs(a.value - b.value) < 1e-9 && (a.unit === null || b.unit === null || a.unit === b.unit)
}

function figuresOf(text: string): TextFigure[] {
  const plain = squeeze(text)
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)
    // A year alone and a place in an order (第3条, leading "1.") state no figure.
    .replace(/(?:19|20)\d\d年(?:度)?(?!以)/g, ' ')
    .replace(/第[\d一二三四五六七八九十百]+/g, ' ')
    .replace(/^\s*\d+[.、]\s*/, ' ')
  const found = [...plain.matchAll(arabic)].map(([written, number, scale, unit]) => ({
    value: Number(number) * (scale ? (scales[scale] ?? 1) : 1),
    unit: canonicalUnit(unit),
    written,
  }))
  const inWords = [...plain.matchAll(chinese)].map(([written, number = '', unit = '']) => {
    const scale = /^[万亿]/.exec(unit)?.[0]
    return {
      value: chineseValue(number) * (scale ? (scales[scale] ?? 1) : 1),
      unit: canonicalUnit(unit.replace(/^[万亿]/, '')),
      written,
    }
  })
  return [...found, ...inWords]
}

function canonicalUnit(unit: string | undefined): string | null {
  if (!unit) return null
  if (unit === 'percent') return '%'
  if (unit.startsWith('percentage')) return '个百分点'
  return unit === '日' ? '天' : unit
}

function chineseValue(word: string): number {
  let total = 0
  let digit = 0
  for (const char of word.replaceAll('两', '二')) {
    const place = { 十: 10, 百: 100, 千: 1000 }[char]
    if (place) {
      total += (digit || 1) * place
      digit = 0
    } else digit = digits.indexOf(char)
  }
  return total + digit
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/(?<=[\d\u4e00-\u9fff])\s+(?=[\d\u4e00-\u9fff%])/g, '')
}
