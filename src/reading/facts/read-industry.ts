import type { IndustryReader } from '../industries.ts'
import type { Finding } from './finding.ts'
import type { Message } from './message.ts'

/** What the names of businesses leave open, one finding for each. */
export function readIndustry(message: Message, industries: IndustryReader): Finding[] {
  return industries.read(message.text).map(({ codes, start, end }) => {
    const value = codes.length === 1 ? { value: codes[0] ?? '' } : { oneOf: codes }
    return { start, end, fact: 'industry', value, weight: 0 }
  })
}
