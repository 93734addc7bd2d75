import type { Case, Split } from './case.ts'
import type { RunRecord } from './record-run.ts'
import { scoreTurn, type TurnScore } from './score-turn.ts'
import { type Worded, wordedOf } from './worded.ts'

/** One scored question. */
export interface ScoredTurn extends TurnScore {
  readonly id: string
  readonly turn: number
  readonly split: Split
  readonly topic: string
  readonly question: string
  readonly expectedStatus: readonly string[]
  readonly expectedPolicies: readonly string[]
  readonly status: string | null
  readonly policies: readonly string[]
  readonly error: string | null
  readonly durationMs: number
  readonly firstSentenceMs: number | null
  readonly worded: Worded | null
}

/** Scores a recorded run; a case that the run does not hold counts as unanswered. */
export function scoreRun(
  cases: readonly Case[],
  records: readonly RunRecord[],
  corpus: ReadonlyMap<string, string>,
): ScoredTurn[] {
  const byTurn = new Map(records.map((record) => [`${record.id}/${record.turn}`, record]))
  return cases.flatMap((item) =>
    item.turns.map((expected, turn) => {
      const record = byTurn.get(`${item.id}/${turn}`)
      const answer = record?.question === expected.question ? record.answer : null
      return {
        ...scoreTurn(expected, answer, corpus),
        id: item.id,
        turn,
        split: item.split,
        topic: expected.topic,
        question: expected.question,
        expectedStatus: expected.expectedStatus,
        expectedPolicies: [...(expected.expectedPolicies ?? []), ...(expected.expectedAllPolicies ?? [])],
        status: answer?.status ?? null,
        policies: [...new Set(answer?.citations.map(({ policyId }) => policyId))],
        error: record ? record.error : 'not in this run',
        durationMs: record?.durationMs ?? 0,
        firstSentenceMs: record?.firstSentenceMs ?? null,
        worded: answer && wordedOf(answer, record?.shownLies ?? []),
      }
    }),
  )
}
