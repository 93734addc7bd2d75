import { hashOf } from './prompt-material.ts'

/** Every other sentence takes the words of officials over into plain ones; that is how a model varies. */
const plainWords: readonly (readonly [RegExp, string])[] = [
  [/(?<![必无])须(?!知)/g, '需要'],
  [/应当|(?<=[，业])应(?=[在当向提])/g, '应该'],
  [/予以|给予/g, '给'],
  [/方可(?!以)/g, '才可以'],
  [/(?<=[，。]|^)若/g, '如果'],
  [/及其/g, '和它的'],
  [/均(?=[可不为按须])/g, '都'],
  [/至少(?=\d)/g, '不少于'],
  [/通过(?=自主|网上|线上|平台)/g, '经由'],
  [/办理(?=前)/g, '办'],
]

const leads = ['另外，', '同时，', '此外，', '', '', '还有，', ''] as const
const firstLeads = ['', '简单来说，', ''] as const
const warning = /不得|不能|不予|不可以|先核实/

/** A connective where it helps; what warns is announced. */
export function withLead(text: string, index: number): string {
  const hash = hashOf(text)
  if (index === 0) return firstLeads[hash % firstLeads.length] + text
  if (warning.test(text) && hash % 2 === 0) return `需要注意的是，${text}`
  return leads[hash % leads.length] + text
}

const longest = 60

/** A long sentence is cut where its clauses are whole. */
export function splitLong(text: string): string[] {
  if (text.length <= longest) return [text]
  const parts = text.split(/(?<=；)/)
  return parts.every((part) => part.length >= 8) ? parts.map((part) => part.replace(/；$/, '。')) : [text]
}

export function plainer(text: string): string {
  const hash = hashOf(text)
  const words = hash % 3 === 0 ? text : plainWords.reduce((plain, [formal, word]) => plain.replace(formal, word), text)
  return hash % 4 === 1
    ? words.replace(/(?<![\d.,〔第])(\d{1,4})(?=(?:万|亿)?元|个月|年(?![\d度])|%)/g, inWords)
    : words
}

const digits = '零一二三四五六七八九'

/** 50万元 becomes 五十万元, 5% 百分之五 stays as it is; years stay figures. */
function inWords(figure: string, _: string, at: number, whole: string): string {
  const next = whole.slice(at + figure.length)
  const value = Number(figure)
  const isRound = value < 10 || value % 10 === 0
  return isRound && !next.startsWith('%') && !(next.startsWith('年') && value > 100) ? chinese(value) : figure
}

function chinese(value: number): string {
  if (value < 10) return digits[value] ?? ''
  const [unit, name] = value >= 1000 ? [1000, '千'] : value >= 100 ? [100, '百'] : [10, '十']
  const rest = value % unit
  const gap = rest > 0 && rest < unit / 10 ? '零' : ''
  const lead = value < 20 ? '' : digits[Math.floor(value / unit)]
  return `${lead}${name}${gap}${rest > 0 ? chinese(rest) : ''}`
}
