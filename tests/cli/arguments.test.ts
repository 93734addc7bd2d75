import { describe, expect, test } from 'vitest'
import { checkPeriod, parseDate, parseWebAddress } from '../../src/cli/arguments.ts'

describe('an argument', () => {
  test('that can be used is taken as it is', () => {
    expect(parseDate('2026-11-23')).toBe('2026-11-23')
    expect(parseWebAddress('https://www.shcn.gov.cn/a?b=1')).toBe('https://www.shcn.gov.cn/a?b=1')
    expect(() => checkPeriod({ from: '2026-05-01', until: '2026-05-01' })).not.toThrow()
    expect(() => checkPeriod({ until: '2026-05-01' })).not.toThrow()
  })

  test.each(['去年', '2026-02-30', '2026-13-01', '2026/11/23', '20261123', ''])('is no date: %j', (value) => {
    expect(() => parseDate(value)).toThrow(`日期「${value}」不存在或写法不对，应写成 2026-11-23 这样的格式。`)
  })

  test.each(['javascript:alert(1)', 'data:text/html,甲', 'file:///etc/passwd', 'www.shcn.gov.cn', ''])(
    'is no address that may become a link: %j',
    (value) => expect(() => parseWebAddress(value)).toThrow(`网址「${value}」应以 https:// 或 http:// 开头`),
  )

  test('that ends before it begins is refused with both days', () => {
    expect(() => checkPeriod({ from: '2026-05-01', until: '2026-04-30' })).toThrow(
      '失效日期 2026-04-30 早于生效日期 2026-05-01',
    )
  })
})
