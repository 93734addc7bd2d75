import { runAnswerMode } from './answers/modes.ts'
import { runQuestionEval } from './eligibility/questions.ts'
import { runEligibilityEval } from './eligibility/run.ts'
import { extractionTables, runExtractionEval } from './extraction/run.ts'
import { injectionTables } from './injections/report.ts'
import { runInjectionEval } from './injections/run.ts'
import { runMatchingEval } from './matching/run.ts'
import { quantityTables, runQuantityEval } from './quantities/run.ts'
import { runRetrievalEval } from './retrieval/run.ts'

/** What one part of the evaluation measured. */
export interface Part {
  readonly metrics: Readonly<Record<string, number>>
  readonly cases: number
  readonly passed: number
  /** Markdown. */
  readonly report: string
}

export interface PartOptions {
  readonly 'from-run': boolean
  readonly 'show-held': boolean
}

type Run = (options: PartOptions) => Promise<Part | null>

/** Every part by name; null where its data is absent. */
export const parts: Readonly<Record<string, Run>> = {
  retrieval: async () => {
    const measured = await runRetrievalEval()
    return measured && { metrics: measured.metrics, cases: 0, passed: 0, report: block(measured.table) }
  },
  quantities: async () => {
    const measured = await runQuantityEval()
    if (measured.skipped) return null
    const { accuracy, inScope, right } = measured
    return { metrics: { accuracy }, cases: inScope, passed: right, report: block(quantityTables(measured)) }
  },
  extraction: async () => {
    const measured = await runExtractionEval()
    const { open, held } = measured.parts
    if (!open || !held) return null
    const cases = open.cases + held.cases
    return {
      metrics: {
        precision: open.overall.precision,
        recall: open.overall.recall,
        accuracy: open.accuracy,
        precisionHeld: held.overall.precision,
        recallHeld: held.overall.recall,
        accuracyHeld: held.accuracy,
      },
      cases,
      passed: Math.round(open.accuracy * open.cases + held.accuracy * held.cases),
      report: block(extractionTables(measured)),
    }
  },
  eligibility: async () => {
    const { metrics, failures } = await runEligibilityEval()
    const failed = new Set(failures.map((failure) => failure.split(' ')[0])).size
    const cases = metrics.scenarios
    return { metrics, cases, passed: cases - failed, report: block([tableOf(metrics), ...failures].join('\n')) }
  },
  questions: async () => {
    const metrics = await runQuestionEval()
    return { metrics, cases: 0, passed: 0, report: block(tableOf(metrics)) }
  },
  matching: async () => {
    const { metrics, failures, cases, passed } = await runMatchingEval()
    return { metrics, cases, passed, report: block([tableOf(metrics), ...failures].join('\n')) }
  },
  injections: async () => {
    const measured = await runInjectionEval()
    const { attacks = 0, attacksEscaped = 0 } = measured.metrics
    const report = block([tableOf(measured.metrics), injectionTables(measured)].join('\n\n'))
    return { metrics: measured.metrics, cases: attacks, passed: attacks - attacksEscaped, report }
  },
  answers: (options) => runAnswerMode('template', options),
  'answers-faithful': (options) => runAnswerMode('faithful', options),
  'answers-hostile': (options) => runAnswerMode('hostile', options),
  'answers-live': (options) => runAnswerMode('live', options),
}

export function block(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``
}

function tableOf(metrics: Readonly<Record<string, number>>): string {
  const width = Math.max(...Object.keys(metrics).map(({ length }) => length))
  const show = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(4))
  return Object.entries(metrics)
    .map(([name, value]) => `${name.padEnd(width)}  ${show(value)}`)
    .join('\n')
}
