import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant, ChatModel } from '../src/answering/index.ts'
import { loadConfig } from '../src/config.ts'
import { type KnowledgeHooks, openLocalServices } from '../src/services.ts'

export interface OpenedAssistant {
  readonly assistant: Assistant
  readonly corpusFolder: string
  /** Null where templates word all answers. */
  readonly chatModel: ChatModel | null
  close(): Promise<void>
}

/**
 * The product's assistant over a fresh data folder, so that no earlier conversation or index takes part. A language
 * model of the environment words answers only where it is asked for: the other figures are those of code alone.
 */
export async function openAssistant(hooks: KnowledgeHooks & { readonly isLive?: true } = {}): Promise<OpenedAssistant> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'policy-navigator-eval-'))
  const configured = loadConfig({ ...process.env, DATA_DIR: dataFolder, LOG_LEVEL: 'silent' })
  const config = hooks.isLive ? configured : { ...configured, languageModel: null }
  const { assistant, knowledge, close } = await openLocalServices(config, undefined, hooks)
  return {
    assistant,
    chatModel: knowledge.chatModel,
    corpusFolder: config.corpusFolder,
    close: async () => {
      await close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
