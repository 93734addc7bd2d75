import { correctionsIn } from './corrections.ts'
import { canTell, type Figure } from './figure.ts'
import type { Finding } from './finding.ts'
import { blankOut, cuesIn, isWithin } from './message.ts'

/** Around a figure that goes on about what was named: 负债率不高，30%左右; 2024年营收2500万，2025年3000万. */
const leading = /^(?:\||大概|大约|约|有|是|占了?|占到|占比|达到|也就|差不多|目前|就|现在| )*$/
/** 一直在这个细分市场，做了6年. */
const lasted = /(?:做|干|深耕|坚持)了?$/
const trailing = /^(?:吧|的|左右|的样子|上下|样子|呢|这样|[ .])*$/

/** What the message spoke of just before a figure without a name: 负债率超过80%…，我们83%; 员工42，不对，35. */
export function topicOfFigure(figure: Figure, findings: readonly Finding[]): string | undefined {
  const { message, scope, quantity, clause, units } = figure
  const lead = message.text.slice(clause.start, quantity.start)
  const corrected = findings.findLast(({ fact }) => canTell(figure, fact))
  const dealt = /分别/.test(lead) && findings.findLast((one) => isWithin(one, clause) && canTell(figure, one.fact))
  if (dealt) return dealt.fact
  const isCorrecting = correctionsIn(message).some(({ end }) => end <= quantity.start)
  if (corrected && isCorrecting) return corrected.fact
  if (isContinued(figure)) return topicOfLastClause(figure)
  if (!scope.isSaidOfOwn(quantity) || (units.includes('people') && quantity.unit !== '个')) return undefined
  return message.labels.findLast(({ end, value }) => end <= clause.start && canTell(figure, value.fact))?.value.fact
}

/** Nothing but dates and words of measure stands in the clause; people are counted without a name. */
function isContinued({ message, quantity, clause, units }: Figure): boolean {
  const dates = message.quantities.filter(({ kind }) => kind === 'date')
  const beside = [...dates, ...cuesIn(message, clause, 'corrections', 'actual')]
  const spoken = beside.reduce(blankOut, message.text).slice(clause.start, quantity.start).replaceAll(/\|+/g, '|')
  const lead = quantity.kind === 'duration' ? spoken.replace(lasted, '') : spoken
  const isPerson = units.includes('people') && !units.includes('count')
  return !isPerson && leading.test(lead) && trailing.test(message.text.slice(quantity.end, clause.end))
}

function topicOfLastClause(figure: Figure): string | undefined {
  const { message, scope, clause } = figure
  const before = message.clauses[message.clauses.indexOf(clause) - 1]
  const last = before && message.labels.findLast((label) => isWithin(label, before) && scope.isOwn(label))
  const facts = message.labels.flatMap(({ start, value }) => (start === last?.start ? [value.fact] : []))
  const share =
    /占/.test(figure.message.text.slice(clause.start, figure.quantity.start)) && figure.units.includes('ratio')
  return (
    facts.find((fact) => canTell(figure, fact)) ??
    (share ? facts.flatMap((fact) => figure.relations.shareOf(fact) ?? [])[0] : undefined)
  )
}

/** 大专以上50人: the figure is of what the word before it names, which no fact tells. */
export function isOfUnknown({ message, quantity, clause }: Figure): boolean {
  const isParted = (end: number) => message.quantities.some((one) => one.start >= end && one.end <= quantity.start)
  const before = message.labels.findLast(
    ({ end, value }) => end <= quantity.start && quantity.start - end <= 5 && value.definition.type === 'number',
  )
  return (
    before !== undefined &&
    before.start >= clause.start &&
    !/^ (?:out )?of /.test(message.text.slice(before.end, quantity.start)) &&
    !isParted(before.end) &&
    !/employees|revenue|loan/i.test(before.value.fact)
  )
}
