import { computed } from '@preact/signals'
import { locale } from '../state/preferences.ts'
import en from './en.json'
import chinese from './zh-CN.json'

type Wording = typeof chinese

const wordings: Record<typeof locale.value, Wording> = { 'zh-CN': chinese, en }

/** Every text of the page, in the reader's language. */
export const wording = computed(() => wordings[locale.value])
