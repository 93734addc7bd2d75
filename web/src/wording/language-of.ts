import type { Locale } from '../contract.ts'

/** The language a screen reader should speak a text in: policies stay Chinese on an English page. */
export function languageOf(text: string): Locale {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en'
}
