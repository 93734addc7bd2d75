import type { Figure } from './figure.ts'
import type { Span } from './message.ts'

const fact = 'hireInsuranceMonths'
const insurance = '(?:社保|五险一金|五险|三险|社会保险|养老保险|工伤保险|保险)'
const before = new RegExp(`${insurance}[^，\\d]{0,8}?[交缴上](?:纳|满|了|够|足|过|到)*$`)
const behind = new RegExp(`^的?(?:${insurance})`)
const paid = /(?:[交缴上](?:纳|满|了|够|足|过)*|人)$/
const hired = /新招|招了|招用|新员工|新人|新来|新进|新聘|入职|新录用/

/** 新招了3个人，社保交了4个月: for how long insurance was paid, where those newly hired are spoken of or asked about. */
export function insuranceMonths({ message, quantity, clause }: Figure): string | undefined {
  if (quantity.kind !== 'duration') return undefined
  const [lead, rest] = [message.text.slice(clause.start, quantity.start), message.text.slice(quantity.end, clause.end)]
  if (!before.test(lead) && !(behind.test(rest) && paid.test(lead))) return undefined
  const isOfHired =
    message.asked.includes(fact) ||
    hired.test(message.text.slice(0, clause.end)) ||
    message.labels.some(({ end, value }) => end <= quantity.end && /^hired/.test(value.fact))
  return isOfHired ? fact : undefined
}

/** 失业保险断过两个月: for how long it was not paid. */
export function isInterruption({ message, quantity }: Figure, name: Span): boolean {
  const isOfInsurance = /保险|失保|失业险/.test(message.text.slice(name.start, name.end))
  const isLapse = /断|停|欠|缺|漏|没/.test(message.text.slice(name.end, quantity.start))
  return quantity.kind === 'duration' && isOfInsurance && isLapse
}
