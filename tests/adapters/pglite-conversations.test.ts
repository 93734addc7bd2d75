import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openConversationStore } from '../../src/adapters/pglite-conversations.ts'
import { openThreadedConversations } from '../../src/adapters/threaded-conversations.ts'
import { describeConversationSharing } from '../contracts/conversation-sharing.ts'
import { describeConversationStore } from '../contracts/conversation-store.ts'
import { sampleTurn } from '../contracts/conversation-store-samples.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'conversations-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

describeConversationStore('PGlite', () => openConversationStore(join(root, 'contract')))

describeConversationStore('PGlite in its own thread', () => openThreadedConversations(join(root, 'threaded')))

describeConversationSharing('PGlite in its own thread', () => openThreadedConversations(join(root, 'sharing')))

test('opening in a thread fails with the reason of the store', { timeout: 60_000 }, async () => {
  const store = await openThreadedConversations(join(root, 'threaded-twice'))
  await expect(openThreadedConversations(join(root, 'threaded-twice'))).rejects.toThrow(/对话数据库/)
  await store.close()
})

describe('the PGlite folder', () => {
  test('what was acknowledged survives a killed process, and nothing is half written', {
    timeout: 120_000,
  }, async () => {
    const [folder, id, owner] = [join(root, 'killed'), randomUUID(), randomUUID()]
    const printed = await printedUntilKilled('pglite-append-until-killed.ts', [folder, id, owner], 200)
    const acknowledged = printed.filter((line) => line.length === 36)
    const store = await openConversationStore(folder)
    const kept = new Set((await store.turns(id, owner))?.map(({ question }) => question))
    await store.close()
    expect(acknowledged.length).toBeGreaterThanOrEqual(200)
    expect(acknowledged.filter((question) => !kept.has(question))).toEqual([])
  })

  test('what replaces exchanges is there whole after a kill, or what it was to replace still is', {
    timeout: 120_000,
  }, async () => {
    const [folder, id, owner] = [join(root, 'killed-replacing'), randomUUID(), randomUUID()]
    const acknowledged = await printedUntilKilled('pglite-replace-until-killed.ts', [folder, id, owner], 60)
    const store = await openConversationStore(folder)
    const questions = (await store.turns(id, owner))?.map(({ question }) => question) ?? []
    await store.close()
    const last = Number(acknowledged.at(-1))
    expect(questions.slice(0, 2)).toEqual(['甲', '乙'])
    expect(questions).toHaveLength(3)
    expect(Number(questions[2])).toBeGreaterThanOrEqual(last)
  })

  test('what cannot be stored replaces nothing', { timeout: 60_000 }, async () => {
    const [id, owner] = [randomUUID(), randomUUID()]
    const store = await openConversationStore(join(root, 'killed'))
    const turns = [sampleTurn(id, '甲'), sampleTurn(id, '乙'), sampleTurn(id, '丙')]
    for (const turn of turns) await store.append(id, owner, turn)
    const [kept, replaced] = turns.map(({ answer }) => answer)
    const twice = { ...sampleTurn(id), answer: { ...sampleTurn(id).answer, id: kept?.id ?? '' } }
    await expect(store.replace(id, owner, replaced?.id ?? '', twice)).rejects.toMatchObject({ code: 'query-failed' })
    expect(await store.turns(id, owner)).toEqual(turns)
    await store.close()
  })

  test('conversations are there after a restart', { timeout: 60_000 }, async () => {
    const [folder, id, owner] = [join(root, 'killed'), randomUUID(), randomUUID()]
    const turn = sampleTurn(id)
    const before = await openConversationStore(folder)
    const appended = before.append(id, owner, turn)
    await before.close() // waits for what is on its way
    await appended
    const after = await openConversationStore(folder)
    expect(await after.turns(id, owner)).toEqual([turn])
    await after.close()
  })

  test('a second opener is told that the folder is in use', { timeout: 60_000 }, async () => {
    const folder = join(root, 'killed')
    const store = await openConversationStore(folder)
    await expect(openConversationStore(folder)).rejects.toThrow(/对话数据库/)
    await store.close()
  })

  test('an error never carries the words of a question', { timeout: 60_000 }, async () => {
    const [id, owner] = [randomUUID(), randomUUID()]
    const store = await openConversationStore(join(root, 'killed'))
    const turn = sampleTurn(id, '我的电话是多少')
    await store.append(id, owner, turn)
    const error = await store.append(id, owner, turn).catch((reason: unknown) => reason)
    await store.close()
    expect(error).toMatchObject({ code: 'query-failed' })
    expect(String(error)).not.toContain('电话')
  })
})

/** Runs a writer, kills it once it has acknowledged so many exchanges, and returns all it acknowledged. */
async function printedUntilKilled(name: string, args: readonly string[], count: number): Promise<string[]> {
  const script = fileURLToPath(new URL(name, import.meta.url))
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === count) child.kill('SIGKILL')
  }
  return acknowledged
}
