import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant } from '../src/answering/index.ts'
import { loadConfig } from '../src/config.ts'
import { type KnowledgeHooks, openLocalServices } from '../src/services.ts'

export interface OpenedAssistant {
  readonly assistant: Assistant
  readonly corpusFolder: string
  close(): Promise<void>
}

/** The product's assistant over a fresh data folder, so that no earlier conversation or index takes part. */
export async function openAssistant(hooks: KnowledgeHooks = {}): Promise<OpenedAssistant> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'policy-navigator-eval-'))
  const config = loadConfig({ ...process.env, DATA_DIR: dataFolder, LOG_LEVEL: 'silent' })
  const { assistant, close } = await openLocalServices(config, undefined, hooks)
  return {
    assistant,
    corpusFolder: config.corpusFolder,
    close: async () => {
      await close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
