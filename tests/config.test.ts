import { describe, expect, test } from 'vitest'
import { ConfigError, loadConfig } from '../src/config.ts'

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('configuration', () => {
  test('nothing needs to be set', () => {
    expect(loadConfig({})).toEqual({
      port: 3000,
      host: 'localhost',
      dataFolder: './data',
      corpusFolder: './corpus',
      logLevel: 'info',
      rateLimitPerMinute: 60,
      cookieSecret: null,
      trustProxy: false,
      widgetOrigins: [],
      languageModel: null,
      embedding: { kind: 'built-in' },
      reranker: null,
    })
  })

  test('it cannot change once it is read', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true)
  })

  test('an empty variable counts as unset', () => {
    expect(loadConfig({ PORT: '', TRUST_PROXY: ' ' })).toEqual(loadConfig({}))
  })

  test('all problems are reported at once, each with its name, value and a way out', () => {
    const problems = problemsOf({ PORT: '80a', LOG_LEVEL: 'loud', RATE_LIMIT_PER_MINUTE: '-1' })
    expect(problems).toHaveLength(3)
    expect(problems[0]).toContain('PORT="80a"：应为 0 到 65535 的整数')
    expect(problems[1]).toContain('LOG_LEVEL="loud"')
    expect(problems[2]).toContain('RATE_LIMIT_PER_MINUTE="-1"')
    for (const problem of problems) expect(problem).toContain('请改正')
  })

  test('the value of a secret never appears in a message', () => {
    const problems = problemsOf({ COOKIE_SECRET: 'hunter2' })
    expect(problems).toHaveLength(1)
    expect(problems[0]).not.toContain('hunter2')
  })

  test.each([
    ['true', true],
    ['false', false],
    ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
    ['::1', '::1'],
  ])('TRUST_PROXY=%s is understood', (value, expected) => {
    expect(loadConfig({ TRUST_PROXY: value }).trustProxy).toBe(expected)
  })

  test.each(['yes', '10.0.0.0/99', 'loopback,,', 'evil.example'])('TRUST_PROXY=%s is refused', (value) => {
    expect(problemsOf({ TRUST_PROXY: value })).toHaveLength(1)
  })

  test('WIDGET_ORIGINS is a list of origins as browsers send them', () => {
    const WIDGET_ORIGINS = 'https://www.example.com, http://Localhost:8080/,https://b.example:443'
    const origins = ['https://www.example.com', 'http://localhost:8080', 'https://b.example']
    expect(loadConfig({ WIDGET_ORIGINS }).widgetOrigins).toEqual(origins)
  })

  test.each([
    '*',
    'null',
    'example.com',
    'https://*.example.com',
    'https://a.example/path',
    'https://a.example?',
    'https://user@a.example',
    'file:///a',
    'https://a.example,,',
  ])('WIDGET_ORIGINS=%s is refused', (value) => {
    expect(problemsOf({ WIDGET_ORIGINS: value })).toHaveLength(1)
  })

  test.each(['65536', '1.5', '-1', '３０００', '0x10', '1e3'])('PORT=%s is refused', (value) => {
    expect(problemsOf({ PORT: value })).toHaveLength(1)
  })

  test('a language model needs an address and a name; the rest has defaults', () => {
    const env = { LLM_BASE_URL: 'https://llm.example.com/v1/', LLM_MODEL: 'qwen-plus', LLM_API_KEY: 'sk-1' }
    expect(loadConfig(env).languageModel).toEqual({
      baseUrl: 'https://llm.example.com/v1',
      model: 'qwen-plus',
      apiKey: 'sk-1',
      wholeMs: 30_000,
      firstTokenMs: 8_000,
      concurrency: 4,
      maxTokens: 2_000,
    })
  })

  test('vectors come from a server, from a folder, or are built in', () => {
    const server = { EMBEDDING_BASE_URL: 'http://127.0.0.1:8080/v1', EMBEDDING_MODEL: 'bge-m3' }
    const { embedding } = loadConfig({ ...server, EMBEDDING_DIMENSION: '1024' })
    expect(embedding).toMatchObject({ kind: 'server', apiKey: null, dimension: 1024, batchSize: 10 })
    expect(loadConfig({ EMBEDDING_MODEL_FOLDER: 'models/bge' }).embedding).toEqual({
      kind: 'folder',
      folder: 'models/bge',
    })
  })

  test('a reranker needs an address and a name', () => {
    const env = { RERANK_BASE_URL: 'http://127.0.0.1:8000/v1/', RERANK_MODEL: 'bge-reranker-v2-m3' }
    const reranker = { baseUrl: 'http://127.0.0.1:8000/v1', model: 'bge-reranker-v2-m3', apiKey: null }
    expect(loadConfig(env).reranker).toEqual(reranker)
    expect(loadConfig({ ...env, RERANK_API_KEY: 'sk-1' }).reranker).toEqual({ ...reranker, apiKey: 'sk-1' })
  })

  test.each([
    [{ LLM_MODEL: 'm' }, '设置了 LLM_MODEL，但缺少 LLM_BASE_URL'],
    [{ LLM_BASE_URL: 'http://a/v1' }, '设置了 LLM_BASE_URL，但缺少 LLM_MODEL'],
    [{ EMBEDDING_MODEL: 'm' }, '缺少 EMBEDDING_BASE_URL'],
    [{ EMBEDDING_DIMENSION: '512' }, '缺少 EMBEDDING_BASE_URL'],
    [{ EMBEDDING_MODEL_FOLDER: 'f', EMBEDDING_BASE_URL: 'http://a/v1', EMBEDDING_MODEL: 'm' }, '只能用一个'],
    [{ RERANK_MODEL: 'm' }, '缺少 RERANK_BASE_URL'],
    [{ RERANK_BASE_URL: 'http://a/v1' }, '缺少 RERANK_MODEL'],
    [{ RERANK_BASE_URL: 'http://a/v1/rerank', RERANK_MODEL: 'm' }, '到 /rerank 之前为止'],
    [{ LLM_BASE_URL: 'http://a/v1/chat/completions', LLM_MODEL: 'm' }, '到 /v1 为止'],
    [{ LLM_BASE_URL: 'ftp://a', LLM_MODEL: 'm' }, 'OpenAI 兼容接口的网址'],
  ])('settings of models that do not fit together are named: %o', (env, expected) => {
    const problems = problemsOf(env)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  test('no key of a model appears in a message, not even one within an address', () => {
    const problems = problemsOf({
      LLM_BASE_URL: 'https://user:hunter2@llm.example.com/v1',
      LLM_MODEL: 'm',
      LLM_API_KEY: 'hunter2 hunter2',
      EMBEDDING_API_KEY: 'hunter2',
      RERANK_BASE_URL: 'https://rerank.example.com/v1?key=hunter2',
      RERANK_MODEL: 'm',
    })
    expect(problems).toHaveLength(4)
    expect(problems.join()).not.toContain('hunter2')
  })
})
