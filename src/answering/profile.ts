import type { RecordedFact } from '../eligibility/index.ts'
import type { FactReading } from '../reading/index.ts'
import type { Turn } from './ports.ts'
import { recorded } from './read-profile.ts'

export type RecordedProfile = Readonly<Record<string, RecordedFact>>

/** What is known of the company after a message. Later words win over earlier ones; another company begins anew. */
export function accumulate(
  before: RecordedProfile,
  { firms, startsAnew }: FactReading,
  turn: number,
): { readonly profile: RecordedProfile; readonly changed: readonly string[] } {
  const read = Object.entries(firms[0] ?? {}).map(([key, fact]): [string, RecordedFact] => [key, recorded(fact, turn)])
  const changed = read.filter(([key, fact]) => before[key] && !isSame(before[key], fact)).map(([key]) => key)
  return { profile: { ...(startsAnew ? {} : before), ...Object.fromEntries(read) }, changed: startsAnew ? [] : changed }
}

function isSame({ evidence: _a, turn: _b, ...one }: RecordedFact, { evidence: _c, turn: _d, ...other }: RecordedFact) {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The profile after the latest exchange. */
export function profileOf(history: readonly Turn[]): RecordedProfile {
  return history.at(-1)?.answer.profile ?? {}
}

/** Asked so often without an answer, a fact is not asked again. */
const mostAsked = 2

/** Facts that the asker does not know, or has left unanswered more than once. */
export function skippedFacts(
  history: readonly Turn[],
  profile: RecordedProfile,
  isUnsure: (reply: string) => boolean,
  message: string,
): string[] {
  const asked = history.map(({ answer }) => answer.factQuestion?.facts ?? [])
  const replies = [...history.slice(1).map(({ question }) => question), message]
  const unknown = asked.filter((facts, turn) => facts.length > 0 && isUnsure(replies[turn] ?? '')).flat()
  const often = asked.flat().filter((key, _, all) => all.filter((other) => other === key).length >= mostAsked)
  return [...new Set([...unknown, ...often])].filter((key) => !(key in profile))
}

/** Facts that the latest answer asked for. */
export function askedFacts(history: readonly Turn[]): readonly string[] {
  return history.at(-1)?.answer.factQuestion?.facts ?? []
}

/** What the latest answer judged: every policy, some, or none. */
export function verdictScope(history: readonly Turn[]): 'all' | 'some' | 'none' {
  const answer = history.at(-1)?.answer
  if (!answer || answer.verdicts.length === 0) return 'none'
  return answer.reason === 'match' || answer.reason === 'growth' ? 'all' : 'some'
}
