import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answering/index.ts'
import { anchorsOf, codesOf, sampleAssistant, textsOf } from './sample-assistant.ts'

const { ask } = sampleAssistant()
const policiesOf = ({ citations }: Answer) => [...new Set(citations.map(({ policyId }) => policyId))].sort()
const noticeOf = ({ notices }: Answer, code: string) => notices.find((notice) => notice.code === code)?.text

describe('a list', () => {
  test('holds every policy of its kind and states how many there are', async () => {
    const answer = await ask('有哪些贷款产品')
    expect(policiesOf(answer)).toEqual(['haitang-loan', 'yunfan-loan'])
    expect(noticeOf(answer, 'list')).toContain('共2项')
    expect(answer.completeness).toEqual({ complete: true, answered: 2, total: 2 })
  })

  test('leaves out what is a draft or has ended, and says how many', async () => {
    const answer = await ask('有哪些补贴')
    expect(policiesOf(answer)).toEqual(['qinghe', 'weihe'])
    expect(noticeOf(answer, 'list')).toContain('共2项')
    expect(noticeOf(answer, 'list-left-out')).toContain('5项')
  })

  test.each([
    ['2025-06-01', ['changhe', 'qinghe-2025', 'weihe']],
    ['2026-06-30', ['changhe', 'qinghe', 'weihe']],
    ['2027-01-01', ['mingan', 'qinghe', 'weihe']],
  ])('as of %s holds what applied then', async (asOf, expected) => {
    const answer = await ask('有哪些补贴', { asOf })
    expect(policiesOf(answer)).toEqual(expected)
    expect(noticeOf(answer, 'list')).toContain(`共${expected.length}项`)
  })

  test('goes from the district to the nation', async () => {
    const answer = await ask('有哪些担保')
    expect(answer.sentences.map(({ heading }) => heading)).toEqual(['长宁区级', '上海市级'])
  })

  test.each([
    ['市级有哪些担保', ['wenqi-municipal']],
    ['区级有哪些担保', ['wenqi-district']],
  ])('「%s」 holds that level only', async (question, expected) => {
    expect(policiesOf(await ask(question))).toEqual(expected)
  })

  test('of what has ended holds nothing else, and says that it has ended', async () => {
    const answer = await ask('哪些政策已经失效')
    expect(policiesOf(answer)).toEqual(['changhe', 'jiudu', 'qinghe-2025'])
    expect(noticeOf(answer, 'list-ended')).toContain('共3项')
  })

  test('of nothing named asks which is meant instead of showing everything', async () => {
    expect(await ask('有哪些政策')).toMatchObject({ status: 'needs-facts', sentences: [] })
  })
})

describe('a comparison', () => {
  test('shows both policies under each topic', async () => {
    const answer = await ask('云帆贷和海棠贷有什么区别')
    const amounts = answer.sentences.filter(({ heading }) => heading === '给什么').map(({ text }) => text)
    expect(amounts).toEqual([expect.stringContaining('500万元'), expect.stringContaining('80万元')])
    expect(noticeOf(answer, 'compare')).toContain('2项')
    expect(answer.completeness).toEqual({ complete: true, answered: 2, total: 2 })
  })

  test('of one topic shows that topic only', async () => {
    const answer = await ask('云帆贷和海棠贷的额度哪个高')
    expect(anchorsOf(answer)).toEqual(['yunfan-loan#cap', 'haitang-loan#cap'])
  })

  test('of a policy with its older version shows both and says which applies', async () => {
    const answer = await ask('青禾补贴新旧有什么变化')
    expect(policiesOf(answer)).toEqual(['qinghe', 'qinghe-2025'])
    expect(noticeOf(answer, 'older-version')).toMatch(/《青禾补贴（2025年版）》.*《青禾补贴》/)
    expect(codesOf(answer)).toContain('compare')
  })

  test('suggests each follow-up once', async () => {
    for (const question of ['青禾补贴新旧有什么变化', '云帆贷和海棠贷有什么区别', '灵犀企业有什么好处']) {
      const { suggestions } = await ask(question)
      expect(suggestions).toEqual([...new Set(suggestions)])
    }
  })
})

describe('a qualification', () => {
  test('opens its own reward and every policy that asks for it, counted', async () => {
    const answer = await ask('灵犀企业有什么好处')
    expect(anchorsOf(answer)).toEqual(['lingxi-title#reward', 'yunfan-loan#cap', 'haitang-loan#cap'])
    expect(noticeOf(answer, 'unlock')).toContain('2项')
  })

  test('that nothing asks for shows its own benefits', async () => {
    expect(textsOf(await ask('海棠贷有什么好处'))).toContain('海棠贷单户额度最高80万元。')
  })
})
