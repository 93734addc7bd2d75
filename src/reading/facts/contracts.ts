import type { Message, Span } from './message.ts'

const hired = 'hireContractMonths'
const disabled = 'disabledContractMonths'

/** 合同两年 is that of the disabled where they were asked for or spoken of last, else that of those newly hired. */
export function contractOf({ asked, labels }: Message, quantity: Span, fact: string): string {
  if (fact !== hired || asked.includes(hired)) return fact
  if (asked.includes(disabled)) return disabled
  const spokenOf = labels.findLast(({ end, value }) => end <= quantity.start && /^(?:hired|disabledE)/.test(value.fact))
  return spokenOf?.value.fact === 'disabledEmployees' ? disabled : hired
}
