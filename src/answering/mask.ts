const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?!\d|[百千万亿]?元|[万亿])/g
const identityNumber =
  /(?<![\dA-Z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Hides phones, identity numbers and e-mail addresses; amounts, credit codes and document numbers stay. */
export function maskPersonalData(text: string): string {
  return text.replace(identityNumber, '【证件号】').replace(mobile, '【手机号】').replace(email, '【邮箱】')
}
