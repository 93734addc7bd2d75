import { describe, expect, test } from 'vitest'
import { type Answer, type AnswerEvent, createLineReader } from '../../src/answering/index.ts'
import { anchorsOf, answerOf, eventsOf, sampleAssistant } from './sample-assistant.ts'

/** Asks one question after the other in one conversation. */
async function converse(...questions: string[]): Promise<Answer> {
  const { ask } = sampleAssistant()
  const [first = '', ...others] = questions
  let answer = await ask(first)
  for (const question of others) answer = await ask(question, { conversationId: answer.conversationId })
  return answer
}

describe('a follow-up', () => {
  test.each([
    [['海棠贷额度多少', '那材料呢'], ['haitang-loan#papers']],
    [['海棠贷额度多少', '怎么申请'], ['haitang-loan#apply']],
    [['海棠贷额度多少', '谢谢', '那材料呢'], ['haitang-loan#papers']],
    [['海棠贷额度多少', '今天天气怎么样', '那材料呢'], ['haitang-loan#papers']],
    [['有哪些贷款产品', '第二个怎么申请'], ['haitang-loan#apply']],
    [['云帆贷和海棠贷有什么区别', '第二个要什么材料'], ['haitang-loan#papers']],
    [['云帆贷额度多少', '那海棠贷呢'], ['haitang-loan#cap']],
    [['云帆贷怎么申请', '那海棠贷呢'], ['haitang-loan#apply']],
  ])('%j goes on about %j', async (questions, expected) => {
    const answer = await converse(...questions)
    expect(answer.status).toBe('answered')
    expect(anchorsOf(answer)).toEqual(expected)
  })

  test.each([
    [['海棠贷要什么材料', '青禾补贴给多少'], ['qinghe#grant']],
    [
      ['海棠贷要什么材料', '稳企担保费率多少'],
      ['wenqi-district#fee', 'wenqi-municipal#fee'],
    ],
    [
      ['海棠贷要什么材料', '有哪些贷款产品'],
      ['yunfan-loan#what', 'haitang-loan#what'],
    ],
    [['海棠贷要什么材料', '农业企业有什么补贴'], ['qinghe#who']],
  ])('%j that begins a new subject inherits nothing', async (questions, expected) => {
    expect(anchorsOf(await converse(...questions))).toEqual(expected)
  })

  test('without anything before it asks which policy is meant', async () => {
    const answer = await converse('那材料呢')
    expect(answer).toMatchObject({ status: 'needs-facts', reason: 'which-policy', citations: [] })
    expect(answer.nextQuestion).not.toBeNull()
  })

  test('keeps to the day it is asked for', async () => {
    const { ask } = sampleAssistant()
    const { conversationId } = await ask('青禾补贴要什么条件', { asOf: '2025-06-01' })
    expect(anchorsOf(await ask('给多少', { conversationId, asOf: '2026-11-23' }))).toEqual(['qinghe#grant'])
  })
})

describe('a conversation', () => {
  test('is not there for another owner, and takes nothing from them', async () => {
    const { ask, conversations } = sampleAssistant()
    const { conversationId } = await ask('海棠贷额度多少')
    await expect(ask('那材料呢', { conversationId, ownerId: 'stranger' })).rejects.toMatchObject({
      code: 'conversation-unknown',
    })
    expect(await conversations.turns(conversationId, 'owner')).toHaveLength(1)
  })

  test('that was never begun cannot be continued', async () => {
    const asked = sampleAssistant().ask('海棠贷额度多少', { conversationId: 'nowhere' })
    await expect(asked).rejects.toMatchObject({ code: 'conversation-unknown' })
  })

  test('keeps each exchange as it was given, with personal data masked, before the answer ends', async () => {
    const { assistant, conversations } = sampleAssistant()
    const stored: (number | undefined)[] = []
    const events: AnswerEvent[] = []
    const request = { message: '海棠贷额度多少，我的手机13800138000', ownerId: 'owner', asOf: '2026-11-23' }
    for await (const event of assistant.ask(request)) {
      events.push(event)
      const [first] = events
      const id = first?.type === 'answer-start' ? first.conversationId : ''
      stored.push((await conversations.turns(id, 'owner'))?.length)
    }
    const last = events.at(-1)
    if (last?.type !== 'answer-end') throw new Error('the answer has no end')
    expect(stored.at(-1)).toBe(1)
    expect(stored.slice(0, -1).every((count) => count === undefined)).toBe(true)
    const [turn] = (await conversations.turns(last.answer.conversationId, 'owner')) ?? []
    expect(turn).toEqual({
      question: '海棠贷额度多少，我的手机【手机号】',
      answer: last.answer,
      askedAt: '2026-11-23T02:00:00.000Z',
    })
  })

  test('that the reader leaves before the end keeps nothing of the exchange', async () => {
    const { assistant, conversations } = sampleAssistant()
    let id = ''
    for await (const event of assistant.ask({ message: '海棠贷额度多少', ownerId: 'owner', asOf: '2026-11-23' })) {
      if (event.type === 'answer-start') id = event.conversationId
      if (event.type === 'sentence-ready') break
    }
    expect(await conversations.turns(id, 'owner')).toBeNull()
  })
})

describe('the events of an answer', () => {
  const questions = [
    '云帆贷额度多少？要什么材料？',
    '有哪些补贴',
    '云帆贷和海棠贷有什么区别',
    '你好',
    '怎么骗补',
    '？a',
    '我们42个人，做软件，能享受哪些政策',
    '我们42个人，云帆贷能申请吗',
    'What is the limit of 云帆贷?',
  ]

  test.each(questions)('come in order for 「%s」 and add up to the answer', async (question) => {
    const { assistant } = sampleAssistant()
    const events = await eventsOf(assistant, question)
    const types = events.map(({ type }) => type)
    expect([types[0], types.at(-1)]).toEqual(['answer-start', 'answer-end'])
    expect(types.filter((type) => type === 'answer-end')).toHaveLength(1)
    const steps = events.flatMap((event) => (event.type === 'step-end' ? event.step : []))
    expect(steps).toEqual(['read', 'route', 'retrieve', 'assess', 'compose', 'verify'])
    const announced = new Set<string>()
    for (const event of events) {
      if (event.type === 'citation-ready') announced.add(event.citation.id)
      if (event.type === 'sentence-ready')
        expect(event.sentence.citations.filter((id) => !announced.has(id))).toEqual([])
    }
    const answer = await answerOf(assistant, question)
    expect(events.flatMap((event) => (event.type === 'sentence-ready' ? event.sentence : []))).toEqual(answer.sentences)
    expect(events.flatMap((event) => (event.type === 'citation-ready' ? event.citation : []))).toEqual(answer.citations)
    expect(events.flatMap((event) => (event.type === 'notice-ready' ? event.notice : []))).toEqual(answer.notices)
    const lines = events.flatMap(createLineReader())
    expect(answer.text.split('\n').slice(0, lines.length)).toEqual(lines)
    expect(lines.length).toBeGreaterThanOrEqual(answer.reason === 'match' ? 0 : answer.sentences.length)
  })
})
