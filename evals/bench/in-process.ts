import { loadConfig } from '../../src/config.ts'
import { openLocalServices, today } from '../../src/services.ts'
import { type Load, measureLoad } from './load.ts'

export interface IngestBench {
  readonly passages: number
  readonly seconds: number
}

/** The corpus into an empty data folder: reading, embedding, writing. */
export async function benchIngest(dataFolder: string): Promise<IngestBench> {
  const start = performance.now()
  const { knowledge, close } = await openLocalServices(configOf(dataFolder))
  const seconds = (performance.now() - start) / 1000
  const passages = await knowledge.index.count()
  await close()
  return { passages, seconds }
}

/** The whole answer pipeline without HTTP and without a store on disk. */
export async function benchAnswers(
  dataFolder: string,
  questions: readonly string[],
  askers: readonly number[],
): Promise<Load[]> {
  const { assistant, close } = await openLocalServices(configOf(dataFolder))
  const asOf = today()
  const ask = async (message: string) => {
    for await (const event of assistant.ask({ message, ownerId: 'bench', asOf }))
      if (event.type === 'answer-end') return
    throw new Error(`no answer to "${message}"`)
  }
  const loads: Load[] = []
  await measureLoad(questions.slice(0, 100), 1, ask)
  for (const count of askers) loads.push(await measureLoad(questions, count, ask))
  await close()
  return loads
}

function configOf(dataFolder: string) {
  return loadConfig({ ...process.env, DATA_DIR: dataFolder, LOG_LEVEL: 'silent' })
}
