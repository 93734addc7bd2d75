import type { Answer } from '../../src/answering/index.ts'
import { wordedProblems } from './check-worded.ts'
import type { ScoredTurn } from './score-run.ts'

/** What a language model did for one answer, and what code that knows nothing of the product's checks finds in it. */
export interface Worded {
  readonly isAsked: boolean
  /** `ok`, or why the call ended. */
  readonly outcome: string | null
  readonly accepted: number
  readonly partial: number
  /** By reason. */
  readonly dropped: Readonly<Record<string, number>>
  readonly shown: number
  /** Shown sentences that the model did not word, in an answer that it was asked for. */
  readonly filled: number
  readonly unsupported: readonly string[]
  /** Each with the name of the lie before it. */
  readonly lies: readonly string[]
}

export function wordedOf(answer: Answer, lies: readonly string[]): Worded {
  const call = answer.modelCalls?.find(({ step }) => step === 'word')
  const worded = answer.sentences.filter(({ support }) => support !== undefined)
  return {
    isAsked: call !== undefined,
    outcome: call?.outcome ?? null,
    accepted: worded.length,
    partial: worded.filter(({ support }) => support === 'partial').length,
    dropped: call?.dropped ?? {},
    shown: answer.sentences.length,
    filled: call ? answer.sentences.length - worded.length : 0,
    unsupported: wordedProblems(answer),
    lies,
  }
}

/** Over all answers; empty where no model was asked. */
export function wordingMetrics(rows: readonly ScoredTurn[]): Record<string, number> {
  const all = rows.flatMap(({ worded }) => (worded?.isAsked ? [worded] : []))
  if (all.length === 0) return {}
  const sum = (count: (one: Worded) => number) => all.reduce((total, one) => total + count(one), 0)
  const accepted = sum((one) => one.accepted)
  const dropped = sum(({ dropped }) => Object.values(dropped).reduce((total, count) => total + count, 0))
  const partial = sum((one) => one.partial)
  const shown = rows.reduce((total, { worded }) => total + (worded?.shown ?? 0), 0)
  return {
    modelAsked: all.length,
    modelSentences: accepted + dropped,
    dropRate: share(dropped, accepted + dropped),
    fullSupport: share(accepted - partial, accepted),
    partialSupport: share(partial, accepted),
    wordedShare: share(accepted, shown),
    answersFilled: share(all.filter(({ filled }) => filled > 0).length, all.length),
    shownLies: sum(({ lies }) => lies.length),
    unsupportedSentences: sum(({ unsupported }) => unsupported.length),
  }
}

/** How many sentences were dropped for each reason, and how calls ended otherwise than well. */
export function dropReasons(rows: readonly ScoredTurn[]): [string, number][] {
  const counts = new Map<string, number>()
  const add = (name: string, count: number) => counts.set(name, (counts.get(name) ?? 0) + count)
  for (const { worded } of rows) {
    for (const [reason, count] of Object.entries(worded?.dropped ?? {})) add(reason, count)
    if (worded?.outcome && worded.outcome !== 'ok') add(`call ended: ${worded.outcome}`, 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
