/** A text in the spelling in which words are looked for; `given` is what it stands for. */
export interface SpelledText {
  readonly text: string
  /** The given text between two places of the spelled one. */
  slice(start: number, end: number): string
}

/** Characters parted by spaces, as voice input leaves them: 长 宁 区 天 山 路. */
const spacedOut = /(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han}){3,}(?!\p{Script=Han})/gu
const spacedNumber = /(?<=\p{Script=Han}\d) (?=\d[个人名万])/gu
/** A space between Chinese words stands for a comma, but not one within an amount. */
const separatingSpace =
  /(?<=[\p{Script=Han}%a-z]|(?<!年)\d) (?=\p{Script=Han})(?![零一二两三四五六七八九十百千几半])(?!(?:到|至|左右|上下|之间|以上|以下|以内|出头)(?:[\d\s，。]|$|[一二两三四五六七八九十百千几半]))(?!(?<=\d )(?:[个人名万亿元件项岁家天]|年(?![营销收产流利])|月(?![营销收流])))/gu

/** Lower case, with slips corrected and stray spaces dropped or turned into commas. */
export function spellText(given: string, typos: ReadonlyMap<string, string>): SpelledText {
  const lower = given.replace(/[A-Z’]/g, (letter) => (letter === '’' ? "'" : letter.toLowerCase()))
  const spaces = [...lower.matchAll(spacedOut)].flatMap(({ 0: run, index }) =>
    [...run].flatMap((char, offset) => (char === ' ' ? [index + offset] : [])),
  )
  const dropped = new Set([...spaces, ...[...lower.matchAll(spacedNumber)].map(({ index }) => index)])
  const places = Array.from({ length: lower.length }, (_, place) => place).filter((place) => !dropped.has(place))
  const kept = dropped.size === 0 ? lower : places.map((place) => lower[place]).join('')
  return {
    text: correct(kept, typos).replace(separatingSpace, '，'),
    slice: (start, end) => given.slice(places[start] ?? given.length, (places[end - 1] ?? -1) + 1),
  }
}

function correct(text: string, typos: ReadonlyMap<string, string>): string {
  let corrected = text
  for (const [slip, meant] of typos) corrected = corrected.replaceAll(slip, meant)
  return corrected
}
