import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchEligibility } from './eligibility.ts'
import { benchAnswers, benchIngest } from './in-process.ts'
import { measureLoad } from './load.ts'
import { benchMatching } from './match.ts'
import { benchCompanies, benchQuestions } from './questions.ts'
import { benchRetrieval } from './retrieval.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { benchWeb } from './web.ts'

const usage = `npm run bench -- [options]
  --quick    fewer questions and firms, retrieval over 1,000 passages only
  --web      the website in Chromium alone, with its processor slowed down 4 times; needs npm run build
  --million  retrieval over 1,000,000 passages too (several minutes)
`

/** One line of the table; `atMost` and `atLeast` are the figures of DESIGN §10. */
interface Measure {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly atMost?: number
  readonly atLeast?: number
}

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (options.help) console.log(usage)
else if (options.web) console.table((await website()).map(rowOf))
else await main()

async function main(): Promise<void> {
  const questions = benchQuestions(options.quick ? 400 : 2_000)
  const measures = await inTemporaryFolder(async (folder) => [
    ...(await startsAndLoad(join(folder, 'server'), questions)),
    ...(await withoutHttp(join(folder, 'local'), questions)),
  ])
  measures.push(...(await eligibility()))
  const sizes = [1_000, ...(options.quick ? [] : [100_000]), ...(options.million ? [1_000_000] : [])]
  for (const size of sizes) measures.push(...(await retrievalOver(size)))
  measures.push(...(await matchingOf(options.quick ? 1_000 : 38_000)))
  console.table(measures.map(rowOf))
}

/** The server as a firm meets it: a first start, a later one, then load over HTTP. */
async function startsAndLoad(dataFolder: string, questions: readonly string[]): Promise<Measure[]> {
  console.error('starting the server …')
  const first = await startServer(dataFolder)
  await first.stop()
  const server = await startServer(dataFolder)
  try {
    return [
      { what: 'first start, index to be built: first answer', value: first.firstAnswerMs, unit: 'ms' },
      { what: 'start, index built: first answer', value: server.firstAnswerMs, unit: 'ms', atMost: 2_000 },
      ...(await overHttp(server, questions)),
    ]
  } finally {
    await server.stop()
  }
}

async function overHttp(server: ServerProcess, questions: readonly string[]): Promise<Measure[]> {
  console.error(`asking ${questions.length} questions over HTTP …`)
  const idleMb = await server.memoryMb()
  const alone = await measureLoad(questions.slice(0, questions.length / 4), 1, server.ask)
  const together = await measureLoad(questions, 20, server.ask)
  const companies = benchCompanies(questions.length / 4)
  const judgedAlone = await measureLoad(companies, 1, server.ask)
  const judgedTogether = await measureLoad(companies, 20, server.ask)
  return [
    { what: 'answer over HTTP, 1 asker: p50', value: alone.p50Ms, unit: 'ms' },
    { what: 'answer over HTTP, 1 asker: p95', value: alone.p95Ms, unit: 'ms', atMost: 50 },
    { what: 'answer over HTTP, 20 askers: p50', value: together.p50Ms, unit: 'ms' },
    { what: 'answer over HTTP, 20 askers: p95', value: together.p95Ms, unit: 'ms', atMost: 50 },
    { what: 'answers over HTTP, 20 askers', value: together.perSecond, unit: '/s', atLeast: 150 },
    { what: 'company judged by all policies over HTTP, 1 asker: p50', value: judgedAlone.p50Ms, unit: 'ms' },
    {
      what: 'company judged by all policies over HTTP, 1 asker: p95',
      value: judgedAlone.p95Ms,
      unit: 'ms',
      atMost: 50,
    },
    { what: 'company judged by all policies over HTTP, 20 askers: p95', value: judgedTogether.p95Ms, unit: 'ms' },
    { what: 'companies judged by all policies over HTTP, 20 askers', value: judgedTogether.perSecond, unit: '/s' },
    { what: 'memory of the server, idle', value: idleMb, unit: 'MB' },
    { what: 'memory of the server, after load', value: await server.memoryMb(), unit: 'MB' },
  ]
}

async function withoutHttp(dataFolder: string, questions: readonly string[]): Promise<Measure[]> {
  console.error('ingesting the corpus, asking without HTTP …')
  const { passages, seconds } = await benchIngest(dataFolder)
  const [alone, together] = await benchAnswers(dataFolder, questions, [1, 20])
  if (!alone || !together) throw new Error('two loads were to be measured')
  return [
    { what: `full ingest of the corpus, ${passages} passages`, value: seconds, unit: 's', atMost: 10 },
    { what: 'full ingest of the corpus', value: passages / seconds, unit: 'passages/s' },
    { what: 'answer in process, 1 asker: p50', value: alone.p50Ms, unit: 'ms' },
    { what: 'answer in process, 1 asker: p95', value: alone.p95Ms, unit: 'ms', atMost: 50 },
    { what: 'answer in process, 20 askers: p95', value: together.p95Ms, unit: 'ms', atMost: 50 },
    { what: 'answers in process, 20 askers', value: together.perSecond, unit: '/s', atLeast: 150 },
  ]
}

/** Firm by firm and policy by policy, on one core; beside json-rules-engine where it can express the rule. */
async function eligibility(): Promise<Measure[]> {
  console.error('judging firms …')
  const result = await benchEligibility()
  const beside = `${result.sharedRules} rules that json-rules-engine can express, exact profiles`
  return [
    {
      what: `verdicts, ${result.firms} firms × ${result.rules} rules`,
      value: result.verdictsPerSecond,
      unit: '/s/core',
      atLeast: 1_000_000,
    },
    { what: 'assessments with all findings', value: result.assessmentsPerSecond, unit: '/s/core' },
    { what: `verdicts, ${beside}`, value: result.sharedPerSecond, unit: '/s/core' },
    { what: 'the same by json-rules-engine', value: result.jsonRulesPerSecond, unit: '/s/core' },
    { what: 'faster by', value: result.sharedPerSecond / result.jsonRulesPerSecond, unit: '×', atLeast: 50 },
    { what: 'verdicts on which both do not agree', value: result.disagreements, unit: '', atMost: 0 },
  ]
}

async function retrievalOver(size: number): Promise<Measure[]> {
  console.error(`retrieval over ${size} passages …`)
  const [result] = await benchRetrieval([size])
  if (!result) return []
  const what = `retrieval over ${size} passages`
  return [
    { what: `${what}: ingest`, value: result.ingestPerSecond, unit: 'passages/s' },
    { what: `${what}: p50`, value: result.p50Ms, unit: 'ms' },
    { what: `${what}: p95`, value: result.p95Ms, unit: 'ms', atMost: size <= 1_000 ? 15 : 50 },
    { what: `${what}: p95, 20 askers`, value: result.p95At20Ms, unit: 'ms' },
    { what: `${what}: memory`, value: result.memoryMb, unit: 'MB' },
  ]
}

/** A district's firms with all policies, from a CSV list to the workbook. */
async function matchingOf(firms: number): Promise<Measure[]> {
  console.error(`matching ${firms} firms with all policies …`)
  const result = await inTemporaryFolder((folder) => benchMatching(folder, firms))
  const what = `${result.firms} firms with all policies, list to workbook`
  return [
    { what: `${what}: ${result.rows} rows`, value: result.seconds, unit: 's' },
    { what, value: result.assessmentsPerSecond, unit: 'assessments/s' },
    { what: `${what}: memory of the process`, value: result.peakMb, unit: 'MB' },
  ]
}

/** The page as a reader with a slow phone meets it. */
async function website(): Promise<Measure[]> {
  const figures = await inTemporaryFolder(async (folder) => {
    const server = await startServer(join(folder, 'server'))
    return benchWeb(server.address).finally(server.stop)
  })
  return [
    { what: 'scripts of the first load, chat', value: figures.chatScriptKb, unit: 'kB', atMost: 60 },
    { what: 'scripts of the first load, home', value: figures.homeScriptKb, unit: 'kB', atMost: 60 },
    { what: 'largest contentful paint, chat', value: figures.chatPaintMs, unit: 'ms', atMost: 1_000 },
    { what: 'largest contentful paint, home', value: figures.homePaintMs, unit: 'ms', atMost: 1_000 },
    { what: 'slowest key while typing', value: figures.typingMs, unit: 'ms', atMost: 100 },
    { what: 'sending a question', value: figures.sendingMs, unit: 'ms', atMost: 100 },
    { what: 'layout shift while an answer comes', value: figures.shift, unit: '', atMost: 0 },
  ]
}

function rowOf({ what, value, unit, atMost, atLeast }: Measure) {
  const measured = `${Number(value.toFixed(value < 100 ? 1 : 0))} ${unit}`
  if (atMost !== undefined) return { what, measured, figure: `≤ ${atMost} ${unit}`, reached: value <= atMost }
  if (atLeast !== undefined) return { what, measured, figure: `≥ ${atLeast} ${unit}`, reached: value >= atLeast }
  return { what, measured, figure: '', reached: '' }
}
