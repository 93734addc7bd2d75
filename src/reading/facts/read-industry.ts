import type { IndustryMention, IndustryReader } from '../industries.ts'
import type { Finding } from './finding.ts'
import type { Message } from './message.ts'

/** A clause of nothing else: 服务业，20人. */
const services = /^(?:我们|公司)?(服务业|服务行业|第三产业)(?:的|公司|企业|吧|啊|呢)*$/

/** What the names of businesses leave open, one finding for each. */
export function readIndustry(message: Message, industries: IndustryReader): Finding[] {
  return [...industries.read(message.text), ...servicesIn(message, industries)].map(({ codes, start, end }) => {
    const value = codes.length === 1 ? { value: codes[0] ?? '' } : { oneOf: codes }
    return { start, end, fact: 'industry', value, weight: 0 }
  })
}

/** 服务业 is also a word of policies, so that it names a business only as 做服务业 or alone. */
function servicesIn({ clauses }: Message, industries: IndustryReader): IndustryMention[] {
  return clauses.flatMap(({ start, end, text }) => {
    const [, name] = services.exec(text.trim()) ?? []
    return name ? industries.read(`是${name}`).map((mention) => ({ ...mention, start, end })) : []
  })
}
