import type { IsoDate } from './dates.ts'
import type { Nature } from './policy.ts'

/** Section headings of a corpus file, in their order, and the topic of a question that each answers. */
export const topicOfHeading = {
  这是什么: 'definition',
  谁能享受: 'conditions',
  给什么: 'amount',
  怎么办理: 'process',
  要什么材料: 'materials',
  什么时间: 'deadline',
  有效期: 'validity',
  找谁问: 'contact',
  要留意: 'notes',
  数据: 'figures',
  还不知道: 'unknown',
} as const

export type Heading = keyof typeof topicOfHeading
export type Topic = (typeof topicOfHeading)[Heading]

/** Topics that every policy must answer, if only by saying that the answer is not known. */
export const requiredTopics = [
  'conditions',
  'amount',
  'process',
  'materials',
  'deadline',
  'validity',
  'contact',
] as const satisfies readonly Topic[]

/** One numbered provision of a policy, readable on its own. */
export interface Clause {
  readonly anchor: string
  readonly number: number
  readonly heading: Heading
  /** The topic of its section first, then further topics it answers. */
  readonly topics: readonly Topic[]
  readonly text: string
  /** The days on which this clause holds, where it is limited more narrowly than its policy. */
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  /** Where this clause was found, when not in the first source of its policy. */
  readonly nature: Nature | null
  /** Line of the clause in its file, for error messages. */
  readonly line: number
}
