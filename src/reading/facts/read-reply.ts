import type { FactCatalogue, FactValue, Unit } from '../../eligibility/index.ts'
import type { Finding } from './finding.ts'

/** Reads a message that is one of the replies offered for tapping, word for word. */
export type ReadReply = (text: string, asked: readonly string[]) => Finding[]

const bound =
  '(不低于|超过|不超过|低于|at least|more than|at most|less than) ?(-?[\\d,]+(?:\\.\\d+)?(?:e-?\\d+)?) ?' +
  '(亿元|万元|元|%|人|项|个月|年|分|people|months|years|points|hundred million yuan|ten thousand yuan|yuan)?'
const range = new RegExp(`^[ :：]*${bound}(?:(?:且| and )${bound})?[。.]?$`)
const keys: Readonly<Record<string, 'min' | 'above' | 'max' | 'below'>> = {
  不低于: 'min',
  超过: 'above',
  不超过: 'max',
  低于: 'below',
  'at least': 'min',
  'more than': 'above',
  'at most': 'max',
  'less than': 'below',
}
const factors: Readonly<Record<string, number>> = {
  亿元: 1e8,
  万元: 1e4,
  '%': 0.01,
  'hundred million yuan': 1e8,
  'ten thousand yuan': 1e4,
}

export function createReplyReader({ facts }: FactCatalogue): ReadReply {
  const labels = new Map<string, string>()
  for (const [fact, { label }] of Object.entries(facts)) for (const text of [label.zh, label.en]) labels.set(text, fact)
  const longestFirst = [...labels].sort(([one], [other]) => other.length - one.length)
  return (text, asked) => {
    const whole = { start: 0, end: text.length, weight: 2 }
    const claimed = labels.get(text)
    if (claimed && facts[claimed]?.type === 'boolean') return [{ ...whole, fact: claimed, value: { value: true } }]
    for (const fact of asked) {
      const option = optionOf(facts[fact], text)
      if (option !== undefined) return [{ ...whole, fact, value: { value: option } }]
    }
    const [label, fact] = longestFirst.find(([one]) => text.startsWith(one)) ?? []
    const definition = fact ? facts[fact] : undefined
    const value = label && definition?.type === 'number' ? rangeOf(text.slice(label.length), definition.unit) : null
    return fact && value ? [{ ...whole, fact, value }] : []
  }
}

function optionOf(definition: FactCatalogue['facts'][string] | undefined, text: string): string | undefined {
  if (definition?.type !== 'choice') return undefined
  return Object.entries(definition.options).find(([, { label }]) => label.zh === text || label.en === text)?.[0]
}

function rangeOf(text: string, unit: Unit): FactValue | null {
  const match = range.exec(text)
  if (!match) return null
  const [, first, low = '', firstUnit = '', second, high = '', secondUnit = ''] = match
  const number = (spelled: string, name: string) =>
    Number((Number(spelled.replaceAll(',', '')) * (factors[name] ?? 1)).toPrecision(14))
  const isOfUnit = unit === 'ratio' ? firstUnit === '%' : firstUnit !== '%'
  if (!isOfUnit || !first) return null
  return {
    [keys[first] ?? 'min']: number(low, firstUnit),
    ...(second ? { [keys[second] ?? 'max']: number(high, secondUnit) } : {}),
  }
}
