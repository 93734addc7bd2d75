import { isExact, type Quantity } from '../quantities/quantity.ts'
import { type Finding, spanOf } from './finding.ts'
import { hasCue, type Message } from './message.ts'
import type { Scope } from './scope.ts'
import { unitsOf } from './units.ts'

const fact = 'headcountDecrease12m'
const fall =
  /^(?:人|个人|名|位|个)?[^，。；\d]{0,4}?(?:减少|减员|裁员|精简|缩减|下降|减|裁|降|缩|掉)(?:到|至|成|为|剩|了)+(?:现在的?)?$/
const subject = /员工|职工|人数|人员|团队|用工|人手|从业|公司|我们|从|由/
/** 三年前从50减到46人 is no drop of the last twelve months. */
const ofSome = /研发|技术|科技|残疾|销售|本科|大专|派遣|客户|学员|会员/
const longAgo = /[二三四五六七八九十两2-9]年前|前年|疫情|以前|(?:19|20)\d\d年/

/** 员工从50减到46人: how many there are, and by how much the headcount fell within a year. */
export function readHeadcount(message: Message, scope: Scope): Finding[] {
  const { text, quantities } = message
  return quantities.flatMap((before, place): Finding[] => {
    const now = quantities[place + 1]
    if (!now || !isCount(before) || !isCount(now) || !unitsOf(now).includes('people')) return []
    const clause = scope.clauseOf(before)
    const [lead, between] = [text.slice(clause.start, before.start), text.slice(before.end, now.start)]
    const isOfPeople = [before, now].some(({ unit }) => unit !== null && unit !== '个') || /员工|职工|人/.test(lead)
    if (now.end > clause.end || !scope.isOwn(before) || scope.isAsked(clause) || !isOfPeople) return []
    if (!fall.test(between) || !subject.test(lead) || ofSome.test(lead) || longAgo.test(lead + between)) return []
    if (hasCue(message, clause, 'plans')) return []
    const [most, least] = [before.interval.low ?? 0, now.interval.low ?? 0]
    const value = Number(((most - least) / most).toPrecision(12))
    const span = spanOf(before, now)
    if (least >= most) return []
    return [
      { ...span, fact, value: { value }, weight: 0 },
      { ...span, fact: 'employees', value: { value: least }, weight: 2 },
    ]
  })
}

function isCount(quantity: Quantity): boolean {
  return isExact(quantity.interval) && unitsOf(quantity).includes('people')
}
