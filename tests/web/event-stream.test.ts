import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEvents } from '../../web/src/server/event-stream.ts'

describe('the event stream of an answer', () => {
  test.each([
    ['one event', 'event: a\ndata: 1\n\n', [['a', '1']]],
    ['carriage returns', 'event: a\r\ndata: 1\r\n\r\n', [['a', '1']]],
    ['data on several lines', 'data: 一\ndata: 二\n\n', [['message', '一\n二']]],
    ['signs of life', ': waiting\n\nevent: a\ndata: 1\n\n', [['a', '1']]],
    ['no space after the colon', 'event:a\ndata:{"b": 1}\n\n', [['a', '{"b": 1}']]],
    ['an event that was cut off', 'event: a\ndata: 1\n\nevent: b\ndata: 2\n', [['a', '1']]],
    ['an event without data', 'event: a\n\nevent: b\ndata: 2\n\n', [['b', '2']]],
  ])('is read with %s', async (_, text, expected) => {
    expect(await eventsOf([new TextEncoder().encode(text)])).toEqual(expected)
  })

  test('is read alike however its bytes are cut', async () => {
    const bytes = new TextEncoder().encode('event: 句\r\ndata: 保费的50%𠮷\r\ndata: 二\r\n\r\n: 等\n\ndata: 三\n\n')
    const expected = await eventsOf([bytes])
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length)), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), bytes.length]
        const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
        expect(await eventsOf(chunks)).toEqual(expected)
      }),
    )
    expect(expected).toEqual([
      ['句', '保费的50%𠮷\n二'],
      ['message', '三'],
    ])
  })
})

async function eventsOf(chunks: readonly Uint8Array[]): Promise<string[][]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
  const events: string[][] = []
  for await (const { name, data } of readEvents(body)) events.push([name, data])
  return events
}
