import { computed } from '@preact/signals'
import { locale } from '../../state/preferences.ts'
import en from './en.json'

/** Letters go to Chinese authorities, whatever the language of the page. */
export { default as letterWording } from './letter.json'

import chinese from './zh-CN.json'

type LoanWording = typeof chinese

const wordings: Record<typeof locale.value, LoanWording> = { 'zh-CN': chinese, en }

/** The texts of the page of loans, apart from those that every page needs. */
export const loanWording = computed(() => wordings[locale.value])
