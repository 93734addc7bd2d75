import { fetchAssessments } from '../server/server.ts'
import { turns, updateTurn } from './conversation.ts'
import { locale } from './preferences.ts'
import { bareValue, profile } from './profile.ts'
import type { Turn } from './turn.ts'

let running: AbortController | null = null

/** The latest exchange with verdicts: the one that follows changes to the company's facts. */
export function judgedTurn(all: readonly Turn[]): Turn | null {
  return all.findLast(({ verdicts, phase }) => phase !== 'asking' && verdicts.length > 0) ?? null
}

/** Judges the policies of the latest verdicts again, for the company as the page knows it now. */
export async function reassess(): Promise<void> {
  const turn = judgedTurn(turns.value)
  if (turn === null) return
  running?.abort()
  const controller = new AbortController()
  running = controller
  updateTurn(turn.key, (current) => ({ ...current, reassessment: 'running' }))
  try {
    const company = profile.value
    const { assessments, factQuestion } = await fetchAssessments(requestFor(turn), controller.signal)
    const judged = { verdicts: assessments, company, factQuestion, reassessment: 'done' } as const
    updateTurn(turn.key, (current) => ({ ...current, ...judged }))
  } catch {
    // The reader is told at the verdicts; a newer change speaks for itself.
    if (!controller.signal.aborted) updateTurn(turn.key, (current) => ({ ...current, reassessment: 'failed' }))
  }
}

function requestFor({ verdicts, asOf, answer }: Turn) {
  const facts = Object.entries(profile.value).map(([key, fact]) => [key, bareValue(fact)])
  return {
    profile: Object.fromEntries(facts),
    // Where all policies were judged they are ranked anew; a choice of policies keeps its order.
    ...(answer?.reason === 'match' ? {} : { policyIds: verdicts.map(({ policyId }) => policyId) }),
    asOf: asOf ?? '',
    locale: locale.value,
  }
}
