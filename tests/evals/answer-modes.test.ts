import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import type { Case } from '../../evals/answers/case.ts'
import { wordedProblems } from '../../evals/answers/check-worded.ts'
import { runAnswerMode } from '../../evals/answers/modes.ts'
import { faithfulModel } from '../../evals/models/faithful-model.ts'
import { bare, lyingModel } from '../../evals/models/lying-model.ts'
import { type Script, startFakeServer, streamed } from '../contracts/fake-openai-server.ts'
import { scriptedAnswer, scriptedCitation } from './scripted-assistant.ts'

const folder = mkdtempSync(join(tmpdir(), 'answer-modes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const question = '科技履约贷的保费补贴是多少'
const one: Case = {
  id: 'a-1',
  split: 'open',
  asOf: '2026-11-23',
  locale: null,
  turns: [{ question, topic: 'amount', expectedStatus: ['answered'], expectedFigures: ['50%'] }],
}
const place = { cases: [one], folder: pathToFileURL(`${folder}/`) }
const options = { 'from-run': false, 'show-held': false }

const prompt = [
  '只用资料',
  '<问题>\n补多少\n</问题>',
  '<草稿>\n补贴上限50万元，须提前申请。[P1]\n不得重复享受。[P2]\n</草稿>',
  '<资料>\n[P1] 《房租补贴》给什么：补贴上限50万元，须提前申请。\n[P2] 《房租补贴》要留意：不得重复享受。\n</资料>',
].join('\n\n')
const request = { messages: [{ role: 'user', content: prompt }], maxTokens: 100 } as const

describe('the doubles of a language model', () => {
  test.each([
    ['honest', faithfulModel],
    ['lying', lyingModel],
  ])('the %s one says the same to the same prompt', async (_, create) => {
    const reply = async () => (await Array.fromAsync(create().stream(request))).join('')
    expect(await reply()).toBe(await reply())
  })

  test('the honest one keeps every handle', async () => {
    const reply = (await Array.fromAsync(faithfulModel().stream(request))).join('')
    expect(reply).toMatch(/\[P1\][\s\S]*\[P2\]/)
  })

  test('the lying one notes its lies, and none of them is a line of the draft', async () => {
    const model = lyingModel()
    await Array.fromAsync(model.stream(request))
    const told = [...model.takeTold().keys()]
    expect(told.length).toBeGreaterThan(0)
    expect(told).not.toContain(bare('补贴上限50万元，须提前申请。'))
    expect(model.takeTold().size).toBe(0)
  })
})

test.each([
  ['a figure of its own', '每月最多6000元。'],
  ['a promise', '每月上限5000元，一定能批准。'],
  ['a bank', '交通银行办理，每月上限5000元。'],
  ['a title', '《特别办法》每月上限5000元。'],
  ['a denial', '房租补贴每月上限5000元，不得申请。'],
  ['another bound', '房租补贴每月不低于5000元。'],
  ['words of its own', '这个事情您去问一下就清楚了。'],
])('a worded sentence with %s is found without the checks of the product', (_, text) => {
  const answer = scriptedAnswer({ citations: [scriptedCitation('房租补贴每月上限5000元，最长12个月。')] })
  const sentence = { heading: null, citations: ['1'], support: 'full' as const }
  const problems = (words: string) => wordedProblems({ ...answer, sentences: [{ ...sentence, text: words }] })
  expect(problems(text)).toHaveLength(1)
  expect(problems('房租补贴每月最高5000元。')).toEqual([])
})

const Body = z.object({
  messages: z.array(z.object({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })),
})

/** Words as the honest double does, and grades every answer 4 and 5. */
const liveModel: Script = async (reply, received) => {
  const { messages } = Body.parse(received.body)
  const isGrade = JSON.stringify(received.body).includes('faithfulness')
  const pieces = isGrade
    ? ['{"faithfulness": 5, ', '"helpfulness": 4}']
    : await Array.fromAsync(faithfulModel().stream({ messages, maxTokens: 100 }))
  await streamed(pieces)(reply, received)
}

describe('the live mode', { timeout: 30_000 }, () => {
  test('words the answers with the model that is configured and lets it grade them', async () => {
    const { baseUrl, received } = await startFakeServer(liveModel)
    vi.stubEnv('LLM_BASE_URL', baseUrl).stubEnv('LLM_MODEL', 'sample')
    onTestFinished(() => void vi.unstubAllEnvs())
    const part = await runAnswerMode('live', options, place)
    expect(received).toHaveLength(2)
    expect(part?.metrics).toMatchObject({ passed: 1, modelAsked: 1, dropRate: 0, wordedShare: 1, citationCheck: 1 })
    expect(part?.report).toContain('over 1 answers: faithfulness 5.00, helpfulness 4.00')
  })

  test('is skipped where none is configured', async () => {
    expect(await runAnswerMode('live', options, place)).toBeNull()
  })

  test('leaves the other modes to code alone', async () => {
    const { baseUrl, received } = await startFakeServer(liveModel)
    vi.stubEnv('LLM_BASE_URL', baseUrl).stubEnv('LLM_MODEL', 'sample')
    onTestFinished(() => void vi.unstubAllEnvs())
    const part = await runAnswerMode('template', options, place)
    expect(part?.metrics).not.toHaveProperty('modelAsked')
    expect(received).toEqual([])
  })
})
