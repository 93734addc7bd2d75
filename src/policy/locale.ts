import { z } from 'zod'

export const Locale = z.enum(['zh-CN', 'en'])
export type Locale = z.infer<typeof Locale>

/** A short text in both languages. */
export const Localized = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof Localized>

export function localized(text: Localized, locale: Locale): string {
  return locale === 'en' ? text.en : text.zh
}
