/** A text in one spelling of numbers: half-width, simplified, without spaces around Chinese and between thousands. */
export interface PlainText {
  readonly text: string
  /** Where each of its characters stands in the given text. */
  readonly places: readonly number[]
}

const spellings = new Map(
  Object.entries({
    '　': ' ',
    '\u00a0': ' ',
    '\t': ' ',
    '￥': '¥',
    '−': '-',
    '–': '-',
    '—': '-',
    '─': '-',
    '〜': '~',
    '∼': '~',
    '○': '〇',
    萬: '万',
    億: '亿',
    兩: '两',
    倆: '俩',
    個: '个',
    點: '点',
    幾: '几',
    餘: '余',
    負: '负',
    圓: '圆',
    塊: '块',
    錢: '钱',
    歲: '岁',
    幣: '币',
    壹: '一',
    貳: '二',
    贰: '二',
    叁: '三',
    叄: '三',
    柒: '七',
    捌: '八',
    玖: '九',
    佰: '百',
    仟: '千',
  }),
)
const bankDigits: Readonly<Record<string, string>> = {
  參: '三',
  参: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  拾: '十',
}
const respelled = new RegExp(`[！-＋－-～${[...spellings.keys()].join('')}]`, 'g')
const bankNumeral = '壹貳贰叁叄柒捌玖佰仟萬億'
const ambiguous = '參参肆伍陆陸拾'
const numeral = `零〇一二两兩三四五六七八九十百千万亿几\\d${bankNumeral}`
/** 陆 and 拾 are digits beside bank numerals, after a numeral, or before one where no other word leads in (大陆, 收拾). */
const bankDigit = new RegExp(
  [
    `(?<=(?:[${numeral}${ambiguous}]|分之) ?)[${ambiguous}]`,
    `[${ambiguous}](?= ?[${bankNumeral}${ambiguous}])`,
    `(?<!\\p{Script=Han})[${ambiguous}](?= ?[${numeral}点成折]|\\P{Script=Han}|$)`,
  ].join('|'),
  'gu',
)
/** 1,200万 is one number; 50，200万 with a full-width comma is two. */
const thousands = /(?<![\d.,，])\d{1,3}(?:(?:,\d{3})+(?![\d,])|(?:，\d{3})+(?![\d，万亿wW]))/g
const space = /[ \u200b\ufeff]+/g

export function plainText(given: string): PlainText {
  const banked = given.replace(bankDigit, (char) => bankDigits[char] ?? char)
  const spelled = banked.replace(respelled, (char) => spellings.get(char) ?? halfWidth(char))
  const dropped = new Set([...commasIn(spelled), ...spacesIn(spelled)])
  const places = Array.from(spelled, (_, index) => index)
  if (places.length === spelled.length && dropped.size === 0) return { text: spelled, places }
  const kept = Array.from({ length: spelled.length }, (_, index) => index).filter((index) => !dropped.has(index))
  return { text: kept.map((index) => spelled[index]).join(''), places: kept }
}

/** The given text between two places of the plain one. */
export function givenSpan({ places }: PlainText, start: number, end: number): { start: number; end: number } {
  return { start: places[start] ?? 0, end: (places[end - 1] ?? 0) + 1 }
}

function halfWidth(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
}

function commasIn(text: string): number[] {
  return [...text.matchAll(thousands)].flatMap(({ 0: number, index }) =>
    [...number].flatMap((char, offset) => (/[,，]/.test(char) ? [index + offset] : [])),
  )
}

/** Spaces that part no two Latin words or numbers. */
function spacesIn(text: string): number[] {
  return [...text.matchAll(space)].flatMap(({ 0: spaces, index }) => {
    const parts = /\w$/.test(text[index - 1] ?? '') && /^\w/.test(text[index + spaces.length] ?? '')
    return parts ? [] : Array.from(spaces, (_, offset) => index + offset)
  })
}
