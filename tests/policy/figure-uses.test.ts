import { describe, expect, test } from 'vitest'
import { figureUses } from '../../src/policy/index.ts'

const usesOf = (text: string) => figureUses(text).map(({ bound, figure }) => `${bound} ${figure}`)

describe('a figure is read with its bound', () => {
  test.each([
    ['补贴50万元', ['exact 500000元']],
    ['补贴最高50万元', ['at-most 500000元']],
    ['最高可以给到50万元', ['at-most 500000元']],
    ['上限为五十万元', ['at-most 500000元']],
    ['50万元封顶', ['at-most 500000元']],
    ['50万元以内', ['at-most 500000元']],
    ['不超过50万元', ['at-most 500000元']],
    ['超过50万元', ['above 500000元']],
    ['没有超过50万元', ['at-most 500000元']],
    ['低于50万元', ['below 500000元']],
    ['不低于50万元', ['at-least 500000元']],
    ['50万元以上', ['at-least 500000元']],
    ['50万元以下', ['below 500000元']],
    ['50万元以下（含50万元）', ['at-most 500000元', 'exact 500000元']],
    ['不足10人', ['below 10人']],
    ['满12个月', ['at-least 12个月']],
    ['未满12个月', ['below 12个月']],
    ['百分之八十', ['exact 80%']],
    ['自2026年6月1日起至2026年8月31日止', ['from 06-01', 'until 08-31']],
    ['在2026年6月30日前完成', ['until 06-30']],
    ['2026年6月30日后完成', ['from 06-30']],
    ['3个工作日内确认', ['at-most 3个']],
  ])('%s', (text, expected) => {
    expect(usesOf(text)).toEqual(expected)
  })

  test('with the words around it, not those of the next figure', () => {
    const [first, second] = figureUses('一等奖奖励30万元、二等奖奖励20万元')
    expect(first?.context).toContain('一等奖')
    expect(first?.context).not.toContain('二等奖')
    expect(second?.context).toContain('二等奖')
  })
})
