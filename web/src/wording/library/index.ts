import { computed } from '@preact/signals'
import { locale } from '../../state/preferences.ts'
import en from './en.json'
import chinese from './zh-CN.json'

type LibraryWording = typeof chinese

const wordings: Record<typeof locale.value, LibraryWording> = { 'zh-CN': chinese, en }

/** The texts of the library's pages, apart from those that every page needs. */
export const libraryWording = computed(() => wordings[locale.value])
