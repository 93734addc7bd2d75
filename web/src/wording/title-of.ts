import { locale } from '../state/preferences.ts'

/** The name of a policy in the language of the page. */
export function titleOf({ title, titleEn }: { readonly title: string; readonly titleEn: string }): string {
  return locale.value === 'en' ? titleEn : title
}
