import type { IsoDate } from '../policy/index.ts'
import type { Locale } from './answer.ts'
import english from './wording/en.json' with { type: 'json' }
import chinese from './wording/zh-CN.json' with { type: 'json' }

const templates: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': chinese, en: english }

const dateFormats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** Fills a template of a language; a missing template or value is a fault of ours and throws. */
export function say(locale: Locale, code: string, values: Readonly<Record<string, string>> = {}): string {
  const template = templates[locale][code]
  if (template === undefined)
    throw new Error(`no wording "${code}" in ${locale}; add it to src/answering/wording/${locale}.json`)
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`wording "${code}" needs a value for "${name}"`)
    return value
  })
}

/** A day as people write it: 2026年11月23日, 23 November 2026. */
export function sayDate(locale: Locale, date: IsoDate): string {
  return dateFormats[locale].format(Date.parse(date))
}
