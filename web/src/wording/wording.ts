import { computed, signal } from '@preact/signals'
import type { Locale } from '../contract.ts'
import { locale } from '../state/preferences.ts'
import chinese from './zh-CN.json'

type Wording = typeof chinese

const wordings = signal<Partial<Record<Locale, Wording>>>({ 'zh-CN': chinese })

/** Every text of the page, in the reader's language. */
export const wording = computed(() => wordings.value[locale.value] ?? chinese)

export function addWording(locale: Locale, texts: Wording): void {
  wordings.value = { ...wordings.value, [locale]: texts }
}
