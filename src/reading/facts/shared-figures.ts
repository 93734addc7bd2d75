import type { Figure } from './figure.ts'
import type { NameGroup } from './name-groups.ts'
import { factsOfName } from './name-of-figure.ts'

const joint = /^(?:[、和与及跟]|以及|还有)?$/
const each = /各(?:有|是|为)?$/
const together = /(?:一共|总共|合计|总计|加起来|加在一起|共)(?:有|是)?$/

/** The facts that share a figure: 发明和实用新型各3个 tells of both, 专利和软著一共20个 of what holds both. */
export function sharedFacts(figure: Figure, name: NameGroup, names: readonly NameGroup[]): string[] | undefined {
  const { message, relations, quantity } = figure
  const lead = message.text.slice(name.end, quantity.start)
  const facts = [...new Set(chainTo(figure, name, names).flatMap((one) => factsOfName(figure, one).slice(0, 1)))]
  if (facts.length < 2) return undefined
  if (each.test(lead)) return facts
  if (!together.test(lead)) return undefined
  const whole = relations.wholeOf(facts)
  return whole ? [whole] : []
}

/** The names that lead to a figure, each joined to the next. */
function chainTo({ message }: Figure, name: NameGroup, names: readonly NameGroup[]): NameGroup[] {
  const chain = [name]
  for (const before of names.filter(({ end }) => end <= name.start).toReversed()) {
    if (!joint.test(message.text.slice(before.end, chain[0]?.start ?? 0))) break
    chain.unshift(before)
  }
  return chain
}
