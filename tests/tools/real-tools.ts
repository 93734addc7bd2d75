import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { openLocalServices } from '../../src/services.ts'
import { createTools, type PolicyTools } from '../../src/tools/index.ts'

export const today = '2026-11-23'

/** The tools over the corpus of the product, opened once for the tests of a file. */
export function realTools(): { tools: PolicyTools } {
  const shared: { tools?: PolicyTools; close?: () => Promise<void> } = {}
  beforeAll(async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'policy-navigator-tools-'))
    const { knowledge, close } = await openLocalServices(loadConfig({ DATA_DIR: dataFolder }))
    shared.tools = createTools(knowledge, () => today)
    shared.close = async () => {
      await close()
      await rm(dataFolder, { recursive: true, force: true })
    }
  }, 60_000)
  afterAll(() => shared.close?.())
  return {
    get tools() {
      if (!shared.tools) throw new Error('the tools are opened before the first test')
      return shared.tools
    },
  }
}
