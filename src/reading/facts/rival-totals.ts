import type { Finding } from './finding.ts'
import type { Message } from './message.ts'
import type { Scope } from './scope.ts'

/** A clause of nothing but how many people there are: 我们有50个员工. */
const whole =
  /^(?:我们|我司|咱们|公司|本公司|企业|店里|厂里|现在|目前|一家|有|是|的|大概|差不多|员工|职工|人数)*[\d一二两三四五六七八九十百千]+(?:个|名|位)?(?:人|员工|职工)?(?:了|吧|左右|的)*$/
const ofParts =
  /其中|里[面头]|包[括含]|含|加|另外|还有|算上|连|派遣|外包|兼职|实习|临时|正式|全职|技术|研发|科技|新招|招了|参保|残疾|老板|分店|门店|两家|三家/

/** 我们有50个员工，一共80人: two totals, neither of which is a part of the other. */
export function weighRivals(message: Message, scope: Scope, findings: readonly Finding[]): Finding[] {
  const totals = findings.filter(({ fact, weight }) => fact === 'employees' && weight > 0)
  const isOfParts = ofParts.test(message.text.replace(/加(?:起来|在一起)/g, ''))
  if (totals.length === 0 || isOfParts) return [...findings]
  return findings.map((one) => {
    const isWhole = one.fact === 'employees' && whole.test(scope.clauseOf(one).text.trim())
    return isWhole ? { ...one, weight: Math.max(one.weight, ...totals.map(({ weight }) => weight)) } : one
  })
}
