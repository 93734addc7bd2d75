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

  test.each(['65536', '1.5', '-1', '３０００', '0x10', '1e3'])('PORT=%s is refused', (value) => {
    expect(problemsOf({ PORT: value })).toHaveLength(1)
  })
})
