import type { Quantity } from '../quantities/quantity.ts'
import { blankOut, cuesIn, hasCue, type Message, type Span } from './message.ts'
import { leadsToPart } from './part.ts'
import { salesOfPeriod } from './sales.ts'
import type { Scope } from './scope.ts'
import { isBareNumber, unitsOf } from './units.ts'

/** Behind a figure of money they leave its meaning as it is. */
const tail = /^(?:的|发票|票|了|左右|吧|啊|呢|块|多|样子|的样子|生意|业绩|上下|不到|这样|rmb|yuan|[ .])*$/
/** Beside 一年 they leave open that it is what the firm takes in. */
const head =
  /^(?:的|从|到|也就|大概|大约|差不多|能|也|才|只|有|是|就|那|个|下来|公司|店里|小店|店|厂里|总|吧|呢|嗯|呃|\||[ ])*$/

/** 全公司上上下下三十好几个. */
const ofWhole = /(?:全公司|全厂|全店|全所|公司里|公司上下|店里|厂里|整个公司)[^，]{0,7}$/

/** What a figure without a name tells of a firm; `no-unit` for 一年六百. */
export function factWithoutName(message: Message, scope: Scope, quantity: Quantity): string | undefined {
  const clause = scope.clauseOf(quantity)
  if (isOfPeople(message, quantity, clause)) return 'employees'
  const isMoney = unitsOf(quantity).includes('yuan')
  if (!isMoney && !isBareNumber(quantity)) return undefined
  if (isMoney && isLoan(message, clause, quantity)) return 'loanAmount'
  if (!isTurnover(message, clause, quantity)) return undefined
  return isMoney ? salesOfPeriod(message, scope, quantity, 'revenue') : 'no-unit'
}

/** 42个人, 两百出头的人; but not 3名会计. */
function isOfPeople({ text, quantities }: Message, quantity: Quantity, clause: Span): boolean {
  const [lead, rest] = [text.slice(clause.start, quantity.start), text.slice(quantity.end, clause.end)]
  if (quantity.kind === 'number' && /\b(?:out )?of (?:a |our |the |all |total |team |of )*$/.test(lead)) {
    const isAll = /^(?: (?:people|staff|employees|in total|in all|altogether))*[. ]*$/.test(rest)
    if (isAll && unitsOf(quantity).includes('people')) return true
  }
  if (quantity.unit === null) return quantity.kind === 'number' && /^的?(?:员工|职工|人(?!民|工|才))/.test(rest)
  const isSpokenOf = quantities.some(
    (one) => one.end <= clause.start && one.unit !== '个' && one.unit !== null && unitsOf(one).includes('people'),
  )
  if (quantity.unit === '个')
    return rest === '' && (ofWhole.test(lead) || (isSpokenOf && /(?:我们|我|自己|我司)[^，]{0,3}$/.test(lead)))
  if (!unitsOf(quantity).includes('people') || leadsToPart(lead) || isOfHired(lead, rest)) return false
  if (quantity.interval.high === 1 && !alone.test(lead) && perHead.test(rest)) return false
  if (quantity.kind === 'number' && /^[名位]$/.test(quantity.unit))
    return /^(?:$|左右|员工|职工|[^\p{Script=Han}])/u.test(rest)
  return !/^(?:份|次|均|行|座|桌|间|用户|客户|团|合伙|股东)/.test(rest)
}

/** 一人补多少钱; but not 就我一个人拿工资. */
const perHead = /^(?:能|可以?|最多|最高|大概|大约)*(?:补|给|奖|发|拿|领|贴|返|退|减|免|多少|几)/
const alone = /(?:我|自己|就|只|只有)$/

/** 入职的2个人, 交了1个人6个月社保, 给2个人交社保. */
function isOfHired(lead: string, rest: string): boolean {
  if (/(?:入职|新来|新进|新聘|新招)[了的]*$/.test(lead)) return true
  return /(?:[交缴上]了?|[给为帮替]了?)$/.test(lead) && /^[^，]{0,8}(?:社保|保险|五险|三险)/.test(rest)
}

/** Money that is wished for where the message speaks of lending. */
function isLoan(message: Message, clause: Span, quantity: Span): boolean {
  const before = { start: clause.start, end: quantity.start }
  const isShort = /[缺差]$/.test(message.text.slice(clause.start, quantity.start))
  const isLent =
    isShort ||
    hasCue(message, { start: 0, end: message.text.length }, 'loanWords') ||
    message.labels.some(({ value }) => /loan|Loan|Financing/.test(value.fact))
  const isAlone =
    /^(?:金额|大概|约|需要|要| )*$/.test(message.text.slice(clause.start, quantity.start)) &&
    tail.test(message.text.slice(quantity.end, clause.end))
  return (
    isLent && (isAlone || hasCue(message, clause, 'loanWords', 'wishes')) && !hasCue(message, before, 'sales', 'yearly')
  )
}

/** 去年做了五百二十万, 一年三十来万. */
function isTurnover(message: Message, clause: Span, quantity: Quantity): boolean {
  const after = message.text.slice(quantity.end, clause.end)
  const before = { start: clause.start, end: quantity.start }
  const behind = cuesIn(message, { start: quantity.end, end: clause.end }, 'yearly', 'monthly')
  const isOfPeriod = hasCue(message, before, 'yearly', 'monthly', 'quarterly') || behind.length > 0
  if (
    !tail.test(behind.reduce(blankOut, message.text).slice(quantity.end, clause.end).replaceAll('|', '')) ||
    !(isOfPeriod || hasCue(message, before, 'sales'))
  )
    return false
  if (hasCue(message, before, 'sales'))
    return isOfPeriod || /去年|上年/.test(after) || unitsOf(quantity).includes('yuan')
  const others = [
    ...cuesIn(message, before, 'yearly', 'monthly', 'quarterly', 'own', 'totals', 'affirmations', 'rises', 'falls'),
    ...message.quantities.filter(
      ({ kind, end }) => (kind === 'date' || kind === 'duration' || kind === 'money') && end <= quantity.start,
    ),
  ]
  return head.test(others.reduce(blankOut, message.text).slice(clause.start, quantity.start))
}
