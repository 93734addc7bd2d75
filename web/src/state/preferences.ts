import { computed, effect, signal } from '@preact/signals'
import type { Locale } from '../contract.ts'

/** Traditional characters are Chinese for the server: only what is shown differs. */
export type Language = Locale | 'zh-Hant'
export type Theme = 'light' | 'dark'

const localeKey = 'policy-navigator.locale'
const themeKey = 'policy-navigator.theme'
const prefersDark = matchMedia('(prefers-color-scheme: dark)')

/** The language of the page; Chinese until the reader chooses. */
export const language = signal<Language>('zh-CN')
export const locale = computed<Locale>(() => (language.value === 'en' ? 'en' : 'zh-CN'))

export const theme = signal<Theme>(systemTheme())

/** Takes up what was chosen before, and lets the document follow; the widget is a guest and leaves its document alone. */
export function startPreferences(): void {
  language.value = chosenLanguage()
  effect(() => {
    document.documentElement.lang = language.value
  })
  followTheme(chosenTheme)
  effect(() => {
    document.documentElement.dataset.theme = theme.value
  })
}

/** The theme is the system's, now and when it changes, wherever none was chosen. */
export function followTheme(chosen: () => Theme | null): void {
  const follow = () => {
    theme.value = chosen() ?? systemTheme()
  }
  follow()
  prefersDark.addEventListener('change', follow)
}

/** For `chooseLanguage`, which first brings what the language needs. */
export function keepLanguage(chosen: Language): void {
  language.value = chosen
  rememberLanguage(chosen)
}

export function rememberLanguage(chosen: Language): void {
  remember(localeKey, chosen)
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen
  remember(themeKey, chosen)
}

function chosenLanguage(): Language {
  const chosen = recall(localeKey)
  return chosen === 'en' || chosen === 'zh-Hant' ? chosen : 'zh-CN'
}

function chosenTheme(): Theme | null {
  const chosen = recall(themeKey)
  return chosen === 'light' || chosen === 'dark' ? chosen : null
}

function systemTheme(): Theme {
  return prefersDark.matches ? 'dark' : 'light'
}

// Storage may be switched off; the choice then lasts as long as the page.
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // See above.
  }
}
