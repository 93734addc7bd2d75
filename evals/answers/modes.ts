import type { Answer } from '../../src/answering/index.ts'
import { loadConfig } from '../../src/config.ts'
import { faithfulModel } from '../models/faithful-model.ts'
import { bare, lyingModel } from '../models/lying-model.ts'
import { type OpenedAssistant, openAssistant } from '../open-assistant.ts'
import { block, type Part, type PartOptions } from '../parts.ts'
import { type Case, loadCases } from './case.ts'
import { gradeRun, gradingLine } from './grade.ts'
import { type FindLies, readRun } from './record-run.ts'
import { answerTables, escapedList, failureList } from './report.ts'
import { runAnswerEval } from './run.ts'

/** Who words the answers: templates, a double that rewords honestly or lies, or the model that is configured. */
export type AnswerMode = 'template' | 'faithful' | 'hostile' | 'live'

/** Of the cases a live model gets every so manyth, as each takes seconds and money. */
export const liveSample = 8

interface Opened extends OpenedAssistant {
  readonly findLies?: FindLies
}

interface Place {
  readonly cases: readonly Case[]
  /** Where the run is kept. */
  readonly folder: URL
}

/** Asks the cases in one mode and scores them; null where there is no live model. */
export async function runAnswerMode(
  mode: AnswerMode,
  options: PartOptions,
  place: Place = { cases: casesOf(mode), folder: new URL('../runs/', import.meta.url) },
): Promise<Part | null> {
  const opened = options['from-run'] ? null : await open(mode)
  try {
    if (mode === 'live' && opened === null) return null
    return await measure(mode, opened, options, place)
  } finally {
    await opened?.close()
  }
}

async function measure(
  mode: AnswerMode,
  opened: Opened | null,
  options: PartOptions,
  { cases, folder }: Place,
): Promise<Part> {
  const runFile = new URL(`${mode === 'template' ? 'latest' : mode}.jsonl`, folder)
  const { rows, metrics } = await runAnswerEval({
    ...(opened ?? { assistant: null, corpusFolder: 'corpus' }),
    ...{ runFile, cases },
  })
  const escaped = escapedList(rows)
  const failures = failureList(rows, options['show-held'])
  const report = [
    ...(mode === 'live' ? [`A fixed sample: every ${liveSample}th case.`] : []),
    answerTables(rows),
    ...(mode === 'live' && opened?.chatModel ? [gradingLine(await gradeRun(readRun(runFile), opened.chatModel))] : []),
    ...(escaped ? [`### Sentences that no source supports\n\n${block(escaped)}`] : []),
    ...(failures ? [`### Failing cases\n\n${block(failures)}`] : []),
  ].join('\n\n')
  return { metrics, cases: rows.length, passed: rows.filter((row) => row.passed).length, report }
}

function casesOf(mode: AnswerMode): Case[] {
  const cases = loadCases()
  return mode === 'live' ? cases.filter((_, index) => index % liveSample === 0) : cases
}

async function open(mode: AnswerMode): Promise<Opened | null> {
  switch (mode) {
    case 'template':
      return openAssistant()
    case 'live':
      return loadConfig().languageModel === null ? null : openAssistant({ isLive: true })
    case 'faithful':
      return openAssistant({ chatModel: faithfulModel() })
    case 'hostile': {
      const chatModel = lyingModel()
      const findLies = ({ sentences }: Answer) => {
        const told = chatModel.takeTold()
        const worded = sentences.filter(({ support }) => support !== undefined)
        return worded.flatMap(({ text }) => {
          const lie = told.get(bare(text))
          return lie ? [`${lie}: ${text}`] : []
        })
      }
      return { ...(await openAssistant({ chatModel })), findLies }
    }
  }
}
