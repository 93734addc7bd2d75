import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ConversationStore, remembered } from '../../src/answering/index.ts'
import { judgedTurn, sampleTurn } from './conversation-store-samples.ts'

/** What every conversation store promises; `open` is called once for the whole suite. */
export function describeConversationStore(name: string, open: () => Promise<ConversationStore>): void {
  describe(`${name} keeps conversations`, () => {
    let store: ConversationStore
    beforeAll(async () => {
      store = await open()
    }, 60_000)
    afterAll(() => store.close())

    test('a conversation that does not exist is null, not empty', async () => {
      expect(await store.turns(randomUUID(), randomUUID())).toBeNull()
    })

    test('exchanges come back in order, exactly as they were given', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turns = [
        sampleTurn(id, '有哪些贷款？'),
        sampleTurn(id, '额度\0是\ud800多少？😀龘'),
        sampleTurn(id, "'; drop table turns; --"),
      ]
      for (const turn of turns) await store.append(id, owner, turn)
      expect(await store.turns(id, owner)).toEqual(turns)
    })

    test('what the next question needs comes without the findings of verdicts', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turns = [sampleTurn(id), judgedTurn(id)]
      for (const turn of turns) await store.append(id, owner, turn)
      expect(await store.turns(id, owner)).toEqual(turns)
      expect(await store.history(id, owner)).toEqual(turns.map(remembered))
      expect(await store.history(id, randomUUID())).toBeNull()
    })

    test('what was read can be changed without changing what is kept', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turn = sampleTurn(id)
      await store.append(id, owner, turn)
      const read = await store.turns(id, owner)
      read?.pop()
      expect(await store.turns(id, owner)).toEqual([turn])
    })

    test('to another owner a conversation does not exist', async () => {
      const [id, owner, stranger] = [randomUUID(), randomUUID(), randomUUID()]
      const turn = sampleTurn(id)
      await store.append(id, owner, turn)
      expect(await store.turns(id, stranger)).toBeNull()
      expect(await store.remove(id, stranger)).toBe(false)
      await expect(store.append(id, stranger, sampleTurn(id))).rejects.toMatchObject({ code: 'owner-differs' })
      expect(await store.turns(id, owner)).toEqual([turn])
    })

    test('one refused exchange does not harm others that arrive with it', async () => {
      const [id, owner, other] = [randomUUID(), randomUUID(), randomUUID()]
      await store.append(id, owner, sampleTurn(id))
      const results = await Promise.allSettled([
        store.append(other, owner, sampleTurn(other)),
        store.append(id, randomUUID(), sampleTurn(id)),
        store.append(id, owner, sampleTurn(id)),
      ])
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await store.turns(id, owner)).toHaveLength(2)
      expect(await store.turns(other, owner)).toHaveLength(1)
    })

    test('exchanges that arrive together are all kept, in the order of their arrival', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turns = Array.from({ length: 150 }, (_, index) => sampleTurn(id, `第 ${index} 问`))
      await Promise.all(turns.map((turn) => store.append(id, owner, turn)))
      expect((await store.turns(id, owner))?.map(({ question }) => question)).toEqual(
        turns.map(({ question }) => question),
      )
    })

    test('a removed conversation is gone, with its answers', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turn = sampleTurn(id)
      await store.append(id, owner, turn)
      await store.addFeedback(owner, feedbackOn(id, turn.answer.id))
      expect(await store.remove(id, owner)).toBe(true)
      expect(await store.turns(id, owner)).toBeNull()
      expect(await store.remove(id, owner)).toBe(false)
      expect(await store.addFeedback(owner, feedbackOn(id, turn.answer.id))).toBe(false)
    })

    test('an exchange takes the place of an earlier one and of all after it', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const [first, second, third] = [sampleTurn(id, '甲'), sampleTurn(id, '乙'), sampleTurn(id, '丙')]
      for (const turn of [first, second, third]) await store.append(id, owner, turn)
      const corrected = judgedTurn(id)
      expect(await store.replace(id, owner, second.answer.id, corrected)).toBe(true)
      expect(await store.turns(id, owner)).toEqual([first, corrected])
      expect(await store.history(id, owner)).toEqual([first, corrected].map(remembered))
      const later = sampleTurn(id, '丁')
      await store.append(id, owner, later)
      expect(await store.turns(id, owner)).toEqual([first, corrected, later])
      expect(await store.replace(id, owner, first.answer.id, third)).toBe(true)
      expect(await store.turns(id, owner)).toEqual([third])
    })

    test('nothing is replaced where the owner has no such answer in the conversation', async () => {
      const [id, other, owner] = [randomUUID(), randomUUID(), randomUUID()]
      const turn = sampleTurn(id)
      await store.append(id, owner, turn)
      await store.append(other, owner, sampleTurn(other))
      expect(await store.replace(id, randomUUID(), turn.answer.id, sampleTurn(id))).toBe(false)
      expect(await store.replace(other, owner, turn.answer.id, sampleTurn(other))).toBe(false)
      expect(await store.replace(id, owner, randomUUID(), sampleTurn(id))).toBe(false)
      expect(await store.replace(randomUUID(), owner, turn.answer.id, sampleTurn(id))).toBe(false)
      expect(await store.turns(id, owner)).toEqual([turn])
    })

    test('an owner’s conversations are listed in pages, the one asked in latest first', async () => {
      const [first, second, third, owner] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
      const asked = (id: string, question: string, askedAt: string) =>
        store.append(id, owner, { ...sampleTurn(id, question), askedAt })
      await asked(first, '有哪些\0贷款？', '2026-11-21T02:00:00.000Z')
      await asked(second, '减税呢？', '2026-11-22T02:00:00.000Z')
      await asked(third, '招人呢？', '2026-11-22T02:00:00.000Z')
      await asked(first, '额度呢？', '2026-11-23T10:00:00+08:00')
      await store.append(randomUUID(), randomUUID(), sampleTurn(randomUUID()))
      const all = await store.list(owner, null, 10)
      expect(all[0]).toEqual({
        id: first,
        question: '有哪些\0贷款？',
        askedAt: '2026-11-23T02:00:00.000Z',
        turnCount: 2,
      })
      expect(all.slice(1).map(({ question }) => question)).toHaveLength(2)
      const page = await store.list(owner, null, 2)
      const rest = await store.list(owner, page.at(-1) ?? null, 2)
      expect([...page, ...rest]).toEqual(all)
      expect(await store.list(randomUUID(), null, 10)).toEqual([])
    })

    test('removing all takes what the owner has and nothing of others', async () => {
      const [mine, alsoMine, other] = [randomUUID(), randomUUID(), randomUUID()]
      const [owner, stranger] = [randomUUID(), randomUUID()]
      for (const id of [mine, alsoMine]) await store.append(id, owner, sampleTurn(id))
      await store.append(other, stranger, sampleTurn(other))
      expect(await store.removeAll(owner)).toBe(2)
      expect(await store.list(owner, null, 10)).toEqual([])
      expect(await store.turns(other, stranger)).toHaveLength(1)
      expect(await store.removeAll(owner)).toBe(0)
    })

    test('feedback is taken for one’s own answer only, and can be changed', async () => {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turn = sampleTurn(id)
      await store.append(id, owner, turn)
      expect(await store.addFeedback(owner, feedbackOn(id, turn.answer.id))).toBe(true)
      const changed = { ...feedbackOn(id, turn.answer.id), rating: 'down' as const, reason: 'wrong', comment: '错\0了' }
      expect(await store.addFeedback(owner, changed)).toBe(true)
      expect(await store.addFeedback(randomUUID(), changed)).toBe(false)
      expect(await store.addFeedback(owner, feedbackOn(id, randomUUID()))).toBe(false)
      expect(await store.addFeedback(owner, feedbackOn(randomUUID(), turn.answer.id))).toBe(false)
    })
  })
}

function feedbackOn(conversationId: string, answerId: string) {
  return { conversationId, answerId, rating: 'up' as const, reason: null, comment: null }
}
