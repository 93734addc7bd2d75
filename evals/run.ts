import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { answerTables, failureList } from './answers/report.ts'
import { runAnswerEval } from './answers/run.ts'
import type { ScoredTurn } from './answers/score-run.ts'
import { openAssistant } from './open-assistant.ts'
import { type RetrievalReport, runRetrievalEval } from './retrieval/run.ts'
import { loadThresholds, missedThresholds } from './thresholds.ts'

const usage = `npm run eval -- [options]
  --only answers|retrieval  run one part
  --from-run                score evals/runs/latest.jsonl again without asking
  --show-held               list failures of held cases too
`

interface AnswerPart {
  readonly rows: readonly ScoredTurn[]
  readonly metrics: Readonly<Record<string, number>>
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'from-run': { type: 'boolean', default: false },
    'show-held': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (options.only && !['answers', 'retrieval'].includes(options.only)) {
  console.error(`--only is "${options.only}"; use answers or retrieval`)
  process.exitCode = 2
} else if (options.help) console.log(usage)
else await main()

async function main(): Promise<void> {
  const retrieval = options.only === 'answers' ? null : await runRetrievalEval()
  const answers = options.only === 'retrieval' ? null : await runAnswerPart()
  const skipped = [
    ...(retrieval
      ? []
      : [`retrieval: ${options.only === 'answers' ? 'not asked for' : 'its data in ../shared is absent'}`]),
    ...(answers ? [] : ['answers: not asked for']),
  ]
  const missed = missedOf(retrieval, answers)
  const report = reportOf(retrieval, answers, skipped, missed)
  if (!options.only) writeFileSync(new URL('./report.md', import.meta.url), report)
  console.log(report)
  if (answers && options['show-held']) console.log(failureList(answers.rows, true))
  const passed = answers?.rows.filter((row) => row.passed).length ?? 0
  console.log(`${passed} of ${answers?.rows.length ?? 0} cases as expected`)
  process.exitCode = missed.length > 0 ? 1 : 0
}

async function runAnswerPart(): Promise<AnswerPart> {
  if (options['from-run']) return await runAnswerEval({ assistant: null, corpusFolder: 'corpus' })
  const opened = await openAssistant()
  try {
    return await runAnswerEval(opened)
  } finally {
    await opened.close()
  }
}

function missedOf(retrieval: RetrievalReport | null, answers: AnswerPart | null): string[] {
  const thresholds = loadThresholds()
  return [
    ...(retrieval ? missedThresholds(thresholds.retrieval, retrieval.metrics) : []),
    ...(answers ? missedThresholds(thresholds.answers, answers.metrics) : []),
    // A green run must never mean that nothing was asked.
    ...(answers || options.only === 'retrieval' ? [] : ['answers were not measured']),
  ]
}

function reportOf(
  retrieval: RetrievalReport | null,
  answers: AnswerPart | null,
  skipped: readonly string[],
  missed: readonly string[],
): string {
  const list = (items: readonly string[]) =>
    items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n')
  const failures = answers ? failureList(answers.rows, false) : ''
  return [
    '# Evaluation',
    `## Below threshold\n\n${list(missed)}`,
    `## Skipped\n\n${list(skipped)}`,
    ...(retrieval ? [`## Retrieval\n\n\`\`\`text\n${retrieval.table}\n\`\`\``] : []),
    ...(answers ? [`## Answers and conversations\n\n${answerTables(answers.rows)}`] : []),
    ...(failures ? [`## Failing open cases\n\n\`\`\`text\n${failures}\n\`\`\``] : []),
    '',
  ].join('\n\n')
}
