import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Part, parts } from './parts.ts'
import { loadThresholds, missedThresholds } from './thresholds.ts'

const names = Object.keys(parts)
const usage = `npm run eval -- [options]
  --only ${names.join('|')}  run one part
  --from-run                score the saved runs of the answers again without asking
  --show-held               list failures of held cases of the answers too
`

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    'from-run': { type: 'boolean', default: false },
    'show-held': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (options.only && !names.includes(options.only)) {
  console.error(`--only is "${options.only}"; use one of ${names.join(', ')}`)
  process.exitCode = 2
} else if (options.help) console.log(usage)
else await main()

async function main(): Promise<void> {
  const asked = names.filter((name) => !options.only || options.only === name)
  const results = new Map<string, Part | null>()
  for (const name of asked) results.set(name, (await parts[name]?.(options)) ?? null)
  const missed = [...results].flatMap(([name, part]) => missedOf(name, part))
  const report = reportOf(results, missed)
  if (!options.only) writeFileSync(new URL('./report.md', import.meta.url), report)
  console.log(report)
  const measured = [...results.values()].filter((part) => part !== null)
  const count = (part: 'passed' | 'cases') => measured.reduce((sum, one) => sum + one[part], 0)
  console.log(`${count('passed')} of ${count('cases')} cases as expected`)
  process.exitCode = missed.length > 0 ? 1 : 0
}

/** A part without data skips itself visibly; one that needs none must be measured. */
function missedOf(name: string, part: Part | null): string[] {
  const limits = loadThresholds()[name]
  return part && limits ? missedThresholds(limits, part.metrics).map((text) => `${name}: ${text}`) : []
}

function reportOf(results: ReadonlyMap<string, Part | null>, missed: readonly string[]): string {
  const list = (items: readonly string[]) =>
    items.length === 0 ? 'None.' : items.map((item) => `- ${item}`).join('\n')
  const skipped = [...results]
    .filter(([, part]) => part === null)
    .map(
      ([name]) =>
        `${name}: ${name === 'answers-live' ? 'no language model is configured' : 'its data in ../shared is absent'}`,
    )
  const left = names.filter((name) => !results.has(name)).map((name) => `${name}: not asked for`)
  return [
    '# Evaluation',
    `## Below threshold\n\n${list(missed)}`,
    `## Skipped\n\n${list([...skipped, ...left])}`,
    ...[...results].flatMap(([name, part]) => (part ? [`## ${name}\n\n${part.report}`] : [])),
    '',
  ].join('\n\n')
}
