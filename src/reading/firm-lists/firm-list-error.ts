import type { Locale } from '../../policy/index.ts'
import english from './wording/en.json' with { type: 'json' }
import chinese from './wording/zh-CN.json' with { type: 'json' }

export type FirmListErrorCode = keyof typeof chinese.errors
export type FirmListTerm = keyof typeof chinese.terms
/** A value stands for itself; a term is worded in the language of the message. */
type Values = Readonly<Record<string, string | { readonly term: FirmListTerm }>>

/** Why a whole list was not taken, in Chinese; `say` words it in another language. */
export class FirmListError extends Error {
  readonly code: FirmListErrorCode
  readonly values: Values
  constructor(code: FirmListErrorCode, values: Values = {}, options?: ErrorOptions) {
    super(sayError(code, values, 'zh-CN'), options)
    this.name = 'FirmListError'
    this.code = code
    this.values = values
  }

  say(locale: Locale): string {
    return sayError(this.code, this.values, locale)
  }
}

function sayError(code: FirmListErrorCode, values: Values, locale: Locale): string {
  const { errors, terms } = locale === 'en' ? english : chinese
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : terms[value.term],
  ])
  return fill(errors[code], Object.fromEntries(said))
}

/** What was wrong with a cell, and what to write instead. */
export function sayFirmProblem(
  kind: keyof typeof chinese.problems,
  type: keyof typeof chinese.expected | null,
  locale: Locale,
): string {
  const { problems, expected } = locale === 'en' ? english : chinese
  return fill(problems[kind], { expected: type === null ? '' : expected[type] })
}

/** What a row without a name is called. */
export function sayRow(row: number, locale: Locale): string {
  return fill((locale === 'en' ? english : chinese).row, { row: String(row) })
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
