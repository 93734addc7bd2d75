import type { FactDefinition } from '../../eligibility/index.ts'
import type { Label } from './fact-words.ts'
import { isWithin, type Message, overlap, type Span } from './message.ts'

/** A word and all that it may name. */
export interface NameGroup extends Span {
  readonly labels: readonly Label[]
}

/** The words that name facts of some types, from left to right; those within a quantity only count it: 12个员工. */
export function namesOf(message: Message, ...types: readonly FactDefinition['type'][]): NameGroup[] {
  const groups = new Map<string, { start: number; end: number; labels: Label[] }>()
  for (const { start, end, value } of message.labels) {
    if (!types.includes(value.definition.type)) continue
    const group = groups.get(`${start} ${end}`)
    if (group) group.labels.push(value)
    else groups.set(`${start} ${end}`, { start, end, labels: [value] })
  }
  const counted = message.quantities.filter(({ kind }) => kind !== 'date')
  return [...groups.values()].filter(
    (group) =>
      group.labels.some(({ isParted }) => isParted) ||
      !counted.some((one) => overlap(one, group) && !isWithin(one, group)),
  )
}
