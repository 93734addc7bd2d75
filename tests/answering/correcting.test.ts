import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/answering/index.ts'
import { anchorsOf, eventsOf, sampleAssistant } from './sample-assistant.ts'

/** A conversation of three questions, the first of which tells of the company. */
async function converse(...questions: readonly [string, ...string[]]) {
  const sample = sampleAssistant()
  const answers: Answer[] = []
  for (const question of questions) {
    const conversationId = answers[0]?.conversationId
    answers.push(await sample.ask(question, { ownerId: 'owner', ...(conversationId && { conversationId }) }))
  }
  const conversationId = answers[0]?.conversationId ?? ''
  const questionsKept = async () =>
    (await sample.conversations.turns(conversationId, 'owner'))?.map(({ question }) => question)
  return { ...sample, conversationId, ids: answers.map(({ id }) => id), questionsKept }
}

describe('a corrected question', () => {
  test('goes on from what stood before it, and later exchanges are dropped', async () => {
    const { ask, conversationId, ids, questionsKept } = await converse('海棠贷额度多少', '那云帆贷呢', '谢谢')
    const answer = await ask('那材料呢', { conversationId, replaces: ids[1] ?? '', ownerId: 'owner' })
    expect(anchorsOf(answer)).toEqual(['haitang-loan#papers'])
    expect(await questionsKept()).toEqual(['海棠贷额度多少', '那材料呢'])
  })

  test('that was the first begins the same conversation anew', async () => {
    const { ask, conversationId, ids, questionsKept } = await converse('海棠贷额度多少', '那材料呢')
    const answer = await ask('云帆贷额度多少', { conversationId, replaces: ids[0] ?? '', ownerId: 'owner' })
    expect([answer.conversationId, anchorsOf(answer)]).toEqual([conversationId, ['yunfan-loan#cap']])
    expect(await questionsKept()).toEqual(['云帆贷额度多少'])
  })

  test('takes what was told of the company in dropped exchanges along', async () => {
    const told = ['我们是有限公司', '我们有42个人', '海棠贷额度多少'] as const
    const { ask, conversationId, ids } = await converse(...told)
    const before = await ask('海棠贷要什么材料', { conversationId, ownerId: 'owner' })
    expect(Object.keys(before.profile)).toContain('employees')
    const answer = await ask('海棠贷额度多少', { conversationId, replaces: ids[1] ?? '', ownerId: 'owner' })
    expect(Object.keys(answer.profile)).toEqual(['entityType'])
  })

  test('loses nothing as long as its answer has not ended', async () => {
    const { assistant, conversationId, ids, questionsKept } = await converse('海棠贷额度多少', '那材料呢')
    const request = { message: '云帆贷额度多少', ownerId: 'owner', asOf: '2026-11-23', conversationId }
    for await (const event of assistant.ask({ ...request, replaces: ids[0] ?? '' }))
      if (event.type === 'sentence-ready') break
    expect(await questionsKept()).toEqual(['海棠贷额度多少', '那材料呢'])
  })

  test('that is not there any more is refused before anything is answered', async () => {
    const { assistant, conversationId, ids, questionsKept } = await converse('海棠贷额度多少')
    const correct = (asking: object) => eventsOf(assistant, '云帆贷额度多少', { ownerId: 'owner', ...asking })
    await expect(correct({ conversationId, replaces: 'gone' })).rejects.toMatchObject({ code: 'question-unknown' })
    await expect(correct({ replaces: ids[0] })).rejects.toMatchObject({ code: 'question-unknown' })
    expect(await questionsKept()).toEqual(['海棠贷额度多少'])
  })
})
