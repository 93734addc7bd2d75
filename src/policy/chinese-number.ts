/** What each Chinese digit says, 两 among them. */
export const chineseDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
/** What a unit below 万 multiplies its digit by. */
export const chineseUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** The value of a Chinese numeral such as 三千六百万, 二〇二六 or 零点五. */
export function chineseNumber(word: string): number {
  const [whole = '', fraction = ''] = word.split('点')
  const scale = /[万亿]*$/.exec(fraction)?.[0] ?? ''
  const decimals = [...fraction.slice(0, fraction.length - scale.length)].map(digitOf).join('')
  return decimals === '' ? wholeNumber(whole) : Number(`${wholeNumber(whole)}.${decimals}`) * scaleOf(scale)
}

/** The product of scale characters such as 千万 after a figure; 1 for none. */
export function scaleOf(characters: string): number {
  return [...characters].reduce((product, char) => product * (chineseUnits[char] ?? (char === '万' ? 1e4 : 1e8)), 1)
}

function wholeNumber(word: string): number {
  if (/^[零〇一二三四五六七八九]{2,}$/.test(word)) return Number([...word].map(digitOf).join(''))
  const [high = '', low = ''] = splitAtLast(word, '亿')
  if (high !== '') return wholeNumber(high) * 1e8 + wholeNumber(low)
  const [tenThousands = '', rest = ''] = splitAtLast(word, '万')
  return tenThousands === '' ? section(word) : section(tenThousands) * 1e4 + section(rest)
}

function splitAtLast(word: string, scale: string): [string, string] {
  const place = word.lastIndexOf(scale)
  return [word.slice(0, Math.max(place, 0)), word.slice(place + 1)]
}

/** A numeral below 10,000. */
function section(word: string): number {
  let total = 0
  let digit = 0
  for (const char of word) {
    const unit = chineseUnits[char]
    total += unit ? (digit || 1) * unit : 0
    digit = unit ? 0 : digitOf(char)
  }
  return total + digit
}

function digitOf(char: string): number {
  return chineseDigits[char] ?? 0
}
