import { expect, test } from 'vitest'
import { samplePath, sampleText, writeCorpus } from '../adapters/sample-corpus.ts'
import { runCli } from './run-cli.ts'

test('a corpus without a fault passes, and says what it holds', async () => {
  const { code, output, errors } = await runCli('none', ['corpus', 'check'])
  expect([code, errors]).toEqual([0, ''])
  expect(output).toMatch(/^corpus: \d{3} policies, \d{4} clauses, no problem\n$/)
}, 30_000)

test('a corpus with faults fails, with file, line and every problem', async () => {
  const folder = await writeCorpus({
    [samplePath]: sampleText(['kind: loan', 'kind: gift']),
    'policies/national/other.md': '没有开头。',
  })
  const { code, errors } = await runCli('none', ['corpus', 'check', folder])
  expect(code).toBe(1)
  expect(errors).toMatch(/changning\/sample-loan\.md:8: kind: .*\n.*national\/other\.md:1: front matter/)
  expect(errors).toMatch(/corpus: 2 problem\(s\) in 2 file\(s\)\n$/)
}, 30_000)
