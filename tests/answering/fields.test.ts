import { describe, expect, test } from 'vitest'
import { anchorsOf, codesOf, sampleAssistant, textsOf } from './sample-assistant.ts'
import { samplePolicies, writePolicy } from './sample-policies.ts'

const { ask } = sampleAssistant()

describe('what is asked of a policy', () => {
  test.each([
    ['云帆贷额度多少', ['cap']],
    ['云帆贷最高能贷多少', ['cap']],
    ['云帆贷要什么条件', ['title', 'staff']],
    ['云帆贷从业人员要求', ['staff']],
    ['云帆贷怎么申请', ['apply']],
    ['云帆贷什么时候申请', ['window']],
    ['云帆贷有效期到什么时候', ['validity']],
    ['云帆贷的电话', ['contact']],
    ['云帆贷找谁问', ['contact']],
    ['云帆贷是什么', ['what']],
    ['what is 云帆贷', ['what']],
  ])('「%s」 is answered from %j', async (question, expected) => {
    const answer = await ask(question)
    const anchors = anchorsOf(answer).filter((anchor) => anchor !== 'yunfan-loan#window' || expected.includes('window'))
    expect(answer).toMatchObject({ status: 'answered', reason: null })
    expect(anchors).toEqual(expect.arrayContaining(expected.map((anchor) => `yunfan-loan#${anchor}`)))
    expect(new Set(anchors.map((anchor) => anchor.split('#')[0]))).toEqual(new Set(['yunfan-loan']))
  })

  test('is answered in the words of the policy, each under its topic', async () => {
    const answer = await ask('云帆贷额度多少？怎么申请？')
    expect(answer.sentences.slice(0, 2)).toEqual([
      { text: '云帆贷单户额度最高500万元，灵犀企业贴息50%。', heading: '给什么', citations: ['1'] },
      { text: '云帆贷向示范银行网点提出，银行5个工作日内答复。', heading: '怎么办理', citations: ['2'] },
    ])
    expect(answer.completeness).toEqual({ complete: true, answered: 2, total: 2 })
  })

  test('is answered for its bare name by an overview of every topic', async () => {
    const topics = new Set((await ask('云帆贷')).sentences.map(({ heading }) => heading))
    expect(topics).toEqual(new Set(['这是什么', '给什么', '谁能享受', '怎么办理', '什么时间', '找谁问']))
  })

  test('and is not known is said to be not known, with whom to ask', async () => {
    const answer = await ask('云帆贷要什么材料')
    expect(answer).toMatchObject({ status: 'no-match', reason: 'not-known', completeness: { answered: 0, total: 1 } })
    expect(answer.notices[0]).toMatchObject({ code: 'not-known', text: expect.stringContaining('示范区服务中心') })
    expect(anchorsOf(answer)).toEqual(expect.arrayContaining(['yunfan-loan#unknown', 'yunfan-loan#contact']))
  })

  test('and is known only in part is answered in that part, and counted', async () => {
    const answer = await ask('云帆贷额度多少？要什么材料？')
    expect(answer).toMatchObject({
      status: 'partly-answered',
      completeness: { complete: false, answered: 1, total: 2 },
    })
    expect(textsOf(answer)).toContain('云帆贷单户额度最高500万元，灵犀企业贴息50%。')
    expect(codesOf(answer)).toContain('not-known')
  })

  test('and stands nowhere in it is not answered with something else as if it were', async () => {
    const answer = await ask('海棠贷要不要抵押')
    expect(answer.status).not.toBe('answered')
    expect(answer.notices).toContainEqual(
      expect.objectContaining({ code: 'not-stated', text: expect.stringContaining('抵押') }),
    )
  })

  test('in English is answered with English remarks and the Chinese clause', async () => {
    const answer = await ask('云帆贷额度多少', { locale: 'en' })
    expect(answer.sentences[0]).toMatchObject({ text: expect.stringContaining('500万元'), heading: 'What it gives' })
    expect(answer.notices.at(-1)?.text).toContain('23 November 2026')
  })

  test('always carries the day it is answered for', async () => {
    const answer = await ask('云帆贷额度多少', { asOf: '2026-03-01' })
    expect(answer.asOf).toBe('2026-03-01')
    expect(answer.notices.at(-1)).toMatchObject({ code: 'as-of', text: expect.stringContaining('2026年3月1日') })
  })
})

describe('an application window', () => {
  test.each([
    ['2026-02-28', '「云帆贷2026年申报」还没有开始。'],
    ['2026-03-01', '「云帆贷2026年申报」正在进行。'],
    ['2026-06-30', '「云帆贷2026年申报」正在进行。'],
    ['2026-07-01', '「云帆贷2026年申报」已经结束。'],
  ])('on %s reads %s', async (asOf, expected) => {
    for (const question of ['云帆贷怎么申请', '云帆贷什么时候申请', '云帆贷要什么条件', '云帆贷要什么材料']) {
      const states = textsOf(await ask(question, { asOf })).filter((text) => text.startsWith('「'))
      expect(states).toEqual([expected])
    }
  })
})

describe('a clause that holds for a time', () => {
  const dated = writePolicy({ id: 'dated', title: '晨星补贴', kind: 'loan', prerequisites: ['lingxi-title'] }, [
    ['这是什么', 'before until=2025-12-31|晨星补贴曾是试点。', 'what from=2026-01-01|晨星补贴是正式补贴。'],
    ['谁能享受', 'who topic=process,materials,deadline,validity|晨星补贴面向本地企业。'],
    ['给什么', 'old until=2025-12-31|晨星补贴每户1万元。', 'new from=2026-01-01|晨星补贴每户2万元。'],
    ['要留意', 'telescope until=2025-12-31|购置天文望远镜可算作实际支出。'],
  ])
  const over = sampleAssistant([...samplePolicies, dated])

  test.each([
    ['2025-12-31', 'old'],
    ['2026-01-01', 'new'],
  ])('on %s is the one that is answered from', async (asOf, anchor) => {
    expect(anchorsOf(await over.ask('晨星补贴给多少', { asOf }))).toEqual([`dated#${anchor}`])
  })

  test.each([
    '晨星补贴给多少',
    '晨星补贴',
    '晨星补贴和海棠贷有什么区别',
    '晨星补贴天文望远镜能算吗',
    '购置天文望远镜能算作实际支出吗',
  ])('is not shown after its last day for 「%s」', (question) => expectNoneEnded(question))

  test.each(['有哪些贷款产品', '灵犀企业有什么好处'])('is not shown after its last day in 「%s」', (question) =>
    expectNoneEnded(question),
  )

  async function expectNoneEnded(question: string): Promise<void> {
    const ended = ['dated#before', 'dated#old', 'dated#telescope']
    expect(anchorsOf(await over.ask(question)).filter((anchor) => ended.includes(anchor))).toEqual([])
  }
})
