import type { Quantity } from '../quantities/quantity.ts'
import { type Clause, cuesIn, hasCue, isWithin, type Message, type Span } from './message.ts'
import type { Scope } from './scope.ts'

const strict =
  /要求|门槛|规定|标准|必须|须|应当|限制|上限|封顶|免|减半|奖励|补贴|补助|最高|才|文件|政策|通知|条件|require|must|threshold/

/** Behind a bound they tell what follows from it: 30人以下免, 300人以下算小微. */
const ruled = /^.{0,4}(?:算|属于|免|就|才|不用|不交|可以|能|都)/

/** 30个是实习生不算, 派遣的40个，不该算进来的. */
const notCounted =
  /^[^，。；]{0,8}，?(?:应该|是)?(?:不应?该算|不能算|不用算|不算|没算|不计|不包括)(?:在内|进来|进去|进|的|了|吧|数)*(?=\s*(?:[，。；？！,;?!]|$))/

/** 合同还有半年, 办公室签了两年: what is left, or for how long something was rented. */
const ofOtherSpan = /还[有剩差]$|办公室|店面|门面|厂房|房子|场地|租|铺/

/** Whether a figure belongs to a policy: 研发要占3%吗, 30人以下免残保金, 门槛是500万. */
export function isThreshold(message: Message, scope: Scope, quantity: Quantity): boolean {
  const clause = scope.clauseOf(quantity)
  const before = { start: clause.start, end: quantity.start }
  const isOwn = scope.isSaidOfOwn(quantity) || /了$/.test(message.text.slice(clause.start, quantity.start))
  if (isOwn) return false
  if (scope.isToBeConfirmed(clause) || isRuleOfTitle(message, before)) return true
  if (isOfOthers(message, scope, quantity, clause)) return true
  if (isBounded(quantity) && ruled.test(message.text.slice(quantity.end, clause.end))) return true
  if (scope.isAsked(clause) && /招$/.test(message.text.slice(0, quantity.start))) return true
  if (/吧$/.test(clause.text.trim()) && (isBounded(quantity) || hasCue(message, before, 'requirements'))) return true
  if (scope.isAsked(clause)) return isBounded(quantity) || hasCue(message, clause, 'requirements')
  return (
    cuesIn(message, before, 'requirements').some((cue) => strict.test(textOf(message, cue))) ||
    (isBounded(quantity) && cuesIn(message, clause, 'requirements').some((cue) => strict.test(textOf(message, cue))))
  )
}

/** 5%的企业, 1个亿那个产品, 一件补几千: of those that a policy or product is for. */
function isOfOthers(message: Message, scope: Scope, quantity: Quantity, clause: Clause): boolean {
  const { start, end, kind, unit, interval } = quantity
  const [lead, rest] = [message.text.slice(clause.start, start), message.text.slice(end, clause.end)]
  if (/^(?:的?(?:要求|门槛|标准|规定)|(?:的|那个|这个|那款)产品|[^，]{0,3}才(?:行|能|可以|算|够))/.test(rest))
    return true
  if (kind === 'ratio' && /^的(?:中小)?(?:企业|公司|单位)/.test(rest)) return true
  if (/(?:补|奖|罚|减|免)$/.test(lead) || isOfTitled(message, scope, clause, isBounded(quantity))) return true
  const isOne = /^[件项款种]$/.test(unit ?? '') && interval.low === 1 && interval.high === 1
  return isOne && scope.isAsked(clause) && !/[有了是]$/.test(lead)
}

/** 小巨人企业产值涨超20%，奖多少: a bound of whoever bears the title. */
function isOfTitled(message: Message, scope: Scope, clause: Clause, isBound: boolean): boolean {
  const isTitled = message.labels.some(
    ({ value, start, end }) => start === clause.start && end < clause.end && value.definition.type === 'boolean',
  )
  const asked = message.clauses.some((one) => one.sentence === clause.sentence && scope.isAsked(one))
  return isBound && isTitled && asked && !hasCue(message, { start: 0, end: message.text.length }, 'own')
}

/** 专精特新要成立满两年: what a title requires. */
function isRuleOfTitle(message: Message, before: Span): boolean {
  const titles = message.labels.filter(
    ({ value, ...name }) => value.definition.type === 'boolean' && isWithin(name, before),
  )
  return titles.some(({ end }) =>
    /^(?:企业|的|就|都|是)*(?:要|需|须|得有|必)/.test(message.text.slice(end, before.end)),
  )
}

/** 更正: what stands behind 不是 is what was wrong. */
export function isReplaced(message: Message, { start }: Span): boolean {
  return (
    message.cues.some(
      ({ value, end }) => value === 'replaced' && end <= start && message.text.slice(end, start).trim() === '',
    ) || /(?:不是|不止是)$/.test(message.text.slice(0, start))
  )
}

/** 从30人增加到45人, 一个都没有, 招了四个: no figure of what there is now. */
export function isNoState(message: Message, quantity: Quantity, clause: Span): boolean {
  const { text, quantities } = message
  if (quantity.interval.low === 1 && /^(?:[^，]{0,8}[都也])?(?:没|不)/.test(text.slice(quantity.end, clause.end)))
    return true
  const [lead, rest] = [text.slice(clause.start, quantity.start), text.slice(quantity.end)]
  if (/分别/.test(lead) && !hasCue(message, { start: 0, end: text.length }, 'severalFirms')) return true
  if (notCounted.test(rest) || (quantity.kind === 'duration' && ofOtherSpan.test(lead))) return true
  const isLeft = /[从由](?:.{0,4}的)?$/.test(text.slice(clause.start, quantity.start))
  return (
    isLeft && quantities.some((one) => one.start >= quantity.end && one.end <= clause.end && one.kind === quantity.kind)
  )
}

/** Planned or past, so not how it is now. */
export function isNotNow(message: Message, scope: Scope, span: Span): boolean {
  const before = { start: scope.clauseOf(span).start, end: span.start }
  return hasCue(message, before, 'plans', 'past')
}

function isBounded({ interval, kind }: Quantity): boolean {
  return kind !== 'date' && (interval.low === null || interval.high === null)
}

function textOf(message: Message, { start, end }: Span): string {
  return message.text.slice(start, end)
}
