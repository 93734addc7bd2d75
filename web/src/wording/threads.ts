import { computed } from '@preact/signals'
import { locale } from '../state/preferences.ts'
import en from './threads.en.json'
import chinese from './threads.zh-CN.json'

type Wording = typeof chinese

const wordings: Record<typeof locale.value, Wording> = { 'zh-CN': chinese, en }

/** Texts of earlier conversations and of passing answers on: they come with the pages and panels that need them. */
export const threadWording = computed(() => wordings[locale.value])
