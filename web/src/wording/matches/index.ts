import { computed } from '@preact/signals'
import { locale } from '../../state/preferences.ts'
import en from './en.json'
import chinese from './zh-CN.json'

const wordings: Record<typeof locale.value, typeof chinese> = { 'zh-CN': chinese, en }

/** Texts of the page of matches, which come with it. */
export const matchesWording = computed(() => wordings[locale.value])
