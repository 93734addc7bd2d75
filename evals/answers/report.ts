import { type MeasureName, measureNames, quantileOf, shareOf } from './metrics.ts'
import type { ScoredTurn } from './score-run.ts'
import { dropReasons, wordingMetrics } from './worded.ts'

const topicMeasures = ['passed', 'statusAccuracy', 'sourceAccuracy', 'anchorAccuracy', 'figuresRight'] as const

/** Markdown tables: every measure by split, then the main ones by topic and split. */
export function answerTables(rows: readonly ScoredTurn[]): string {
  const open = rows.filter(({ split }) => split === 'open')
  const held = rows.filter(({ split }) => split === 'held')
  const topics = [...new Set(rows.map(({ topic }) => topic))].sort()
  const measureRows = measureNames.map((name) => [name, ...[open, held, rows].map((part) => cell(name, part))])
  const topicRows = topics.map((topic) => [
    topic,
    ...topicMeasures.flatMap((name) =>
      [open, held].map((part) =>
        cell(
          name,
          part.filter((row) => row.topic === topic),
        ),
      ),
    ),
  ])
  return [
    table(['measure', 'open', 'held', 'all'], measureRows),
    table(['topic', ...topicMeasures.flatMap((name) => [`${name} open`, 'held'])], topicRows),
    ...wordingTables(rows),
    table(
      ['time, one at a time', 'p50', 'p95'],
      [
        ['to the first sentence', ...speed(rows.map(({ firstSentenceMs }) => firstSentenceMs))],
        ['whole answer', ...speed(rows.map(({ durationMs }) => durationMs))],
      ],
    ),
  ].join('\n\n')
}

function speed(times: readonly (number | null)[]): string[] {
  return [0.5, 0.95].map((quantile) => `${quantileOf(times, quantile).toFixed(1)} ms`)
}

/** What a language model did; nothing where none was asked. */
function wordingTables(rows: readonly ScoredTurn[]): string[] {
  const metrics = Object.entries(wordingMetrics(rows))
  if (metrics.length === 0) return []
  const shown = (name: string, value: number) => (isCount(name) ? String(value) : `${(value * 100).toFixed(1)}%`)
  const reasons = dropReasons(rows).map(([reason, count]) => [reason, String(count)])
  return [
    table(
      ['wording by the model', ''],
      metrics.map(([name, value]) => [name, shown(name, value)]),
    ),
    ...(reasons.length === 0 ? [] : [table(['not shown because', 'sentences'], reasons)]),
  ]
}

function isCount(name: string): boolean {
  return ['modelAsked', 'modelSentences', 'shownLies', 'unsupportedSentences'].includes(name)
}

/** What must not have come out of a model, sentence by sentence. */
export function escapedList(rows: readonly ScoredTurn[]): string {
  return rows
    .flatMap(({ id, question, worded }) =>
      [...(worded?.lies ?? []), ...(worded?.unsupported ?? [])].map((fault) => `${id} ${question}\n  ${fault}`),
    )
    .join('\n')
}

/** Failing questions one by one; held ones only where asked for. */
export function failureList(rows: readonly ScoredTurn[], showHeld: boolean): string {
  const failing = rows.filter((row) => !row.passed && (showHeld || row.split === 'open'))
  return failing.map(failureLine).join('\n')
}

function failureLine(row: ScoredTurn): string {
  const place = row.turn > 0 ? `${row.id} turn ${row.turn + 1}` : row.id
  return [
    `${place} [${row.topic}] ${row.question}`,
    `  failed   ${row.error ?? row.problems.join(' | ')}`,
    `  expected ${row.expectedStatus.join('/')} from ${row.expectedPolicies.join(', ') || '–'}`,
    `  got      ${row.status ?? '–'} from ${row.policies.join(', ') || '–'}`,
  ].join('\n')
}

function cell(name: MeasureName, rows: readonly ScoredTurn[]): string {
  const { value, count } = shareOf(name, rows)
  return value === null ? '–' : `${(value * 100).toFixed(1)}% (${count})`
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
