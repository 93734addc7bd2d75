import type { Locale } from '../../policy/index.ts'
import english from './wording/en.json' with { type: 'json' }
import chinese from './wording/zh-CN.json' with { type: 'json' }

export type ResultWording = typeof chinese

export function resultWording(locale: Locale): ResultWording {
  return locale === 'en' ? english : chinese
}

export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
