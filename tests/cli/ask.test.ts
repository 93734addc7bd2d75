import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startFakeServer, streamed } from '../contracts/fake-openai-server.ts'
import { askAll, runCli, sharedFolder } from './run-cli.ts'

const data = sharedFolder()
const ask = (...words: string[]) => runCli(data.path, ['ask', ...words])

describe('asking in a terminal', { timeout: 30_000 }, () => {
  test('prints the answer with its sources and the day it is given for', async () => {
    const { code, output } = await ask('科技履约贷的保费补贴是多少', '--as-of', '2026-11-23')
    expect(code).toBe(0)
    expect(output).toContain('实际支付保费的50%。[1]')
    expect(output).toContain('依据：\n[1] 《科技履约贷（含保费补贴）》，沪科〔2025〕212号，给什么 · 第')
    expect(output).toContain('2026年11月23日')
  })

  test('prints whole answers as JSON, and a question that cannot be taken does not end the conversation', async () => {
    const words = ['ask', '--json', '--as-of', '2026-11-23']
    const { code, errors } = await runCli(data.path, words, `科技履约贷是什么\n？？？\n${'贷'.repeat(501)}\n`)
    expect(code).toBe(0)
    expect(errors).toMatch(/没有读到文字，请.*\n问题太长了，最多 500 个字，请/)
    const [first, second] = await askAll(data.path, '科技履约贷是什么', '那怎么申请')
    expect(first).toMatchObject({ status: 'answered', asOf: '2026-11-23', locale: 'zh-CN' })
    expect(second?.conversationId).toBe(first?.conversationId)
    expect(second?.citations.map(({ policyId }) => policyId)).toContain('tech-performance-loan')
  })

  test('says beside the answer what a language model did for it', async () => {
    const { baseUrl } = await startFakeServer(
      streamed(['简单说，科技履约贷保费补贴的标准是企业实际支付保费的50%。[P1]\n', '补贴900万元。[P1]\n']),
    )
    vi.stubEnv('LLM_BASE_URL', baseUrl).stubEnv('LLM_MODEL', 'sample')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { output, errors } = await ask('科技履约贷的保费补贴是多少', '--as-of', '2026-11-23')
    expect(output).toContain('简单说，科技履约贷保费补贴的标准是企业实际支付保费的50%。[1]')
    expect(output).toContain('由语言模型润色，逐句核对过出处。')
    expect(errors).toMatch(/语言模型（润色回答）：ok，\d+ 毫秒，采用 1 条，未采用：figure 1/)
  })

  test.each([
    [['--as-of', '2026-02-30', '贷款'], /日期「2026-02-30」不存在或写法不对，应写成 2026-11-23 这样的格式/],
    [['--locale', 'fr', '贷款'], /命令有误：.*--locale.*zh-CN, en/],
    [['！？'], /没有读到文字，请/],
  ])('with %j says what is wrong and fails', async (words, message) => {
    const { code, output, errors } = await ask(...words)
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(message)
    expect(errors).not.toMatch(/\n\s+at /)
  })
})
