import { type Half, halves, loadCases } from './cases.ts'
import { openReader } from './reader.ts'
import { type JudgedCase, judge, type Rates, ratesOf } from './score.ts'

export interface ExtractionPart {
  readonly cases: number
  /** Share of utterances of which every fact was read rightly and no other. */
  readonly accuracy: number
  readonly overall: Rates
  readonly byFact: Readonly<Record<string, Rates>>
  readonly msPerMessage: number
}

export interface ExtractionReport {
  readonly skipped: boolean
  readonly parts: Readonly<Partial<Record<Half, ExtractionPart>>>
  /** Of the open half only: the held one stays unseen. */
  readonly failing: readonly JudgedCase[]
}

/** Measures which facts are read from what owners and commissioners type. */
export async function runExtractionEval(corpusFolder = 'corpus'): Promise<ExtractionReport> {
  const read = await openReader(corpusFolder)
  const parts: Partial<Record<Half, ExtractionPart>> = {}
  const failing: JudgedCase[] = []
  for (const half of halves) {
    const cases = loadCases(half)
    if (!cases) continue
    const start = performance.now()
    const readings = cases.map(read)
    const msPerMessage = (performance.now() - start) / (cases.length || 1)
    const judged = cases.flatMap((one, place) => {
      const reading = readings[place]
      return reading ? [judge(one, reading)] : []
    })
    parts[half] = { ...partOf(judged), msPerMessage }
    if (half === 'open') failing.push(...judged.filter((one) => !one.isRight))
  }
  return { skipped: Object.keys(parts).length === 0, parts, failing }
}

function partOf(judged: readonly JudgedCase[]): Omit<ExtractionPart, 'msPerMessage'> {
  const facts = judged.flatMap((one) => one.facts)
  const byFact = [...Map.groupBy(facts, ({ fact }) => fact)].map(([fact, all]) => [fact, ratesOf(all)] as const)
  return {
    cases: judged.length,
    accuracy: judged.filter(({ isRight }) => isRight).length / (judged.length || 1),
    overall: ratesOf(facts),
    byFact: Object.fromEntries(byFact.sort(([, one], [, other]) => other.expected - one.expected)),
  }
}

/** The report as text; failures of the open half with what was read. */
export function extractionTables({ parts, failing }: ExtractionReport, withFailures = true): string {
  const lines = Object.entries(parts).flatMap(([half, part]) => [
    `extraction, ${half} half: ${part.cases} utterances, ${percent(part.accuracy)} wholly right, ${part.msPerMessage.toFixed(2)} ms each`,
    row('all facts', part.overall),
    ...Object.entries(part.byFact).map(([fact, rates]) => row(fact, rates)),
  ])
  return [...lines, ...(withFailures ? ['failing open utterances:', ...failing.map(shown)] : [])].join('\n')
}

function row(name: string, { right, read, expected, precision, recall }: Rates): string {
  return `  ${name.padEnd(24)} precision ${percent(precision)} (${right}/${read}), recall ${percent(recall)} (${right}/${expected})`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

function shown({ case: one, facts, reading }: JudgedCase): string {
  const faults = facts.filter(({ outcome }) => outcome !== 'right').map(({ fact, outcome }) => `${outcome} ${fact}`)
  const read = reading.firms.map((firm) => JSON.stringify(firm)).join(' + ')
  const problems = reading.problems.map(({ kind, fact }) => `${kind} ${fact}`).join(', ')
  return `  ${one.id} ${one.text}\n    ${faults.join(', ')}\n    expected ${JSON.stringify(one.firms ?? one.expected)}\n    read ${read} ${problems}`
}

if (import.meta.main) console.log(extractionTables(await runExtractionEval()))
