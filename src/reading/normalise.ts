const invisible = /\p{Control}|\p{Format}|\p{Variation_Selector}/gu

/** One spelling for what looks alike: half-width letters and digits, plain spaces, nothing invisible. */
export function normaliseText(text: string): string {
  return text
    .replace(/[\t\n\u3000\u00a0]/g, ' ')
    .replace(invisible, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0b\uff0e]/g, (char) =>
      String.fromCharCode(char.charCodeAt(0) - 0xfee0),
    )
    .replace(/ +/g, ' ')
    .trim()
}

/**
 * The form in which names and words are compared: lower case, without punctuation, the particle 的 and spaces between
 * Chinese characters, and with 贷款 as 贷, so that 科技履约贷款 finds 科技履约贷.
 */
export function matchForm(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/贷款/g, '贷')
    .replace(/[^\p{Letter}\p{Number}+%. ]/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/的/g, '')
    .replace(/ +/g, ' ')
    .replace(/(?<![a-z0-9]) +| +(?![a-z0-9])/g, '')
}

/** Whether a text has anything to read: a letter of any script, or a digit. */
export function hasWords(text: string): boolean {
  return /[\p{Letter}\p{Number}]/u.test(text)
}
