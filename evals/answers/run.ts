import type { Assistant } from '../../src/answering/index.ts'
import { type Case, loadCases } from './case.ts'
import { readCorpusTexts } from './check-citations.ts'
import { metricsOf } from './metrics.ts'
import { type FindLies, readRun, recordRun, saveRun } from './record-run.ts'
import { type ScoredTurn, scoreRun } from './score-run.ts'
import { wordingMetrics } from './worded.ts'

export interface AnswerEvalOptions {
  /** Absent to score the saved run again. */
  readonly assistant: Assistant | null
  readonly corpusFolder: string
  /** Where the run is kept whole; the default is `evals/runs/latest.jsonl`. */
  readonly runFile?: URL
  /** Absent for the written cases. */
  readonly cases?: readonly Case[]
  /** Where a lying model words the answers. */
  readonly findLies?: FindLies
}

/** Asks all cases, saves the run, then scores what was saved. */
export async function runAnswerEval(
  options: AnswerEvalOptions,
): Promise<{ rows: ScoredTurn[]; metrics: Record<string, number> }> {
  const { assistant, corpusFolder } = options
  const cases = options.cases ?? loadCases()
  const runFile = options.runFile ?? new URL('../runs/latest.jsonl', import.meta.url)
  if (assistant) saveRun(runFile, await recordRun(assistant, cases, options.findLies))
  const rows = scoreRun(cases, readRun(runFile), readCorpusTexts(corpusFolder))
  return { rows, metrics: { ...metricsOf(rows), ...wordingMetrics(rows) } }
}
