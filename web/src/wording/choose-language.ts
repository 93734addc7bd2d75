import { keepLanguage, type Language, language, rememberLanguage } from '../state/preferences.ts'
import { addWording } from './wording.ts'

/** Switches to a language once what it needs has come; says whether it has. */
export async function chooseLanguage(chosen: Language): Promise<boolean> {
  rememberLanguage(chosen) // at once: the reader may go on before it has come
  try {
    await prepareLanguage(chosen)
  } catch {
    return false // without a network the website stays as it is; the next visit tries again
  }
  keepLanguage(chosen)
  return true
}

/** The language of the last visit, or simplified Chinese, which is always there. */
export async function beginLanguage(): Promise<void> {
  if (!(await chooseLanguage(language.value))) keepLanguage('zh-CN')
}

/** Only simplified Chinese comes with the page: most readers need nothing else. */
async function prepareLanguage(chosen: Language): Promise<void> {
  if (chosen === 'en') addWording('en', (await import('./en.json')).default)
  const isTraditional = chosen === 'zh-Hant'
  if (isTraditional || language.value === 'zh-Hant') (await import('./traditional.ts')).writeTraditional(isTraditional)
}
