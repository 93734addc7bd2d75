import { canTell, type Figure } from './figure.ts'
import { hasCue, isWithin, type Message, type Span } from './message.ts'
import type { NameGroup } from './name-groups.ts'
import { isPlan } from './relations.ts'
import { isBareNumber } from './units.ts'

const counted =
  /^(?:的|左右|授权|有效|新|已|在|职|正式|全职|在册|固定|毕业.{0,9}|一年|每年|每月|年|of|them|are|in| |granted|new|valid)*$/

/** The nearest name before a figure in its clause, or the one that directly follows it. */
export function nameOfFigure(
  figure: Figure,
  names: readonly NameGroup[],
  spent: ReadonlySet<NameGroup>,
): NameGroup | undefined {
  const { message, quantity, clause } = figure
  const free = names.filter(
    (name) => isWithin(name, clause) && !spent.has(name) && factsOfName(figure, name).length > 0,
  )
  const holding = free.find((name) => isWithin(quantity, name))
  const before = free.findLast((name) => name.end <= quantity.start)
  const after = free.find((name) => name.start >= quantity.end)
  const isNext = after && isCounted(message, { start: quantity.end, end: after.start })
  if (holding) return holding
  if (!before) return isNext ? after : undefined
  const isClose = before.end === quantity.start
  return isNext && !isClose && !isFollowedByFigure(message, after) ? after : before
}

/** Only a few words of its own stand between a figure and the name of what it counts. */
function isCounted({ text }: Message, gap: Span): boolean {
  const between = text.slice(gap.start, gap.end)
  return counted.test(between) && !/\d/.test(between)
}

function isFollowedByFigure({ quantities }: Message, { end }: Span): boolean {
  return quantities.some(({ start, kind }) => kind !== 'date' && start >= end && start - end <= 1)
}

/** What a name means beside a figure: the facts of its unit, or the share of what it names. */
export function factsOfName(figure: Figure, name: NameGroup): string[] {
  const { message, relations, quantity, units } = figure
  const facts = name.labels.map(({ fact }) => fact).filter((fact) => canTell(figure, fact))
  const isWished = hasCue(message, { start: Math.max(0, name.start - 6), end: name.end }, 'wishes')
  if (facts.length > 1 && isWished) return facts.filter(isPlan)
  if (facts.length > 0) return facts
  if (isBareNumber(quantity)) return moneyFactsOf(figure, name)
  const between = message.text.slice(name.end, quantity.start)
  const isShare = /占|比/.test(between) || (quantity.start >= name.end && between.length <= 4)
  if (!units.includes('ratio') || !isShare) return []
  return name.labels.flatMap(({ fact }) => relations.shareOf(fact) ?? [])
}

/** The facts of a name for which a bare number lacks its unit. */
export function moneyFactsOf({ relations }: Figure, { labels }: NameGroup): string[] {
  return labels
    .map(({ fact }) => fact)
    .filter((fact) => {
      const definition = relations.definitionOf(fact)
      return definition?.type === 'number' && definition.unit === 'yuan'
    })
}
