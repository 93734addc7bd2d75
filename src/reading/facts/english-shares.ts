import type { Figure } from './figure.ts'
import { isWithin } from './message.ts'
import type { NameGroup } from './name-groups.ts'

const whole =
  /^ of (?:our |the |all |total |its |annual |last year's )*(?:(?<people>staff|employees|people|team|workforce|headcount)|revenue|sales|turnover|income)(?: [a-z]+){0,3} (?:the )?$/

const ofPeople = /Staff|bachelor|college|Worker|disabled/

export interface EnglishShare {
  readonly name: NameGroup
  readonly fact: string
}

/** 8% of revenue goes into R&D, 25% of staff are R&D: the whole stands between a share and the name of the part. */
export function shareOfWhole(figure: Figure, names: readonly NameGroup[]): EnglishShare | undefined {
  const { message, quantity, clause, relations, units } = figure
  if (!units.includes('ratio')) return undefined
  for (const name of names.filter((one) => isWithin(one, clause) && one.start >= quantity.end)) {
    const match = whole.exec(message.text.slice(quantity.end, name.start))
    const facts = name.labels.flatMap(({ fact, definition }) => {
      const isRatio = definition.type === 'number' && definition.unit === 'ratio'
      const told = isRatio ? fact : relations.shareOf(fact)
      return told && ofPeople.test(told) === Boolean(match?.groups?.people) ? told : []
    })
    const [fact] = match ? facts : []
    if (fact) return { name, fact }
  }
  return undefined
}
