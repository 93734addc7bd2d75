import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import type { Case, TurnCase } from '../../evals/answers/case.ts'
import { citationProblems, readCorpusTexts } from '../../evals/answers/check-citations.ts'
import { answerTables, failureList } from '../../evals/answers/report.ts'
import { runAnswerEval } from '../../evals/answers/run.ts'
import { scoreTurn } from '../../evals/answers/score-turn.ts'
import { missedThresholds } from '../../evals/thresholds.ts'
import { scriptedAnswer, scriptedAssistant, scriptedCitation } from './scripted-assistant.ts'

const folder = mkdtempSync(join(tmpdir(), 'answer-eval-'))
mkdirSync(join(folder, 'policies', 'changning'), { recursive: true })
const clause = '房租补贴每月上限5000元，最长12个月。'
writeFileSync(join(folder, 'policies', 'changning', 'rent-help.md'), `# 房租补贴\n\n2. {#amount} ${clause}\n`)
const corpus = readCorpusTexts(folder)
afterAll(() => rmSync(folder, { recursive: true }))

const sound = { sentences: [{ text: '每月最多5000元。', citations: ['1'] }], citations: [scriptedCitation(clause)] }
const expected: TurnCase = {
  question: '房租补多少',
  topic: 'amount',
  expectedStatus: ['answered'],
  expectedPolicies: ['rent-help'],
  expectedAnchors: ['rent-help#amount'],
  expectedFigures: ['5000元'],
  forbiddenFigures: ['3000元'],
}

describe('scoring one answer', () => {
  test('a sound answer passes every check', () => {
    expect(scoreTurn(expected, scriptedAnswer(sound), corpus)).toMatchObject({ passed: true, problems: [] })
  })

  test.each([
    ['another status', { ...sound, status: 'no-match' as const }, 'status'],
    ['no citation of the policy', { notice: '您好' }, 'source'],
    ['another clause', { ...sound, citations: [scriptedCitation(clause, { anchor: 'what' })] }, 'anchor'],
    ['a missing figure', { ...sound, sentences: [{ text: '有房租补贴。', citations: ['1'] }] }, 'figures'],
    [
      'a figure of another rule',
      { ...sound, sentences: [{ text: '每月3000元。', citations: ['1'] }] },
      'forbiddenFigures',
    ],
  ])('%s fails', (_, script, check) => {
    expect(scoreTurn(expected, scriptedAnswer(script), corpus).problems).toContain(check)
  })

  test('a superseded figure may be named where it is said to be superseded', () => {
    const sentences = [...sound.sentences, { text: '旧标准每月3000元，已停止。', citations: ['1'] }]
    expect(scoreTurn(expected, scriptedAnswer({ ...sound, sentences }), corpus).checks.forbiddenFigures).toBe(1)
  })

  test('a list is scored by the share of its policies that are cited', () => {
    const list = { ...expected, expectedAllPolicies: ['rent-help', 'loan-help'] }
    expect(scoreTurn(list, scriptedAnswer(sound), corpus).checks.list).toBe(0.5)
  })

  test('no answer fails', () => {
    expect(scoreTurn(expected, null, corpus).passed).toBe(false)
  })
})

describe('the citation check', () => {
  test.each([
    ['a quote that is not in the corpus', { ...sound, citations: [scriptedCitation('房租补贴每月上限5000元。。')] }],
    ['a policy that does not exist', { ...sound, citations: [scriptedCitation(clause, { policyId: 'none' })] }],
    ['a wrong digest', { ...sound, citations: [scriptedCitation(clause, { digest: 'f00' })] }],
    ['a citation that the answer does not carry', { ...sound, citations: [] }],
    ['a figure that no quote states', { ...sound, sentences: [{ text: '每月8000元。', citations: ['1'] }] }],
  ])('catches %s', (_, script) => {
    expect(citationProblems(scriptedAnswer(script), corpus)).toHaveLength(1)
  })
})

describe('a run', () => {
  const cases: Case[] = [
    { id: 'a-1', split: 'open', asOf: '2026-11-23', locale: null, turns: [expected] },
    {
      id: 'c-1',
      split: 'held',
      asOf: '2026-11-23',
      locale: null,
      turns: [expected, { question: '那浦东呢', topic: 'out-of-scope', expectedStatus: ['out-of-scope'] }],
    },
    { id: 'a-2', split: 'held', asOf: '2026-11-23', locale: 'en', turns: [{ ...expected, question: 'How much?' }] },
  ]
  const assistant = scriptedAssistant({ 房租补多少: sound, 那浦东呢: { status: 'answered', notice: '浦东' } })
  const runFile = pathToFileURL(join(folder, 'runs', 'latest.jsonl'))

  test('is saved whole, so that scoring it again gives the same rows', async () => {
    const first = await runAnswerEval({ assistant, corpusFolder: folder, runFile, cases })
    const again = await runAnswerEval({ assistant: null, corpusFolder: folder, runFile, cases })
    expect(again).toEqual(first)
    expect(first.rows.map((row) => row.passed)).toEqual([true, true, false, false])
    expect(first.metrics).toMatchObject({ passed: 0.5, followUpAccuracy: 0, outOfScopeDeclined: 0, falseDeclines: 0 })
    expect(first.rows.at(-1)?.error).toContain('nothing scripted for How much?')
  })

  test('asks each case in a conversation of its own, with its date and language', () => {
    expect(assistant.asked.map(({ conversationId }) => conversationId)).toEqual([
      undefined,
      undefined,
      'conversation-1',
      undefined,
    ])
    expect(assistant.asked.at(-1)).toMatchObject({ asOf: '2026-11-23', locale: 'en' })
  })

  test('lists failures of held cases only where asked for', async () => {
    const { rows } = await runAnswerEval({ assistant: null, corpusFolder: folder, runFile, cases })
    expect(failureList(rows, false)).toBe('')
    expect(failureList(rows, true)).toContain('c-1 turn 2 [out-of-scope] 那浦东呢')
    expect(answerTables(rows)).toContain('| passed | 100.0% (1) | 33.3% (3) | 50.0% (4) |')
  })
})

test('a figure that was not measured misses its threshold', () => {
  const limits = { min: { passed: 0.9, listRecall: 0.5 }, max: { falseDeclines: 0.02 } }
  expect(missedThresholds(limits, { passed: 0.95, falseDeclines: 0.1 })).toEqual([
    'listRecall is not measured, must be at least 0.5',
    'falseDeclines is 0.1000, must be at most 0.02',
  ])
})
