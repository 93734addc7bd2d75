import type { FactDefinition } from '../../eligibility/index.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { blankOut, type Clause, cuesIn, isWithin, type Message } from './message.ts'
import type { Relations } from './relations.ts'
import type { Scope } from './scope.ts'

export const founding = 'establishedOn'
/** Words that tell since when only beside a duration: 做了十年. */
const lasting = /(?:做了有?小?|干了有?|开了有?|经营了?|运营了?|创业|营业了?|起步|年限|店开|店做|公司开|公司做)$/
const ofFirm = /(?:公司|店|厂|企业|老店)(?:已经|都|有)*$/
const nothingMore = /^(?:了|多|半|左右|吧|啊|呢|[. ])*$/
/** Around an age that stands alone: 才5个月. */
const growing = /^(?:\||公司|企业|店|到现在|现在|目前|到今天|才|刚刚?|已经?|也就|就|只有|大概|差不多|一共|总共|还)*$/
const begun = /成立|注册|开业|开张|创办|创立|设立|起步|刚开|新开|开了|办了/
const goingOn = /^(?:都|也|已经?|一共|我们|一直)*(?:做|干|深耕|坚持)了?(?:有|快)?$/
const particles = /[\s的了吧呢啊哦嗯是在于。.，,！!~]/g

/** 公司是2017年的; 开了八年; 注册了公司，才5个月: when the firm was founded, without the word for it. */
export function factOfUnnamedDate(
  message: Message,
  scope: Scope,
  relations: Relations,
  quantity: Quantity,
): string | undefined {
  const clause = scope.clauseOf(quantity)
  const lead = message.text.slice(clause.start, quantity.start)
  const rest = message.text.slice(quantity.end, clause.end)
  if (isOfNamedSpan(message, clause, quantity)) return undefined
  if (isAge(message, relations, quantity, clause)) return founding
  if (quantity.kind === 'duration')
    return (lasting.test(lead) && !/^[内来]/.test(rest)) ||
      (ofFirm.test(lead) && nothingMore.test(rest)) ||
      /^(?:的?历史|的?老[店厂]|的[新小老]?(?:公司|企业|店|厂)$| old)/.test(rest)
      ? founding
      : undefined
  if (quantity.kind !== 'date' && quantity.kind !== 'no-day') return undefined
  const isOwn = /(?:公司|店|厂|企业|我们)(?:是|就)?$/.test(lead) && /^的$/.test(rest)
  return isOwn || /^的老?(?:公司|企业|店|厂)$/.test(rest) || isWholeDate(message, relations, quantity)
    ? founding
    : undefined
}

/** 细分市场做了2年半, 做了3年细分市场: the name beside a duration tells what lasted. */
function isOfNamedSpan(
  { text, clauses, labels, quantities }: Message,
  clause: Clause,
  { start, end, kind }: Quantity,
): boolean {
  if (kind !== 'duration') return false
  const names = labels.filter(({ value }) => isLasting(value.definition))
  if (names.some((one) => one.start >= end && one.start - end <= 1)) return true
  const name = names.findLast((one) => one.end <= start)
  if (!name || quantities.some((one) => one.start >= name.end && one.end <= start)) return false
  const before = clauses[clauses.indexOf(clause) - 1]
  const isContinued = before && isWithin(name, before) && goingOn.test(text.slice(clause.start, start))
  return isWithin(name, clause) || Boolean(isContinued)
}

function isLasting(definition: FactDefinition): boolean {
  return definition.type === 'number' && (definition.unit === 'months' || definition.unit === 'years')
}

/** 注册了有限公司，才5个月; a message of nothing but 刚满8个月. */
function isAge(message: Message, relations: Relations, quantity: Quantity, clause: Clause): boolean {
  if (quantity.kind !== 'duration' || isTimeAsked(message, relations)) return false
  const { text, clauses, quantities } = message
  const lead = cuesIn(message, clause, 'own').reduce(blankOut, text).slice(clause.start, quantity.start)
  if (!growing.test(lead.replaceAll(/\|+/g, '|')) || !nothingMore.test(text.slice(quantity.end, clause.end)))
    return false
  const before = clauses[clauses.indexOf(clause) - 1]
  const isBegun = before && begun.test(before.text) && !quantities.some((one) => isWithin(one, before))
  const isAll = text.replaceAll(particles, '') === clause.text.replaceAll(particles, '')
  return Boolean(isBegun) || (isAll && /刚|才/.test(lead + quantity.text))
}

/** 2021年3月, where no other time was asked for. */
function isWholeDate(message: Message, relations: Relations, { text, until }: Quantity): boolean {
  const isDated = /\d{4}|年/.test(text) && /月|[-/.]/.test(text) && (until ?? '') < message.asOf
  return isDated && !isTimeAsked(message, relations) && message.text.replaceAll(particles, '') === text
}

function isTimeAsked({ asked }: Message, { definitionOf }: Relations): boolean {
  return asked.some((fact) => {
    const definition = definitionOf(fact)
    if (definition?.type === 'date') return fact !== founding
    return definition?.type === 'number' && (definition.unit === 'months' || definition.unit === 'years')
  })
}
