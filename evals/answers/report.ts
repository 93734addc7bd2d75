import { durationQuantile, type MeasureName, measureNames, shareOf } from './metrics.ts'
import type { ScoredTurn } from './score-run.ts'

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
  const speed = [0.5, 0.95].map((quantile) => `p${quantile * 100} ${durationQuantile(rows, quantile).toFixed(1)} ms`)
  return [
    table(['measure', 'open', 'held', 'all'], measureRows),
    table(['topic', ...topicMeasures.flatMap((name) => [`${name} open`, 'held'])], topicRows),
    `Time per answer, one at a time: ${speed.join(', ')}.`,
  ].join('\n\n')
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
