import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReplyLine, replyLines } from '../../src/answering/model/reply-lines.ts'
import wordedSamples from './worded-samples.json' with { type: 'json' }

async function linesOf(...deltas: string[]): Promise<ReplyLine[]> {
  return Array.fromAsync(replyLines(streamOf(deltas)))
}

async function* streamOf(deltas: readonly string[]): AsyncGenerator<string> {
  yield* deltas
}

describe('the sentences of a reply', () => {
  test('are the same wherever the reply is cut into pieces', async () => {
    const replies = wordedSamples.flatMap((sample) => [
      ...sample.honest,
      ...Object.values(sample.hostile).flatMap((lines) => lines ?? []),
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(replies, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('\n', '', '\n\n', '\n- '),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 }),
        async (lines, join, sizes) => {
          const reply = lines.join(join)
          const pieces: string[] = []
          for (let at = 0, turn = 0; at < reply.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1
            pieces.push(reply.slice(at, at + size))
            at += size
          }
          expect(await linesOf(...pieces)).toEqual(await linesOf(reply))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('end where a reply does not', async () => {
    expect(await linesOf(...Array.from({ length: 60 }, () => '企业可以申请。[P1]\n'))).toHaveLength(40)
    expect(await linesOf(...Array.from({ length: 60 }, () => '没有句号也没有编号的一长串字'))).toEqual([])
  })
})
