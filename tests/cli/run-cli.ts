import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll } from 'vitest'
import { Answer } from '../../src/answering/index.ts'

export interface Outcome {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

/** Starts the command line in a process of its own. */
export function startCli(dataFolder: string, ...words: string[]): ChildProcess {
  const env = { ...process.env, DATA_DIR: dataFolder, CORPUS_DIR: 'corpus', NO_COLOR: '1' }
  return spawn(process.execPath, ['src/cli/main.ts', ...words], { env })
}

/** Runs the command line to its end, with `input` typed into it. */
export async function runCli(dataFolder: string, words: readonly string[], input = ''): Promise<Outcome> {
  const child = startCli(dataFolder, ...words)
  child.stdin?.end(input)
  const exit = once(child, 'exit')
  const [output, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')))
  const [code] = await exit
  return { code, output: output ?? '', errors: errors ?? '' }
}

/** Asks the questions of one conversation, in one process. */
export async function askAll(dataFolder: string, ...questions: string[]): Promise<Answer[]> {
  const { output } = await runCli(dataFolder, ['ask', '--json', '--as-of', '2026-11-23'], `${questions.join('\n')}\n`)
  return output
    .split(/^}$/m)
    .filter((part) => part.trim() !== '')
    .map((part) => Answer.parse(JSON.parse(`${part}}`)))
}

/** A folder shared by the tests of a file. */
export function sharedFolder(): { path: string } {
  const folder = { path: '' }
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'policy-navigator-cli-'))
  })
  afterAll(() => rm(folder.path, { recursive: true, force: true }))
  return folder
}
