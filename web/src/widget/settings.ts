import type { Locale } from '../contract.ts'
import type { Theme } from '../state/preferences.ts'

/** What the page of the other site says about the widget, on its `<script>` element. */
export interface WidgetSettings {
  /** Of the service, with a slash at its end. */
  readonly address: string
  readonly script: string
  readonly locale: Locale
  /** Null for what the reader's system prefers. */
  readonly theme: Theme | null
  readonly side: 'left' | 'right'
  readonly hasLauncher: boolean
}

export function readSettings({ src, dataset }: HTMLScriptElement): WidgetSettings {
  const { theme } = dataset
  return {
    address: new URL('.', src).href,
    script: src,
    locale: dataset.locale === 'en' ? 'en' : 'zh-CN',
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    side: dataset.position === 'left' ? 'left' : 'right',
    hasLauncher: dataset.launcher !== 'hidden',
  }
}
