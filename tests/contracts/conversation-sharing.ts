import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConversationStore } from '../../src/answering/index.ts'
import { sampleShare, sampleTurn } from './conversation-store-samples.ts'

/** What every conversation store promises of links to answers; `open` is called once for the whole suite. */
export function describeConversationSharing(name: string, open: () => Promise<ConversationStore>): void {
  describe(`${name} keeps links to answers`, () => {
    let store: ConversationStore
    beforeAll(async () => {
      store = await open()
    }, 60_000)
    afterAll(() => store.close())

    async function shared() {
      const [id, owner] = [randomUUID(), randomUUID()]
      const turn = sampleTurn(id, '额度\0是\ud800多少？')
      await store.append(id, owner, turn)
      const share = sampleShare(turn)
      expect(await store.share(owner, share)).toBe(true)
      return { id, owner, turn, answerId: turn.answer.id, share }
    }

    test('a link shows the answer as it was when the link was made, until its last day', async () => {
      const { share } = await shared()
      expect(await store.findShare(share.id, '2027-02-21')).toEqual(share)
      expect(await store.findShare(share.id, '2027-02-22')).toBeNull()
      expect(await store.findShare(randomUUID(), '2026-11-23')).toBeNull()
    })

    test('a new link of an answer ends the earlier one', async () => {
      const { id, owner, answerId, share } = await shared()
      const again = { ...share, id: randomUUID(), withVerdicts: true }
      expect(await store.share(owner, again)).toBe(true)
      expect(await store.findShare(share.id, share.sharedOn)).toBeNull()
      expect(await store.shareOf(owner, id, answerId)).toEqual(again)
    })

    test('only the owner makes, sees and ends the link of an answer', async () => {
      const { id, owner, answerId, share } = await shared()
      const stranger = randomUUID()
      expect(await store.share(stranger, { ...share, id: randomUUID() })).toBe(false)
      expect(await store.share(owner, { ...share, answerId: randomUUID() })).toBe(false)
      expect(await store.share(owner, { ...share, conversationId: randomUUID() })).toBe(false)
      expect(await store.shareOf(stranger, id, answerId)).toBeNull()
      expect(await store.unshare(stranger, id, answerId)).toBe(false)
      expect(await store.findShare(share.id, share.sharedOn)).toEqual(share)
    })

    test('a link that was ended is gone', async () => {
      const { id, owner, answerId, share } = await shared()
      expect(await store.unshare(owner, id, answerId)).toBe(true)
      expect(await store.findShare(share.id, share.sharedOn)).toBeNull()
      expect(await store.shareOf(owner, id, answerId)).toBeNull()
      expect(await store.unshare(owner, id, answerId)).toBe(false)
    })

    test('a link ends with its conversation and with the exchange it shows', async () => {
      const [removed, replaced, all] = [await shared(), await shared(), await shared()]
      await store.remove(removed.id, removed.owner)
      await store.replace(replaced.id, replaced.owner, replaced.answerId, sampleTurn(replaced.id))
      await store.removeAll(all.owner)
      for (const { share } of [removed, replaced, all])
        expect(await store.findShare(share.id, share.sharedOn)).toBeNull()
    })
  })
}
