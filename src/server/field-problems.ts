import { z } from 'zod'
import type { Locale } from '../answering/index.ts'
import { type FieldProblem, fill, wording } from './wording.ts'

/** What the schema compiler says of one fault; `params` depends on the keyword. */
const Fault = z.object({
  keyword: z.string(),
  instancePath: z.string(),
  message: z.string().optional(),
  params: z.object({
    keys: z.array(z.string()).optional(),
    values: z.array(z.unknown()).optional(),
    expected: z.string().optional(),
    format: z.string().optional(),
    maximum: z.number().optional(),
  }),
})
type Fault = z.infer<typeof Fault>

const mostShown = 5

/** All faults of a request in one phrase, each naming its field. */
export function describeFaults(validation: readonly unknown[], locale: Locale): string {
  const faults = validation.slice(0, mostShown).flatMap((entry) => Fault.safeParse(entry).data ?? [])
  return faults.flatMap((fault) => describeFault(fault, locale)).join(wording[locale].separator)
}

function describeFault(fault: Fault, locale: Locale): string[] {
  const { problems, types, body } = wording[locale]
  const field = fault.instancePath.split('/').filter(Boolean).join('.') || body
  const say = (problem: FieldProblem, expected = '', name = field): string =>
    fill(problems[problem], { field: shorten(name), expected })
  const { keys, values, expected = '', format, maximum } = fault.params
  switch (fault.keyword) {
    case 'unrecognized_keys':
      return (keys ?? []).slice(0, mostShown).map((key) => say('unknown', '', key))
    case 'invalid_type':
      return [fault.message?.endsWith('undefined') ? say('missing') : say('type', types[expected] ?? expected)]
    case 'invalid_value':
      return [say('choice', values?.join(locale === 'en' ? ', ' : '、'))]
    case 'invalid_format':
      return [say(format === 'date' || format === 'uuid' ? format : 'value')]
    case 'too_big':
      return [say('long', String(maximum))]
    default:
      return [say('value')]
  }
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name
}
