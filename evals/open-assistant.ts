import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Assistant } from '../src/answering/index.ts'
import { loadConfig } from '../src/config.ts'
import * as services from '../src/services.ts'

export interface OpenedAssistant {
  readonly assistant: Assistant
  readonly corpusFolder: string
  close(): Promise<void>
}

/** The product's assistant over a fresh data folder, so that no earlier conversation or index takes part. */
export async function openAssistant(): Promise<OpenedAssistant | null> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'policy-navigator-eval-'))
  const config = loadConfig({ ...process.env, DATA_DIR: dataFolder, LOG_LEVEL: 'silent' })
  const open: unknown = Reflect.get(services, 'openServices')
  const opened: unknown = typeof open === 'function' ? await open(config) : null
  const removeData = () => rmSync(dataFolder, { recursive: true, force: true })
  if (!hasAssistant(opened)) {
    removeData()
    return null
  }
  const close = async () => {
    await opened.close()
    removeData()
  }
  return { assistant: opened.assistant, corpusFolder: config.corpusFolder, close }
}

function hasAssistant(value: unknown): value is { assistant: Assistant; close(): Promise<void> } {
  return typeof value === 'object' && value !== null && 'assistant' in value && 'close' in value
}
