import type { Figure } from './figure.ts'

/** Shares that are told of one year and of three. */
const overThreeYears: Readonly<Record<string, string>> = {
  rdRatio: 'rdRatio3y',
  rdDomesticRatio: 'rdDomesticRatio3y',
}
const period =
  /(?<three>[近前最过](?:去|近)?的?[三3]个?(?:会计|完整)*年|[三3]年(?:来|里|内|平均|合计|累计|研发|境内)|(?:last|past) three years)|去年|上一?年|今年|本年|当年|(?:19|20)\d\d年|(?:last|this) year/g

/** 近三年研发占6%，境内100%: the period said last before a share, in its clause or, for a part of R&D, its sentence. */
export function shareOfPeriod(figure: Figure, fact: string): string {
  const { message, quantity, clause } = figure
  const [shorter, longer] = Object.entries(overThreeYears).find((pair) => pair.includes(fact)) ?? []
  if (!shorter || !longer || quantity.kind !== 'ratio') return fact
  if (message.asked.includes(longer) !== message.asked.includes(shorter))
    return message.asked.includes(longer) ? longer : shorter
  const [first = clause] = message.clauses.filter(({ sentence }) => sentence === clause.sentence)
  const start = shorter === 'rdDomesticRatio' ? first.start : clause.start
  const said = [...message.text.slice(start, quantity.end).matchAll(period)].at(-1)
  if (!said) return fact
  return said.groups?.three ? longer : shorter
}

/** 境内占60% is a share of R&D only where R&D is spoken of or asked about. */
export function isOfOtherWhole({ message, clause }: Figure, fact: string): boolean {
  if (!/^rdDomestic/.test(fact) || message.asked.includes(fact)) return false
  return !/研发|r&d/.test(message.text.slice(0, clause.end))
}
