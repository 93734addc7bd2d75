import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ToolMessage } from '@langchain/core/messages'
import { StringOutputParser } from '@langchain/core/output_parsers'
import { ChatPromptTemplate } from '@langchain/core/prompts'
import { RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPolicyNavigator, type PolicyNavigator } from '../src/langchain.ts'

let folder: string
let navigator: PolicyNavigator
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'policy-navigator-langchain-'))
  navigator = await openPolicyNavigator({ corpusFolder: 'corpus', dataFolder: folder })
}, 60_000)
afterAll(async () => {
  await navigator.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a program built with LangChain', () => {
  test('puts quotes with policy, document number and clause before its model', async () => {
    const prompts: string[] = []
    const chain = RunnableSequence.from([
      { context: navigator.retriever({ limit: 5 }).pipe(navigator.quotes), question: new RunnablePassthrough() },
      ChatPromptTemplate.fromMessages([
        ['system', '只根据下面的原文回答，并注明出处：\n{context}'],
        ['user', '{question}'],
      ]),
      new FakeListChatModel({ responses: ['保费的50%'] }),
      new StringOutputParser(),
    ])
    const answer = await chain.invoke('科技履约贷的保费补贴是多少', {
      callbacks: [{ handleChatModelStart: (_model, messages) => void prompts.push(JSON.stringify(messages)) }],
    })
    expect(answer).toBe('保费的50%')
    expect(prompts[0]).toContain('《科技履约贷（含保费补贴）》，沪科〔2025〕212号，给什么 · 第')
    expect(prompts[0]).toContain('科技履约贷保费补贴的标准是企业实际支付保费的50%。')
  })

  test('lets a model call the match tool, which answers with text and structure', async () => {
    const tool = navigator.matchTool()
    const args = { text: '我们是长宁的软件公司，42人，去年营收3600万', asOf: '2026-11-23' }
    const message = await tool.invoke({ id: 'call-1', name: tool.name, args, type: 'tool_call' })
    if (!(message instanceof ToolMessage)) throw new Error('a call by a model is answered with a message')
    expect(message.content).toContain('可能符合')
    expect(message.content).toMatch(/——《.+》.+：「.+」/)
    expect(message.artifact).toMatchObject({ asOf: '2026-11-23', profile: { employees: { value: 42 } } })
    expect(await tool.invoke(args)).toBe(message.content)
  })

  test('learns from the tool what is wrong with a call', async () => {
    const tool = navigator.matchTool()
    await expect(tool.invoke({ text: '42人', policyIds: ['no-such-policy'] })).rejects.toThrow(/no-such-policy/)
    await expect(tool.invoke({ text: '42人', asOf: '2026-02-30' })).rejects.toThrow(/asOf|schema/)
  })

  test('imports it from the package by its name', () => {
    const program = "console.log(Object.keys(await import('policy-navigator/langchain')).sort().join())"
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(output.trim()).toBe('PolicyRetriever,createMatchTool,openPolicyNavigator')
  })
})
