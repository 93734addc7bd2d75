import type { Assistant } from '../../src/answering/index.ts'
import { type Case, loadCases } from './case.ts'
import { readCorpusTexts } from './check-citations.ts'
import { metricsOf } from './metrics.ts'
import { readRun, recordRun, saveRun } from './record-run.ts'
import { type ScoredTurn, scoreRun } from './score-run.ts'

export interface AnswerEvalOptions {
  /** Absent to score the saved run again. */
  readonly assistant: Assistant | null
  readonly corpusFolder: string
  /** Where the run is kept whole; the default is `evals/runs/latest.jsonl`. */
  readonly runFile?: URL
  /** Absent for the written cases. */
  readonly cases?: readonly Case[]
}

/** Asks all cases, saves the run, then scores what was saved. */
export async function runAnswerEval(
  options: AnswerEvalOptions,
): Promise<{ rows: ScoredTurn[]; metrics: Record<string, number> }> {
  const { assistant, corpusFolder } = options
  const cases = options.cases ?? loadCases()
  const runFile = options.runFile ?? new URL('../runs/latest.jsonl', import.meta.url)
  if (assistant) saveRun(runFile, await recordRun(assistant, cases))
  const rows = scoreRun(cases, readRun(runFile), readCorpusTexts(corpusFolder))
  return { rows, metrics: metricsOf(rows) }
}
