import type { Finding } from './finding.ts'
import { hasCue, isWithin, type Message } from './message.ts'
import type { Scope } from './scope.ts'

const ending = /(?:(不是|没有|还没|没)|是|有)[了呢啊哦的]*$/
const mostLetters = 18

/** 竞争对手是小巨人，我们不是: a clause that says of the firm what was said of somebody else. */
export function readEchoes(message: Message, scope: Scope): Finding[] {
  return message.clauses.flatMap((clause, place): Finding[] => {
    const before = message.clauses[place - 1]
    const match = ending.exec(clause.text.trim())
    const isShort = clause.text.trim().length <= mostLetters && !scope.isAsked(clause)
    const isNamed = message.labels.some((label) => label.value.definition.type === 'boolean' && isWithin(label, clause))
    if (!before || before.sentence !== clause.sentence || !match || !isShort || isNamed) return []
    if (!hasCue(message, clause, 'own')) return []
    return message.labels
      .filter((label) => isWithin(label, before) && label.value.definition.type === 'boolean' && !scope.isOwn(label))
      .map(({ value }) => ({
        start: clause.start,
        end: clause.end,
        fact: value.fact,
        value: { value: match[1] === undefined },
        weight: 0,
      }))
  })
}
